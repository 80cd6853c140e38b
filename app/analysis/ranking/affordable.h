#pragma once

#include "analysis/common/cost.h"
#include "analysis/ranking/budget_line.h"
#include "analysis/ranking/ranking.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis {

// Why a case is not among those that the money goes to. A risk to be looked into is never taken by
// itself: only where the room decided to launch the case, with safeguards or not.
enum class Excluded { no, unplaced, veto, decided, no_cost };

struct Offered {
    model::CaseId on;
    std::optional<std::int64_t> cost; // hundredths
    Excluded excluded = Excluded::no;
    bool in = false;
    std::int64_t so_far = 0; // spent on it and on those before it, when it is in
};

// What fits under a budget.
struct Affordable {
    model::Budget budget;
    Cost::Kind kind = Cost::Kind::amount; // of the costs, and so of the money
    std::vector<Offered> cases;           // in the order of the ranking
    std::int64_t spent = 0, left = 0;
    std::int64_t all = 0; // what those that the money can go to cost together
    bool several = false; // of a knapsack: another set is worth as much
    // The least more money with which others would be in; of a knapsack, with which more would be
    // worth it. Absent where no money would let another case in.
    std::optional<BudgetLine::More> more;

    [[nodiscard]] std::vector<model::CaseId> in() const;
};

// Spends `budget`, if there is any, by its rule on the cases that have a cost:
//   greedy, greedy_no_skip: down the order, passing over what does not fit or stopping there;
//   knapsack: the greatest sum of indices (in thousandths; an index below one counts for nothing);
//   equal_shares: by the ballots of the reference round, each voter having an equal part (METHODS
//   1.8, Add1, points being shared exactly); the ballots' points count where they give
//   some, approvals otherwise.
// Errors: invalid "budget.cost_kinds" (the title of a case that says the other kind),
// "budget.ballots" when no ballot can share.
base::Result<Affordable> affordable(model::Document const& doc, Ranking const& ranking,
                                    model::Budget const& budget);

} // namespace analysis
