#pragma once

#include "analysis/voting/tally.h"

#include <optional>
#include <vector>

namespace analysis {

// One case in two results. What a result does not have of it is absent.
struct RoundChange {
    model::CaseId on;
    std::optional<int> rank_before, rank_after;
    std::optional<Ratio> score_before, score_after;
    std::optional<double> share_before, share_after; // of the best score of its result

    // Places gained, above 0, or lost; 0 when it is in one result only.
    [[nodiscard]] int places_gained() const
    {
        return rank_before && rank_after ? *rank_before - *rank_after : 0;
    }
};

// What moved from one result to another: a vote held again, or the same question by another method.
struct RoundComparison {
    std::vector<RoundChange> cases;      // in the order of the second result, then what it left out
    std::vector<model::CaseId> entering; // the first cases, in the order of the second result
    std::vector<model::CaseId> leaving;  // the first cases, in the order of the first result
    int compared = 0;                    // cases in both
    int moved = 0;                       // of them, those whose rank changed
    // Kendall's tau-b of the two orders of the cases in both, -1 to 1; absent under two of them, or
    // when either result ties them all.
    std::optional<double> agreement;
    bool same_way = false; // counted by the same method and rule: scores can be compared
};

// `first`: how many first cases `entering` and `leaving` speak of.
RoundComparison compare_rounds(Tally const& before, Tally const& after, int first);

} // namespace analysis
