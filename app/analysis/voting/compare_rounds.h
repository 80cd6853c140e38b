#pragma once

#include "analysis/voting/tally.h"

#include <optional>
#include <vector>

namespace analysis {

// One case in two results; fields are absent where a result does not have it.
struct RoundChange {
    model::CaseId on;
    std::optional<int> rank_before, rank_after;
    std::optional<Ratio> score_before, score_after;
    std::optional<double> share_before, share_after; // of the best score of its result

    // Ranks gained, positive, or lost; 0 when only one result has it.
    [[nodiscard]] int places_gained() const
    {
        return rank_before && rank_after ? *rank_before - *rank_after : 0;
    }
};

// The differences between two results: a revote, or the same question with another method.
struct RoundComparison {
    // in the order of the second result, then those only in the first
    std::vector<RoundChange> cases;
    std::vector<model::CaseId> entering; // new among the first, in the order of the second result
    // no longer among the first, in the order of the first result
    std::vector<model::CaseId> leaving;
    int compared = 0; // number of cases in both
    int moved = 0;    // of them, those whose rank changed
    // Kendall's tau-b of the two orders of common cases, -1 to 1; none for fewer than two, or when
    // either result ties them all.
    std::optional<double> agreement;
    bool same_way = false; // same method and rule: scores are comparable
};

// `first`: number of first cases for `entering` and `leaving`.
RoundComparison compare_rounds(Tally const& before, Tally const& after, int first);

} // namespace analysis
