#include "analysis/estimates/placements.h"

#include "analysis/common/in_use.h"

namespace analysis {
namespace {

std::optional<Placed> find_placed(model::Document const& doc, model::AxisId axis, model::CaseId on)
{
    auto const* found = model::find<model::Placement>(doc, {axis, on});
    if (!found) return std::nullopt;
    auto const lines = model::get<model::Axis>(doc, axis);
    return Placed{on, found->opportunity, found->risk,
                  quadrant_of(lines, found->opportunity, found->risk)};
}

Half half(model::Level level, model::Level line) { return level >= line ? Half::high : Half::low; }

} // namespace

Quadrant quadrant(Half opportunity, Half risk)
{
    if (opportunity == Half::high)
        return risk == Half::high ? Quadrant::safeguards : Quadrant::launch;
    return risk == Half::high ? Quadrant::aside : Quadrant::comfort;
}

Quadrant quadrant_of(model::Level opportunity, model::Level risk)
{
    return quadrant(half(opportunity, quadrant_line), half(risk, quadrant_line));
}

Quadrant quadrant_of(model::Axis const& axis, model::Level opportunity, model::Level risk)
{
    return quadrant(half(opportunity, axis.opportunity_line), half(risk, axis.risk_line));
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

std::vector<ProfilePoint> profile(model::Document const& doc, model::CaseId on)
{
    std::vector<ProfilePoint> points;
    for (auto axis : active_axes(doc)) points.push_back({axis, find_placed(doc, axis, on)});
    return points;
}

std::optional<Conflict> conflict(std::vector<ProfilePoint> const& profile)
{
    Conflict out;
    for (auto const& point : profile) {
        if (!point.placed) continue;
        if (point.placed->quadrant == Quadrant::aside || point.placed->risk >= top_risk)
            out.against.push_back(point.axis);
        else if (point.placed->quadrant == Quadrant::launch)
            out.favourable.push_back(point.axis);
    }
    if (out.favourable.empty() || out.against.empty()) return std::nullopt;
    return out;
}

} // namespace analysis
