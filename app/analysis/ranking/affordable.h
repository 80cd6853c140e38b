#pragma once

#include "analysis/common/cost.h"
#include "analysis/ranking/budget_line.h"
#include "analysis/ranking/ranking.h"
#include "base/result.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis {

// Why a case gets no money. A case with a veto is bought only if it was decided to launch it, with
// safeguards or not.
enum class Excluded { no, unplaced, veto, decided, no_cost };

struct Offered {
    model::CaseId on;
    std::optional<std::int64_t> cost; // hundredths
    Excluded excluded = Excluded::no;
    bool in = false;
    std::int64_t so_far = 0; // cumulative cost up to this case, if bought
};

// The cases that a budget buys.
struct Affordable {
    model::Budget budget;
    Cost::Kind kind = Cost::Kind::amount; // of the costs and of the budget
    std::vector<Offered> cases;           // in the order of the ranking
    std::int64_t spent = 0, left = 0;
    std::int64_t all = 0; // total cost of all eligible cases
    bool several = false; // of a knapsack: there is another optimum
    // The smallest increase of the budget that buys another case (for a knapsack: that raises the
    // value). None where no increase would.
    std::optional<BudgetLine::More> more;

    [[nodiscard]] std::vector<model::CaseId> in() const;
};

// Spends `budget`, if any, on the cases with a cost, by its rule:
//   greedy, greedy_no_skip: in order, skipping what does not fit, or stopping there;
//   knapsack: the largest sum of indices (in thousandths; negative ones count as 0);
//   equal_shares: by the ballots of the reference round (methods.md, 1.8, Add1, sharing points
//   exactly); by points where the ballots give some, else by approvals.
// Errors: invalid "budget.cost_kinds" (the title of a case with the other kind of cost),
// "budget.ballots" when the ballots cannot be used.
base::Result<Affordable> affordable(model::Document const& doc, Ranking const& ranking,
                                    model::Budget const& budget);

} // namespace analysis
