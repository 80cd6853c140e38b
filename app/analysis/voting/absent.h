#pragma once

#include "analysis/voting/tally.h"

#include <cstdint>
#include <optional>
#include <vector>

// Bounds of the result if the people who did not vote had voted.
namespace analysis {

struct AbsentLine {
    model::CaseId on;
    Ratio low, high; // of its score
    // Its rank if all absent people supported it, and if all opposed it. These are bounds: no
    // outcome is outside. 0 where the method has none.
    int best = 0;
    int worst = 0;
};

struct AbsentBounds {
    std::int64_t absent = 0;
    std::vector<AbsentLine> cases; // in the order of the result
    // The winners are the same in every outcome.
    bool certain = false;
};

// Nothing when the headcount is unknown, when everyone voted, and for pairs and budgets. For
// rankings, scores are Borda's and ranks are given for Borda only; a Condorcet winner is certain
// when each of its majorities exceeds the number of absent voters. Errors as `tally`.
base::Result<std::optional<AbsentBounds>> if_absent_had_voted(model::Document const& doc,
                                                              model::RoundId round,
                                                              TallyOptions const& options = {});

} // namespace analysis
