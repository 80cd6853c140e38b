#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace analysis {

// The rank of each of `count` items, 1 for the greatest, equal items sharing one: 1, 2, 2, 4.
// compare(i, j) compares items i and j.
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

// The smallest rank within which the given share of the draws lies; `draws_at_rank` counts draws
// per rank.
inline int rank_at(std::vector<int> const& draws_at_rank, double share, int draws)
{
    int reached = 0;
    for (std::size_t r = 0; r < draws_at_rank.size(); ++r) {
        reached += draws_at_rank[r];
        if (reached >= share * draws) return static_cast<int>(r) + 1;
    }
    return static_cast<int>(draws_at_rank.size());
}

// Kendall's tau-b (1945) of two rankings, -1 to 1, given the two ranks of each item; none for fewer
// than two items, or when one ranking ties them all.
inline std::optional<double> tau_b(std::vector<std::pair<int, int>> const& ranks)
{
    std::int64_t agree = 0, tied_before = 0, tied_after = 0, pairs = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        for (std::size_t j = i + 1; j < ranks.size(); ++j) {
            auto const before = ranks[i].first - ranks[j].first;
            auto const after = ranks[i].second - ranks[j].second;
            ++pairs;
            if (before == 0) ++tied_before;
            if (after == 0) ++tied_after;
            if (before != 0 && after != 0) agree += (before > 0) == (after > 0) ? 1 : -1;
        }
    auto const scale =
        static_cast<double>(pairs - tied_before) * static_cast<double>(pairs - tied_after);
    if (scale <= 0.0) return std::nullopt;
    return static_cast<double>(agree) / std::sqrt(scale);
}

} // namespace analysis
