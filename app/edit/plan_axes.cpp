#include "edit/plan.h"

#include <algorithm>
#include <set>

// Commands on axes. An axis's place (its permanent number) is set when it is created and never
// changes.
namespace edit {
namespace {

using model::Axis;
using model::AxisId;
using model::AxisState;

std::vector<AxisId> axes_in_use(Document const& doc)
{
    std::vector<std::pair<int, AxisId>> ordered;
    for (auto const& [id, axis] : model::table<Axis>(doc))
        if (axis.state == AxisState::active) ordered.emplace_back(axis.order, id);
    std::ranges::sort(ordered);
    std::vector<AxisId> out;
    for (auto const& [order, id] : ordered) out.push_back(id);
    return out;
}

// Makes the axes of `order` active, in that order.
void arrange(Document const& doc, std::vector<AxisId> const& order, Changes& out)
{
    int next = 1;
    for (auto id : order) {
        auto axis = model::get<Axis>(doc, id);
        axis.order = next++;
        axis.state = AxisState::active;
        model::put<Axis>(out, doc, id, std::move(axis));
    }
}

Result<void> check(Axis const& axis)
{
    if (axis.title.empty()) return fail(Errc::invalid, "axis.title");
    for (auto const* text :
         {&axis.title, &axis.short_title, &axis.opportunity, &axis.opportunity_low,
          &axis.opportunity_high, &axis.risk, &axis.risk_low, &axis.risk_high, &axis.launch,
          &axis.safeguards, &axis.comfort, &axis.aside, &axis.severity, &axis.likelihood})
        if (text->size() > text_max) return fail(Errc::invalid, "axis.title");
    if (axis.weight_milli < 0 || axis.weight_milli > weight_max)
        return fail(Errc::invalid, "axis.weight");
    auto crosses = [](model::Level line) { return line > 0 && line < model::level_max; };
    if (!crosses(axis.opportunity_line) || !crosses(axis.risk_line))
        return fail(Errc::invalid, "axis.line");
    return {};
}

} // namespace

Result<Changes> plan_one(Document const& doc, SetAxis const& c)
{
    if (!c.id) return fail(Errc::invalid, "axis.id");
    if (auto ok = check(c.axis); !ok) return fail(ok.error());
    auto axis = c.axis;
    if (auto const* now = model::find<Axis>(doc, c.id)) {
        axis.order = now->order;
        axis.place = now->place;
        axis.state = now->state;
    } else {
        axis.order = static_cast<int>(axes_in_use(doc).size()) + 1;
        axis.place = model::next_place(doc);
        axis.state = AxisState::active;
    }
    Changes out;
    model::put<Axis>(out, doc, c.id, std::move(axis));
    return out;
}

Result<Changes> plan_one(Document const& doc, ArrangeAxes const& c)
{
    auto const now = axes_in_use(doc);
    std::set<AxisId> const asked(c.order.begin(), c.order.end());
    if (asked != std::set<AxisId>(now.begin(), now.end()) || asked.size() != c.order.size())
        return fail(Errc::invalid, "axis.order");
    Changes out;
    arrange(doc, c.order, out);
    return out;
}

Result<Changes> plan_one(Document const& doc, WeighAxes const& c)
{
    Changes out;
    std::set<AxisId> seen;
    for (auto const& [id, milli] : c.weights) {
        auto const* now = model::find<Axis>(doc, id);
        if (!now) return fail(Errc::not_found, "axis");
        if (!seen.insert(id).second || milli < 0 || milli > weight_max)
            return fail(Errc::invalid, "axis.weight");
        auto axis = *now;
        axis.weight_milli = milli;
        model::put<Axis>(out, doc, id, std::move(axis));
    }
    return out;
}

// A retired axis keeps its order, to return to it.
Result<Changes> plan_one(Document const& doc, RetireAxis const& c)
{
    auto const* now = model::find<Axis>(doc, c.id);
    if (!now) return fail(Errc::not_found, "axis");
    if (now->state == AxisState::retired) return Changes{};
    auto order = axes_in_use(doc);
    if (order.size() == 1) return fail(Errc::conflict, "axis.last");
    std::erase(order, c.id);
    Changes out;
    arrange(doc, order, out);
    auto axis = *now;
    axis.state = AxisState::retired;
    model::put<Axis>(out, doc, c.id, std::move(axis));
    return out;
}

Result<Changes> plan_one(Document const& doc, RestoreAxis const& c)
{
    auto const* now = model::find<Axis>(doc, c.id);
    if (!now) return fail(Errc::not_found, "axis");
    if (now->state == AxisState::active) return Changes{};
    auto order = axes_in_use(doc);
    auto const at = std::clamp(now->order - 1, 0, static_cast<int>(order.size()));
    order.insert(order.begin() + at, c.id);
    Changes out;
    arrange(doc, order, out);
    return out;
}

} // namespace edit
