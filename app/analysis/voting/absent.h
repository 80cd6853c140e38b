#pragma once

#include "analysis/voting/tally.h"

#include <cstdint>
#include <optional>
#include <vector>

// If those who did not vote had voted: what could have become of each case.
namespace analysis {

struct AbsentLine {
    model::CaseId on;
    Ratio low, high; // of its score
    // Of its rank: with every absent voice for it, and with every one against it. Bounds, each
    // reached or outside what can be reached; 0 where the method allows none to be said.
    int best = 0;
    int worst = 0;
};

struct AbsentBounds {
    std::int64_t absent = 0;
    std::vector<AbsentLine> cases; // in the order of the result
    // Whatever the absent had said, the winners are the winners.
    bool certain = false;
};

// Nothing when the headcount is not known, when everyone voted, and for pairs and budgets. Scores
// of a ranking are Borda's; its ranks are said for Borda alone, and a Condorcet winner is certain
// when each of its majorities is larger than the number of the absent. Fails as `tally` does.
base::Result<std::optional<AbsentBounds>> if_absent_had_voted(model::Document const& doc,
                                                              model::RoundId round,
                                                              TallyOptions const& options = {});

} // namespace analysis
