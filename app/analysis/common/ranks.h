#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <numeric>
#include <vector>

namespace analysis {

// The rank of each of `count` things, 1 the greatest, shared by equals: 1, 2, 2, 4.
// compare(i, j) orders thing i against thing j.
template <class Compare>
std::vector<int> ranks_by(std::size_t count, Compare&& compare)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t i, std::size_t j) { return compare(i, j) > 0; });
    std::vector<int> ranks(count, 1);
    for (std::size_t at = 1; at < count; ++at) {
        bool const equal = compare(order[at], order[at - 1]) == 0;
        ranks[order[at]] = equal ? ranks[order[at - 1]] : static_cast<int>(at) + 1;
    }
    return ranks;
}

// The rank at which a share of the draws is reached, when `draws_at_rank` counts those of each
// rank.
inline int rank_at(std::vector<int> const& draws_at_rank, double share, int draws)
{
    int reached = 0;
    for (std::size_t r = 0; r < draws_at_rank.size(); ++r) {
        reached += draws_at_rank[r];
        if (reached >= share * draws) return static_cast<int>(r) + 1;
    }
    return static_cast<int>(draws_at_rank.size());
}

} // namespace analysis
