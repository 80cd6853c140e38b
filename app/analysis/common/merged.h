#pragma once

#include "model/document.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis {

// A case of a closed round that was merged into another since. Its votes stay its own: they are in
// the tally under its number, and are added to nothing.
struct MergedSince {
    model::CaseId absorbed, into;
    std::int64_t supporters = 0;      // people who gave it more than nothing, or hands
    std::optional<std::int64_t> both; // of them, those who gave to `into` as well: adding up would
                                      // count them twice. Unknown where hands were counted
    friend bool operator==(MergedSince const&, MergedSince const&) = default;
};

// By the number of the absorbed case. Empty while the round is not closed.
std::vector<MergedSince> merged_since(model::Document const& doc, model::RoundId round);

// The cases of a closed round that the workshop or the committee has set aside, by number: their
// votes stay in the result.
std::vector<model::CaseId> aside_now(model::Document const& doc, model::RoundId round);

// Did the workshop or the committee set this case aside?
bool is_aside(model::Document const& doc, model::CaseId id);

} // namespace analysis
