#include "analysis/common/in_use.h"

#include <algorithm>
#include <utility>

namespace analysis {
namespace {

// The ids of the records for which `keep` is true, sorted by `what`.
template <class R>
std::vector<typename R::Key> by(int R::*what, model::Document const& doc, auto&& keep)
{
    std::vector<std::pair<int, typename R::Key>> sorted;
    for (auto const& [id, record] : model::table<R>(doc))
        if (keep(id, record)) sorted.emplace_back(record.*what, id);
    std::ranges::sort(sorted);
    std::vector<typename R::Key> ids;
    ids.reserve(sorted.size());
    for (auto const& [said, id] : sorted) ids.push_back(id);
    return ids;
}

} // namespace

std::vector<model::CaseId> visible_cases(model::Document const& doc)
{
    return by(&model::Case::number, doc, [&](model::CaseId id, model::Case const&) {
        return model::find<model::Merge>(doc, id) == nullptr;
    });
}

std::vector<model::AxisId> active_axes(model::Document const& doc)
{
    return by(&model::Axis::order, doc, [](model::AxisId, model::Axis const& axis) {
        return axis.state == model::AxisState::active;
    });
}

} // namespace analysis
