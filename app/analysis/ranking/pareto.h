#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

// More `gain` is better, more `loss` is worse. Any scale, as long as all points share it.
struct TradeOff {
    std::int64_t gain = 0;
    std::int64_t loss = 0;
    friend bool operator==(TradeOff, TradeOff) = default;
};

// Whether `a` is at least as good as `b` on both counts and better on one. Identical points never
// are.
bool dominates(TradeOff a, TradeOff b);

// The layer of each point: 1 for those that no other dominates, 2 for those that only points of
// layer 1 dominate, and so on. In the order of `points`.
std::vector<int> pareto_layers(std::span<TradeOff const> points);

// One of many things to judge by.
enum class Wanted { more, less };
struct Criterion {
    double weight = 1.0; // at least 0
    Wanted wanted = Wanted::more;
};

// What is judged: `at[alternative][criterion]`, all rows of one length.
using Alternatives = std::vector<std::vector<double>>;

// The same layers by as many criteria as there are, whatever their weights.
std::vector<int> pareto_layers(Alternatives const& at, std::span<Criterion const> criteria);

} // namespace analysis
