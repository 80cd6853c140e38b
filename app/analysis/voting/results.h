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

// Method-specific parts of a result.
namespace analysis {

// Rankings, counted by three rules. Lists and matrices follow `cases`.
struct Orders {
    std::vector<model::CaseId> cases; // in the order shown to voters
    Square wins;                      // pairwise matrix: ballots that rank i above j
    Square paths;                     // Schulze's strongest paths
    std::vector<Ratio> borda;
    std::vector<int> borda_ranks, schulze_ranks, pairs_ranks;
    std::vector<model::CaseId>
        pairs_order; // ranked pairs, ties of majorities broken by the order of `cases`
    bool equal_majorities = false;
    bool order_matters = false; // equal majorities form a cycle, see RankedPairs
    std::optional<model::CaseId> condorcet_winner, condorcet_loser;
    struct Cycle {
        std::vector<model::CaseId> members;
        std::vector<model::CaseId> through; // a cycle: each beats the next, the last the first
    };
    std::vector<Cycle> cycles;
    std::optional<double> concordance; // Kendall's W, 0 to 1
};

// Pairwise comparisons. Lists and the matrix follow `cases`.
struct Duels {
    std::vector<model::CaseId> cases;
    Square wins; // how often i was preferred to j
    std::vector<Ratio> win_shares;
    std::vector<double> strengths; // Bradley-Terry, sum 1
    std::vector<int> share_ranks, strength_ranks;
};

// A selection within a budget. Amounts in hundredths.
struct Selection {
    std::int64_t budget = 0;
    std::int64_t cost = 0;
    Ratio value;                             // total score
    std::vector<model::CaseId> selected;     // in order of purchase
    std::vector<model::CaseId> without_cost; // cannot be bought
    // Greedy rules: bought before cases of equal score and cost.
    std::vector<model::CaseId> before_equals;
    std::optional<bool> several; // knapsack: other sets have the same value

    // Of Equal Shares.
    struct Bought {
        model::CaseId on;
        std::string rate;      // maximum paid per worth of a vote, exact, in units
        std::string effective; // cost divided by that, exact; empty for free projects
    };
    struct EqualShares {
        std::vector<Bought> bought;
        Ratio each;                     // final share of each person
        std::int64_t virtual_money = 0; // total of all shares
        std::int64_t steps = 0;         // number of increases, see Growth
        int ties_broken = 0;            // broken by lower cost, more supporters, declared order
        std::vector<Bought> fixed;      // the selection without increasing shares
        std::int64_t fixed_cost = 0;
        // Bought afterwards with the remaining money, greedily by score.
        std::vector<model::CaseId> completed;
        std::int64_t completed_cost = 0;
    };
    std::optional<EqualShares> equal_shares;
};

// The count of a single transferable vote. Lists per case follow `cases`.
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
