#pragma once

#include "analysis/common/ratio.h"
#include "analysis/common/square.h"
#include "analysis/voting/transfers.h"
#include "model/ids.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What the methods have to show beside an order of cases.
namespace analysis {

// Rankings counted three ways side by side. Lists and squares follow `cases`.
struct Orders {
    std::vector<model::CaseId> cases; // in the order in which they were read out
    Square wins;                      // ballots that put i above j
    Square paths;                     // Schulze's strongest paths
    std::vector<Ratio> borda;
    std::vector<int> borda_ranks, schulze_ranks, pairs_ranks;
    std::vector<model::CaseId>
        pairs_order; // ranked pairs, equal majorities in the order of `cases`
    bool equal_majorities = false;
    bool order_matters = false; // equal majorities contradict each other, see RankedPairs
    std::optional<model::CaseId> condorcet_winner, condorcet_loser;
    struct Cycle {
        std::vector<model::CaseId> members;
        std::vector<model::CaseId> through; // each beats the next, the last the first
    };
    std::vector<Cycle> cycles;
    std::optional<double> concordance; // Kendall's W: how alike the rankings are, 0 to 1
};

// Comparisons of pairs. Lists and the square follow `cases`.
struct Duels {
    std::vector<model::CaseId> cases;
    Square wins; // times that i was preferred to j
    std::vector<Ratio> win_shares;
    std::vector<double> strengths; // Bradley and Terry's, adding up to 1
    std::vector<int> share_ranks, strength_ranks;
};

// What a budget buys. Amounts in hundredths.
struct Selection {
    std::int64_t budget = 0;
    std::int64_t cost = 0;
    Ratio value;                             // the scores that it adds up
    std::vector<model::CaseId> selected;     // in the order of buying
    std::vector<model::CaseId> without_cost; // cannot be bought
    // Bought before cases that were as good and as dear: of greedy rules.
    std::vector<model::CaseId> before_equals;
    std::optional<bool> several; // of a knapsack: other sets have the same value

    // Equal Shares.
    struct Bought {
        model::CaseId on;
        std::string rate;      // what each paid at most per worth of a vote, exact, in units
        std::string effective; // its cost over that, exact; empty for what is free
    };
    struct EqualShares {
        std::vector<Bought> bought;
        Ratio each;                     // what everyone held in the end
        std::int64_t virtual_money = 0; // all of that
        std::int64_t steps = 0;         // of what was added, see Growth
        int ties_broken = 0;            // by lower cost, then more supporters, then declared order
        std::vector<Bought> fixed;      // what the budget as it is buys, without adding to it
        std::int64_t fixed_cost = 0;
        // Then, with what is left, greedily by score: another rule, beside this one.
        std::vector<model::CaseId> completed;
        std::int64_t completed_cost = 0;
    };
    std::optional<EqualShares> equal_shares;
};

// The count of a transferable vote. What it holds of each case follows `cases`.
struct Transfers {
    std::vector<model::CaseId> cases; // by id
    int seats = 0;
    TransferCount count;
    [[nodiscard]] std::size_t index_of(model::CaseId on) const
    {
        return static_cast<std::size_t>(std::ranges::lower_bound(cases, on) - cases.begin());
    }
};

} // namespace analysis
