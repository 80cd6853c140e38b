#pragma once

#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace analysis {

struct Priced {
    model::CaseId on;
    std::int64_t cost = 0; // at least 0, in the unit of the budget
};

// What to do with the first case that no longer fits.
enum class Overflow { pass_over, stop };

// How far down an order the money goes.
struct BudgetLine {
    std::vector<model::CaseId> in; // in the order
    std::int64_t spent = 0;
    std::int64_t left = 0;

    // The least more money with which others would be in, and what then changes.
    struct More {
        std::int64_t money = 0;
        std::vector<model::CaseId> enter, leave;
    };
    std::optional<More> more; // absent when all are in
};

// Takes the cases in order as long as the money lasts, passing over what does not fit or stopping
// there. Whatever made the order: the index, a vote, the committee.
BudgetLine budget_line(std::span<Priced const> in_order, std::int64_t budget, Overflow overflow);

} // namespace analysis
