#pragma once

#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace analysis {

struct Priced {
    model::CaseId on;
    std::int64_t cost = 0; // non-negative, in the unit of the budget
};

// What happens at the first case that does not fit.
enum class Overflow { pass_over, stop };

// The cases bought in a given order.
struct BudgetLine {
    std::vector<model::CaseId> in; // in order
    std::int64_t spent = 0;
    std::int64_t left = 0;

    // The smallest increase of the budget that changes the choice, and the change.
    struct More {
        std::int64_t money = 0;
        std::vector<model::CaseId> enter, leave;
    };
    std::optional<More> more; // none when all are bought
};

// Buys cases in order while money is left, skipping what does not fit or stopping there. The order
// may come from the index, a vote or the committee.
BudgetLine budget_line(std::span<Priced const> in_order, std::int64_t budget, Overflow overflow);

} // namespace analysis
