#pragma once

#include "analysis/ranking/pareto.h"

#include <span>
#include <vector>

// Other ways to put the same cases in order, to be set beside the index and never over it.
// METHODS 2.6.
namespace analysis {

// TOPSIS (Hwang and Yoon 1981): how near the best that is on each criterion, and far from the
// worst, 0..1, of each alternative. A column of zeros counts for nothing; where best and worst are
// one, 0.5. Removing an alternative may turn the order of two others.
std::vector<double> topsis(Alternatives const& at, std::span<Criterion const> criteria);

// PROMETHEE II (Brans and Vincke 1985): the net flow of each alternative, -1..1, of sum 0. A
// difference up to `indifference` counts for nothing, from `preference` on for all, in between in
// proportion.
std::vector<double> promethee(Alternatives const& at, std::span<Criterion const> criteria,
                              double indifference, double preference);

// Savage's minimax regret: for each alternative, what the best one would have brought more in the
// scenario where it is missed most; `at[alternative][scenario]` is what each brings.
std::vector<double> largest_regrets(Alternatives const& at);

// The ranks by `values`, 1 for the best; values closer than 1e-9 share a rank.
std::vector<int> ranks_by(std::span<double const> values, Wanted wanted);

} // namespace analysis
