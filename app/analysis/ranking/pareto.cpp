#include "analysis/ranking/pareto.h"

#include <algorithm>
#include <numeric>

namespace analysis {

bool dominates(TradeOff a, TradeOff b) { return a.gain >= b.gain && a.loss <= b.loss && a != b; }

// A point's layer is one more than that of the deepest point that dominates it; sorted by falling
// gain, then rising loss, those points come first.
std::vector<int> pareto_layers(std::span<TradeOff const> points)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (points[a].gain != points[b].gain) return points[a].gain > points[b].gain;
        return points[a].loss < points[b].loss;
    });
    std::vector<int> layers(points.size(), 1);
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (dominates(points[order[j]], points[order[i]]))
                layers[order[i]] = std::max(layers[order[i]], layers[order[j]] + 1);
    return layers;
}

// A dominating alternative is better on the first criterion where they differ, so it is sorted
// first.
std::vector<int> pareto_layers(Alternatives const& at, std::span<Criterion const> criteria)
{
    auto good = [&](std::size_t i, std::size_t c) {
        return criteria[c].wanted == Wanted::more ? at[i][c] : -at[i][c];
    };
    auto beats = [&](std::size_t a, std::size_t b) {
        bool better = false;
        for (std::size_t c = 0; c < criteria.size(); ++c) {
            if (good(a, c) < good(b, c)) return false;
            better = better || good(a, c) > good(b, c);
        }
        return better;
    };
    std::vector<std::size_t> order(at.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        for (std::size_t c = 0; c < criteria.size(); ++c)
            if (good(a, c) != good(b, c)) return good(a, c) > good(b, c);
        return false;
    });
    std::vector<int> layers(at.size(), 1);
    for (std::size_t i = 0; i < order.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (beats(order[j], order[i]))
                layers[order[i]] = std::max(layers[order[i]], layers[order[j]] + 1);
    return layers;
}

} // namespace analysis
