#pragma once

#include "analysis/comparison/comparison.h"

#include <cstdint>
#include <string>

namespace exchange {

// One side of a comparison: a session at one moment.
struct ComparedSide {
    model::Document const& doc;
    std::string session;       // its id
    std::uint64_t entry = 0;   // the last entry included
    std::uint64_t entries = 0; // of the whole session
    std::int64_t at_ms = 0;    // Unix time of that entry, 0: none
    std::string hash;          // of the chain after it
};

// The output of `cadran compare --json`, see app/docs/compare.md: one JSON document, UTF-8,
// indented by two spaces. Opportunity and risk on 0..10.
std::string compare_json(analysis::Comparison const& all, analysis::Lineage lineage,
                         ComparedSide const& before, ComparedSide const& after);

} // namespace exchange
