#pragma once

#include <cstdint>
#include <span>
#include <vector>

// Choosing projects within a budget. Costs and budget in one unit (hundredths), scores are
// integers.
namespace analysis {

struct Project {
    std::int64_t cost = 0; // negative: cannot be bought
    std::int64_t score = 0;
    std::uint32_t declared = 0; // position in the declared order
};

struct Purchase {
    std::vector<std::uint32_t> selected; // indices, in order of purchase
    std::int64_t cost = 0;
    std::int64_t value = 0; // total score
};

enum class Greedy {
    skip,    // skips what does not fit
    no_skip, // stops at the first that does not fit
    per_cost // by score per cost, skips what does not fit
};

// Highest score (or score per cost, then score) first; ties: lower cost, then declared order.
Purchase buy_greedily(std::span<Project const> projects, std::int64_t budget, Greedy how);

struct Knapsack {
    Purchase one;         // one optimal set
    bool several = false; // other sets have the same value
};

// The set with the greatest total score within the budget, exactly: dynamic programming over sets
// that are not dominated in cost and value (Nemhauser and Ullmann 1969), with a fractional upper
// bound. Among equal sets the one with better scores per cost is preferred. Projects with score 0
// are not bought.
Knapsack fill_knapsack(std::span<Project const> projects, std::int64_t budget);

} // namespace analysis
