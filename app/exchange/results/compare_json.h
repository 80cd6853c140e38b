#pragma once

#include "analysis/comparison/comparison.h"

#include <cstdint>
#include <string>

namespace exchange {

// One side of a comparison: a session at a moment.
struct ComparedSide {
    model::Document const& doc;
    std::string session;       // what its file says it is
    std::uint64_t entry = 0;   // the last one that counts
    std::uint64_t entries = 0; // of the whole session
    std::int64_t at_ms = 0;    // Unix time of that entry, 0: there is none
    std::string hash;          // of the chain after it
};

// What `cadran compare --json` prints, see app/docs/compare.md: one JSON document, UTF-8, two
// spaces of indent. Opportunity and risk are on 0..10.
std::string compare_json(analysis::Comparison const& all, analysis::Lineage lineage,
                         ComparedSide const& before, ComparedSide const& after);

} // namespace exchange
