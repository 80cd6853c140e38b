#pragma once

#include "analysis/common/ratio.h"
#include "analysis/common/square.h"

#include <cstdint>
#include <utility>
#include <vector>

// Comparisons of two cases at a time. `wins.at(i, j)`: how often i was preferred to j.
namespace analysis {

// (won + 1) / (compared + 2), by Laplace: one comparison is not certainty.
std::vector<Ratio> win_shares(Square const& wins);

// Bradley and Terry's strengths, which add up to 1, by Hunter's MM iteration (2004). Each pair that
// was compared counts half a win more each way, so that no strength is without bound; where the
// comparisons fall into islands, so does each pair from two islands.
std::vector<double> bradley_terry(Square const& wins);
constexpr double strength_step = 1e-10; // the iteration stops at smaller steps
constexpr double strength_equal = 1e-7; // strengths this near, relatively, share a rank

// Ranks by strength, 1 the strongest.
std::vector<int> strength_ranks(std::vector<double> const& strengths);

// Which pairs, as places in the list of `cases`, the voter who comes `voter`-th (from 0) is asked
// about: `most` at a time, going round all pairs so that each is asked as often as any other, and
// so that as many pairs in a row as there are cases (and one if they are odd) link them all.
std::vector<std::pair<int, int>> pairs_to_ask(int cases, std::int64_t voter, int most);
constexpr int pairs_per_person = 20; // more is tiring

} // namespace analysis
