#include "analysis/order.h"

#include "analysis/ranking.h"
#include "analysis/tally.h"

#include <algorithm>
#include <set>
#include <utility>

namespace analysis {
namespace {

// The ids of the records that `keep`, by their number.
template <class R>
std::vector<typename R::Key> by_number(model::Document const& doc, auto&& keep)
{
    std::vector<std::pair<int, typename R::Key>> numbered;
    for (auto const& [id, record] : model::table<R>(doc))
        if (keep(id, record)) numbered.emplace_back(record.number, id);
    std::ranges::sort(numbered);
    std::vector<typename R::Key> ids;
    ids.reserve(numbered.size());
    for (auto const& [number, id] : numbered) ids.push_back(id);
    return ids;
}

} // namespace

std::vector<model::CaseId> visible_cases(model::Document const& doc)
{
    return by_number<model::Case>(doc, [&](model::CaseId id, model::Case const&) {
        return model::find<model::Merge>(doc, id) == nullptr;
    });
}

std::vector<model::AxisId> active_axes(model::Document const& doc)
{
    return by_number<model::Axis>(doc, [](model::AxisId, model::Axis const& axis) {
        return axis.state == model::AxisState::active;
    });
}

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

std::vector<model::CaseId> order_by_index(Ranking const& ranking)
{
    std::vector<model::CaseId> order;
    order.reserve(ranking.cases.size());
    for (auto const& line : ranking.cases) order.push_back(line.on);
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

} // namespace analysis
