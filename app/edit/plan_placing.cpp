#include "edit/plan.h"

namespace edit {

Result<Changes> plan_one(Document const& doc, Place const& c)
{
    if (!model::find<model::Case>(doc, c.key.on)) return fail(Errc::not_found, "case");
    if (!model::find<model::Axis>(doc, c.key.axis)) return fail(Errc::not_found, "axis");
    auto in_range = [](model::Level v) { return v >= 0 && v <= model::level_max; };
    if (!in_range(c.placement.opportunity) || !in_range(c.placement.risk))
        return fail(Errc::invalid, "placement.range");
    if (c.placement.reason.size() > text_max) return fail(Errc::invalid, "placement.reason");
    auto const* now = model::find<model::Placement>(doc, c.key);
    bool const moves =
        now && (now->opportunity != c.placement.opportunity || now->risk != c.placement.risk);
    if (moves && now->lock == model::Lock::locked && c.placement.lock == model::Lock::locked)
        return fail(Errc::conflict, "placement.locked");
    Changes out;
    model::put<model::Placement>(out, doc, c.key, c.placement);
    return out;
}

Result<Changes> plan_one(Document const& doc, Unplace const& c)
{
    auto const* now = model::find<model::Placement>(doc, c.key);
    if (!now) return fail(Errc::not_found, "placement");
    if (now->lock == model::Lock::locked) return fail(Errc::conflict, "placement.locked");
    Changes out;
    model::drop<model::Placement>(out, doc, c.key);
    return out;
}

Result<Changes> plan_one(Document const& doc, Decide const& c)
{
    if (!model::find<model::Case>(doc, c.key.on)) return fail(Errc::not_found, "case");
    auto const& d = c.decision;
    if (d.reason.size() > text_max || d.owner.size() > text_max || d.review.size() > 32)
        return fail(Errc::invalid, "decision.length");
    Changes out;
    if (d == model::Decision{})
        model::drop<model::Decision>(out, doc, c.key);
    else
        model::put<model::Decision>(out, doc, c.key, d);
    return out;
}

} // namespace edit
