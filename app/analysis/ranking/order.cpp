#include "analysis/ranking/order.h"

#include "analysis/common/in_use.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"

#include <algorithm>
#include <set>

namespace analysis {

std::vector<model::CaseId> order_by_result(model::Document const& doc, Tally const& tally)
{
    auto const visible = visible_cases(doc);
    std::set<model::CaseId> left(visible.begin(), visible.end());
    std::vector<model::CaseId> order;
    order.reserve(visible.size());
    for (auto const& line : tally.cases)
        if (left.erase(line.on) != 0) order.push_back(line.on);
    for (auto id : visible)
        if (left.contains(id)) order.push_back(id);
    return order;
}

std::vector<model::CaseId> first_without_veto(Ranking const& ranking, int count)
{
    std::vector<model::CaseId> first;
    int last_rank = 0;
    for (auto const& line : ranking.cases) {
        if (!line.placed() || line.veto != Veto::none) continue;
        if (static_cast<int>(first.size()) >= count && line.rank != last_rank) break;
        first.push_back(line.on);
        last_rank = line.rank;
    }
    return first;
}

std::vector<model::AxisId> missing_axes(model::Document const& doc, RankedCase const& one)
{
    auto axes = active_axes(doc);
    std::erase_if(axes, [&](model::AxisId id) {
        return std::ranges::find(one.values, id, &AxisValue::axis) != one.values.end();
    });
    return axes;
}

} // namespace analysis
