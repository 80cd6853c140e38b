#include "analysis/placements.h"

#include "analysis/order.h"

namespace analysis {
namespace {

std::optional<Placed> find_placed(model::Document const& doc, model::AxisId axis, model::CaseId on)
{
    auto const* found = model::find<model::Placement>(doc, {axis, on});
    if (!found) return std::nullopt;
    return Placed{on, found->opportunity, found->risk,
                  quadrant_of(found->opportunity, found->risk)};
}

} // namespace

Quadrant quadrant_of(model::Level opportunity, model::Level risk)
{
    if (opportunity >= quadrant_line)
        return risk >= quadrant_line ? Quadrant::safeguards : Quadrant::launch;
    return risk >= quadrant_line ? Quadrant::aside : Quadrant::comfort;
}

AxisPlacements placements(model::Document const& doc, model::AxisId axis)
{
    AxisPlacements result{.axis = axis, .placed = {}, .unplaced = {}, .counts = {}};
    for (auto id : visible_cases(doc)) {
        if (auto const placed = find_placed(doc, axis, id)) {
            result.placed.push_back(*placed);
            ++result.counts.at(static_cast<std::size_t>(placed->quadrant));
        } else {
            result.unplaced.push_back(id);
        }
    }
    return result;
}

Progress placing_progress(model::Document const& doc)
{
    Progress progress;
    for (auto axis : active_axes(doc)) {
        auto const on_axis = placements(doc, axis);
        progress.done += static_cast<int>(on_axis.placed.size());
        progress.total += static_cast<int>(on_axis.placed.size() + on_axis.unplaced.size());
    }
    return progress;
}

std::vector<ProfilePoint> profile(model::Document const& doc, model::CaseId on)
{
    std::vector<ProfilePoint> points;
    for (auto axis : active_axes(doc)) points.push_back({axis, find_placed(doc, axis, on)});
    return points;
}

} // namespace analysis
