#include "edit/plan.h"

#include <algorithm>
#include <set>

namespace edit {
namespace {

Result<void> join(Document const& doc, std::vector<model::CaseId> const& cases,
                  model::GroupId group, Changes& out)
{
    std::set<model::CaseId> seen;
    for (auto id : cases) {
        if (!model::find<model::Case>(doc, id)) return fail(Errc::not_found, "case");
        if (!seen.insert(id).second) return fail(Errc::invalid, "case.twice");
        if (group)
            model::put<model::Membership>(out, doc, id, model::Membership{group});
        else
            model::drop<model::Membership>(out, doc, id);
    }
    return {};
}

} // namespace

Result<base::Rect> frame_on_board(base::Rect const& area)
{
    auto min = on_board(area.min);
    if (!min) return fail(min.error());
    auto max = on_board(area.max);
    if (!max) return fail(max.error());
    if (max->x <= min->x || max->y <= min->y) return fail(Errc::invalid, "group.area");
    return base::Rect{*min, *max};
}

Result<Changes> plan_one(Document const& doc, AddGroup const& c)
{
    if (!c.id || model::find<model::Group>(doc, c.id)) return fail(Errc::conflict, "group.id");
    if (c.title.size() > text_max) return fail(Errc::invalid, "group.title");
    auto area = frame_on_board(c.area);
    if (!area) return fail(area.error());
    int number = 0;
    for (auto const& [id, group] : model::table<model::Group>(doc))
        number = std::max(number, group.number);
    Changes out;
    model::put<model::Group>(out, doc, c.id, model::Group{number + 1, c.title});
    model::put<model::GroupFrame>(out, doc, c.id, model::GroupFrame{*area});
    if (auto ok = join(doc, c.members, c.id, out); !ok) return fail(ok.error());
    if (auto ok = move_cards(doc, c.cards, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, EditGroup const& c)
{
    auto const* now = model::find<model::Group>(doc, c.id);
    if (!now) return fail(Errc::not_found, "group");
    if (c.title.size() > text_max) return fail(Errc::invalid, "group.title");
    Changes out;
    model::put<model::Group>(out, doc, c.id, model::Group{now->number, c.title});
    return out;
}

Result<Changes> plan_one(Document const& doc, MoveGroup const& c)
{
    if (!model::find<model::Group>(doc, c.id)) return fail(Errc::not_found, "group");
    auto area = frame_on_board(c.area);
    if (!area) return fail(area.error());
    Changes out;
    model::put<model::GroupFrame>(out, doc, c.id, model::GroupFrame{*area});
    if (auto ok = move_cards(doc, c.cards, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, RemoveGroup const& c)
{
    if (!model::find<model::Group>(doc, c.id)) return fail(Errc::not_found, "group");
    Changes out;
    model::drop<model::Group>(out, doc, c.id);
    return model::with_dependents(doc, std::move(out));
}

Result<Changes> plan_one(Document const& doc, SetMembers const& c)
{
    if (c.group && !model::find<model::Group>(doc, c.group)) return fail(Errc::not_found, "group");
    Changes out;
    if (auto ok = join(doc, c.cases, c.group, out); !ok) return fail(ok.error());
    if (auto ok = move_cards(doc, c.to, out); !ok) return fail(ok.error());
    return out;
}

} // namespace edit
