#pragma once

#include <algorithm>
#include <cassert>
#include <span>

namespace analysis {

// The quantile of type 7 (Hyndman and Fan 1996) of at least one sorted value; `p` in 0..1.
inline double quantile(std::span<double const> sorted, double p)
{
    assert(!sorted.empty() && p >= 0.0 && p <= 1.0);
    double const h = static_cast<double>(sorted.size() - 1) * p;
    auto const below = static_cast<std::size_t>(h);
    auto const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (h - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

} // namespace analysis
