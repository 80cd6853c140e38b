#include "analysis/in_use.h"

#include <algorithm>
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

} // namespace analysis
