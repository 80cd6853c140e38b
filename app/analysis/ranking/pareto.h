#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

// A point with two criteria: higher `gain` and lower `loss` are better. Any scale.
struct TradeOff {
    std::int64_t gain = 0;
    std::int64_t loss = 0;
    friend bool operator==(TradeOff, TradeOff) = default;
};

// Whether `a` is at least as good as `b` on both criteria and better on one. False for equal
// points.
bool dominates(TradeOff a, TradeOff b);

// The Pareto layer of each point, in the order of `points`: 1 for those that no other dominates, 2
// for those dominated by points of layer 1 only, and so on.
std::vector<int> pareto_layers(std::span<TradeOff const> points);

// A criterion: whether more or less is better, and its weight.
enum class Wanted { more, less };
struct Criterion {
    double weight = 1.0; // non-negative
    Wanted wanted = Wanted::more;
};

// `at[alternative][criterion]`, all rows of equal length.
using Alternatives = std::vector<std::vector<double>>;

// The same with any number of criteria; weights are ignored.
std::vector<int> pareto_layers(Alternatives const& at, std::span<Criterion const> criteria);

} // namespace analysis
