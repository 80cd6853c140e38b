#include "edit/plan.h"

#include <set>

namespace edit {

namespace {

// Of an existing case, or one that the same command adds.
Result<void> place(Document const& doc, model::PlacementKey const& key, model::Placement placement,
                   Changes& out)
{
    if (!model::find<model::Axis>(doc, key.axis)) return fail(Errc::not_found, "axis");
    if (!both_or_neither(placement.severity, placement.likelihood))
        return fail(Errc::invalid, "placement.range");
    if (placement.severity >= 0)
        placement.risk = model::risk_of(placement.severity, placement.likelihood);
    auto in_range = [](model::Level v) { return v >= 0 && v <= model::level_max; };
    if (!in_range(placement.opportunity) || !in_range(placement.risk))
        return fail(Errc::invalid, "placement.range");
    if (placement.reason.size() > text_max) return fail(Errc::invalid, "placement.reason");
    auto const* now = model::find<model::Placement>(doc, key);
    bool const moves =
        now && (now->opportunity != placement.opportunity || now->risk != placement.risk);
    if (moves && now->lock == model::Lock::locked && placement.lock == model::Lock::locked)
        return fail(Errc::conflict, "placement.locked");
    model::put<model::Placement>(out, doc, key, std::move(placement));
    return {};
}

} // namespace

bool both_or_neither(model::Level severity, model::Level likelihood)
{
    if (severity < 0 && likelihood < 0) return severity == -1 && likelihood == -1;
    return severity >= 0 && severity <= model::level_max && likelihood >= 0 &&
           likelihood <= model::level_max;
}

Result<Changes> plan_one(Document const& doc, Place const& c)
{
    if (!model::find<model::Case>(doc, c.key.on)) return fail(Errc::not_found, "case");
    Changes out;
    if (auto ok = place(doc, c.key, c.placement, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, PlaceAll const& c)
{
    Changes out;
    if (auto ok = add_new_cases(doc, c.cases, out); !ok) return fail(ok.error());
    std::set<model::CaseId> fresh, edited;
    for (auto const& one : c.cases) fresh.insert(one.id);
    for (auto const& one : c.edits) {
        if (!edited.insert(one.id).second) return fail(Errc::invalid, "case.twice");
        auto changed = plan_one(doc, one);
        if (!changed) return changed;
        for (auto& change : *changed) out.push_back(std::move(change));
    }
    std::set<model::PlacementKey> seen;
    for (auto const& [key, placement] : c.where) {
        if (!seen.insert(key).second) return fail(Errc::invalid, "case.twice");
        bool const there = fresh.contains(key.on) || model::find<model::Case>(doc, key.on);
        if (!there) return fail(Errc::not_found, "case");
        if (auto ok = place(doc, key, placement, out); !ok) return fail(ok.error());
    }
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
    if (d.reason.size() > text_max || d.owner.size() > text_max || d.question.size() > text_max ||
        d.review.size() > 32)
        return fail(Errc::invalid, "decision.length");
    Changes out;
    if (d == model::Decision{})
        model::drop<model::Decision>(out, doc, c.key);
    else
        model::put<model::Decision>(out, doc, c.key, d);
    return out;
}

} // namespace edit
