#pragma once

#include <cstdint>
#include <span>
#include <vector>

// What to buy under a budget. Costs and the budget are in one unit (hundredths), scores are whole.
namespace analysis {

struct Project {
    std::int64_t cost = 0; // below 0: it cannot be bought
    std::int64_t score = 0;
    std::uint32_t declared = 0; // its place in the order in which projects were declared
};

struct Purchase {
    std::vector<std::uint32_t> selected; // indices, in the order in which they were bought
    std::int64_t cost = 0;
    std::int64_t value = 0; // the scores it adds up
};

enum class Greedy {
    skip,    // passes over what no longer fits
    no_skip, // stops at what no longer fits
    per_cost // by score per cost, passes over what no longer fits
};

// Best score (or score per cost, then score) first; of equals the cheaper, then the first declared.
Purchase buy_greedily(std::span<Project const> projects, std::int64_t budget, Greedy how);

struct Knapsack {
    Purchase one;         // one set of the greatest value
    bool several = false; // there are other sets of that value
};

// The greatest total score that the budget can buy, exactly: dynamic programming over the sets that
// no other set betters in both cost and value (Nemhauser and Ullmann 1969), less those that even a
// fraction of what is left could not lift to the best value known. Of two equal sets, that of the
// better scores per cost is given. Nothing of score 0 is bought.
Knapsack fill_knapsack(std::span<Project const> projects, std::int64_t budget);

} // namespace analysis
