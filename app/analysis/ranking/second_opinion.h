#pragma once

#include "analysis/ranking/pareto.h"

#include <span>
#include <vector>

// Other ranking methods, shown beside the index for comparison (methods.md, 2.6).
namespace analysis {

// TOPSIS (Hwang and Yoon 1981): relative closeness of each alternative to the best and away from
// the worst value of each criterion, 0..1. A column of zeros is ignored; 0.5 where best and worst
// coincide. Removing an alternative may reverse the order of two others.
std::vector<double> topsis(Alternatives const& at, std::span<Criterion const> criteria);

// PROMETHEE II (Brans and Vincke 1985): the net flow of each alternative, -1..1, sum 0. Linear
// preference function: 0 up to `indifference`, 1 from `preference` on.
std::vector<double> promethee(Alternatives const& at, std::span<Criterion const> criteria,
                              double indifference, double preference);

// Savage's minimax regret: for each alternative, the largest loss against the best one over all
// scenarios; `at[alternative][scenario]` is the gain.
std::vector<double> largest_regrets(Alternatives const& at);

// Ranks by `values`, 1 for the best; values within 1e-9 share a rank.
std::vector<int> ranks_by(std::span<double const> values, Wanted wanted);

} // namespace analysis
