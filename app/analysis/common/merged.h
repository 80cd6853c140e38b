#pragma once

#include "model/document.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis {

// A case of a closed round that was merged into another one since. Its votes are not added to the
// other's: both keep their own line in the tally.
struct MergedSince {
    model::CaseId absorbed, into;
    std::optional<std::int64_t> supporters; // people who gave it points, or hands. Not told of less
                                            // than `group_min` ballots, unless they were imported
    std::optional<std::int64_t> both;       // of them, those who also supported `into`: adding both
                                      // would count them twice. Unknown where hands were counted
    friend bool operator==(MergedSince const&, MergedSince const&) = default;
};

// By the number of the merged case. Empty while the round is open.
std::vector<MergedSince> merged_since(model::Document const& doc, model::RoundId round);

// The cases of a closed round that were later decided "aside", by number; their votes stay in the
// result.
std::vector<model::CaseId> aside_now(model::Document const& doc, model::RoundId round);

// Whether the workshop or the committee decided "aside" for this case.
bool is_aside(model::Document const& doc, model::CaseId id);

} // namespace analysis
