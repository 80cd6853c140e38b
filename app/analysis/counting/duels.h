#pragma once

#include "analysis/common/ratio.h"
#include "analysis/common/square.h"

#include <cstdint>
#include <utility>
#include <vector>

// Pairwise comparisons. `wins.at(i, j)`: how often i was preferred to j.
namespace analysis {

// (won + 1) / (compared + 2), Laplace's rule of succession, which moderates small counts.
std::vector<Ratio> win_shares(Square const& wins);

// Bradley-Terry strengths, of sum 1, by Hunter's MM algorithm (2004). Half a win is added each way
// to every pair that was compared, so that all strengths are finite; and to every pair of cases in
// different connected components, when there are several.
std::vector<double> bradley_terry(Square const& wins);
constexpr double strength_step = 1e-10; // the iteration stops at smaller relative changes
constexpr double strength_equal = 1e-7; // relative difference below which strengths share a rank

// Ranks by strength, 1 the strongest.
std::vector<int> strength_ranks(std::vector<double> const& strengths);

// The pairs, as indices among `cases`, for the voter with index `voter` (from 0): `most` per voter.
// Over the voters every pair is asked equally often, and any `cases` consecutive pairs (plus one if
// odd) connect all cases.
std::vector<std::pair<int, int>> pairs_to_ask(int cases, std::int64_t voter, int most);
constexpr int pairs_per_person = 20; // a limit against fatigue

} // namespace analysis
