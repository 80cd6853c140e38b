#include "analysis/ranking/budget_line.h"

#include <algorithm>

namespace analysis {
namespace {

struct Taken {
    BudgetLine line;
    std::optional<std::int64_t> missing; // the smallest amount missing for a case
};

Taken take(std::span<Priced const> in_order, std::int64_t budget, Overflow overflow)
{
    Taken out;
    out.line.left = std::max<std::int64_t>(budget, 0);
    for (auto const& one : in_order) {
        if (one.cost <= out.line.left) {
            out.line.in.push_back(one.on);
            out.line.spent += one.cost;
            out.line.left -= one.cost;
            continue;
        }
        auto const missing = one.cost - out.line.left;
        out.missing = std::min(out.missing.value_or(missing), missing);
        if (overflow == Overflow::stop) break;
    }
    return out;
}

std::vector<model::CaseId> missing_from(std::vector<model::CaseId> const& these,
                                        std::vector<model::CaseId> const& those)
{
    auto out = these;
    std::erase_if(out, [&](auto id) { return std::ranges::find(those, id) != those.end(); });
    return out;
}

} // namespace

// With the smallest missing amount added, all earlier choices stay the same, so that case is
// bought; less is left for the following ones.
BudgetLine budget_line(std::span<Priced const> in_order, std::int64_t budget, Overflow overflow)
{
    auto now = take(in_order, budget, overflow);
    if (now.missing) {
        auto const then =
            take(in_order, std::max<std::int64_t>(budget, 0) + *now.missing, overflow).line;
        now.line.more = BudgetLine::More{*now.missing, missing_from(then.in, now.line.in),
                                         missing_from(now.line.in, then.in)};
    }
    return now.line;
}

} // namespace analysis
