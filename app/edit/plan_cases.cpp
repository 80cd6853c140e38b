#include "edit/plan.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace edit {
namespace {

constexpr float board_reach = 1e6F;

Result<void> check_text(model::Case const& text)
{
    if (text.title.empty()) return fail(Errc::invalid, "case.title");
    for (auto const* field : {&text.title, &text.short_title, &text.need, &text.description,
                              &text.domain, &text.proposer, &text.source, &text.cost, &text.notes})
        if (field->size() > text_max)
            return fail(Errc::invalid, "case.length", text.title.substr(0, 60));
    return {};
}

int highest_number(Document const& doc)
{
    int highest = 0;
    for (auto const& [id, one] : model::table<model::Case>(doc))
        highest = std::max(highest, one.number);
    return highest;
}

// Whether an open or finished round contains one of `ids`.
bool voted_on(Document const& doc, std::set<model::CaseId> const& ids)
{
    return std::ranges::any_of(model::table<model::Round>(doc), [&](auto const& row) {
        auto const status = model::get<model::RoundStatus>(doc, row.first);
        return status.state != model::RoundState::setup &&
               std::ranges::any_of(row.second.cases, [&](auto id) { return ids.contains(id); });
    });
}

} // namespace

Result<base::Vec2> on_board(base::Vec2 at)
{
    auto usable = [](float v) { return std::isfinite(v) && std::abs(v) <= board_reach; };
    if (!usable(at.x) || !usable(at.y)) return fail(Errc::invalid, "board.position");
    return base::Vec2{std::round(at.x * 16) / 16, std::round(at.y * 16) / 16};
}

FaceOfNew face_of_new(Document const& doc)
{
    bool const hidden = model::get<model::Gathering>(doc).writing == model::Writing::hidden;
    return hidden ? FaceOfNew::down : FaceOfNew::up;
}

Result<void> add_new_cases(Document const& doc, std::vector<NewCase> const& cases, Changes& out,
                           FaceOfNew face)
{
    if (cases.empty()) return {};
    int number = highest_number(doc);
    std::set<model::CaseId> seen, standing; // standing: new as well, and merged into nothing
    for (auto const& fresh : cases)
        if (!fresh.into) standing.insert(fresh.id);
    for (auto const& fresh : cases) {
        if (!fresh.id || !seen.insert(fresh.id).second || model::find<model::Case>(doc, fresh.id))
            return fail(Errc::conflict, "case.id");
        if (auto ok = check_text(fresh.text); !ok) return fail(ok.error());
        auto text = fresh.text;
        text.number = ++number;
        model::put<model::Case>(out, doc, fresh.id, std::move(text));
        if (fresh.into) {
            if (!standing.contains(fresh.into) && !model::find<model::Case>(doc, fresh.into))
                return fail(Errc::not_found, "case");
            if (model::find<model::Merge>(doc, fresh.into))
                return fail(Errc::conflict, "merge.absorbed");
            model::put<model::Merge>(out, doc, fresh.id, model::Merge{fresh.into});
        }
        if (face == FaceOfNew::down)
            model::put<model::FaceDown>(out, doc, fresh.id, model::FaceDown{});
        if (!fresh.at) continue;
        auto at = on_board(*fresh.at);
        if (!at) return fail(at.error());
        model::put<model::CardPlace>(out, doc, fresh.id, model::CardPlace{*at});
    }
    return {};
}

Result<void> move_cards(Document const& doc,
                        std::vector<std::pair<model::CaseId, base::Vec2>> const& to, Changes& out)
{
    std::set<model::CaseId> seen;
    for (auto const& [id, where] : to) {
        if (!model::find<model::Case>(doc, id)) return fail(Errc::not_found, "case");
        if (!seen.insert(id).second) return fail(Errc::invalid, "case.twice");
        auto at = on_board(where);
        if (!at) return fail(at.error());
        model::put<model::CardPlace>(out, doc, id, model::CardPlace{*at});
    }
    return {};
}

Result<Changes> plan_one(Document const& doc, AddCases const& c)
{
    if (c.cases.empty()) return fail(Errc::invalid, "cases.none");
    Changes out;
    // Imported cases were seen in the preview: they are not put face down.
    bool const typed = c.cases.front().text.origin == model::Origin::typed;
    auto const face = typed ? face_of_new(doc) : FaceOfNew::up;
    if (auto ok = add_new_cases(doc, c.cases, out, face); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, EditCase const& c)
{
    auto const* now = model::find<model::Case>(doc, c.id);
    if (!now) return fail(Errc::not_found, "case");
    if (auto ok = check_text(c.text); !ok) return fail(ok.error());
    auto text = c.text;
    text.number = now->number;
    text.origin = now->origin;
    Changes out;
    model::put<model::Case>(out, doc, c.id, std::move(text));
    return out;
}

Result<Changes> plan_one(Document const& doc, RemoveCases const& c)
{
    std::set<model::CaseId> const ids(c.ids.begin(), c.ids.end());
    if (ids.empty()) return fail(Errc::invalid, "cases.none");
    for (auto id : ids)
        if (!model::find<model::Case>(doc, id)) return fail(Errc::not_found, "case");
    if (voted_on(doc, ids)) return fail(Errc::conflict, "case.voted");
    Changes out;
    for (auto const& [id, round] :
         model::table<model::Round>(doc)) { // rounds in setup drop the case
        auto left = round;
        std::erase_if(left.cases, [&](auto on) { return ids.contains(on); });
        model::put<model::Round>(out, doc, id, std::move(left));
    }
    for (auto id : ids) model::drop<model::Case>(out, doc, id);
    std::set<model::AnnotationId> const marks(c.annotations.begin(), c.annotations.end());
    for (auto id : marks) {
        if (!model::find<model::Annotation>(doc, id)) return fail(Errc::not_found, "annotation");
        model::drop<model::Annotation>(out, doc, id);
    }
    for (auto const& [id, where] : c.to)
        if (ids.contains(id)) return fail(Errc::invalid, "case.twice");
    if (auto ok = move_cards(doc, c.to, out); !ok) return fail(ok.error());
    return model::with_dependents(doc, std::move(out));
}

Result<Changes> plan_one(Document const& doc, MoveCards const& c)
{
    Changes out;
    if (auto ok = move_cards(doc, c.to, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, MergeCases const& c)
{
    if (!model::find<model::Case>(doc, c.into)) return fail(Errc::not_found, "case");
    if (model::find<model::Merge>(doc, c.into)) return fail(Errc::conflict, "merge.absorbed");
    if (c.from.empty()) return fail(Errc::invalid, "cases.none");
    std::set<model::CaseId> from;
    for (auto id : c.from) {
        if (!model::find<model::Case>(doc, id)) return fail(Errc::not_found, "case");
        if (id == c.into || !from.insert(id).second) return fail(Errc::invalid, "case.twice");
    }
    auto all = from;
    for (auto const& [id, merge] : model::table<model::Merge>(doc))
        if (from.contains(merge.into)) all.insert(id);
    Changes out;
    for (auto id : all) model::put<model::Merge>(out, doc, id, model::Merge{c.into});
    return out;
}

Result<Changes> plan_one(Document const& doc, SplitCases const& c)
{
    Changes out;
    std::set<model::CaseId> seen;
    for (auto id : c.absorbed) {
        if (!model::find<model::Merge>(doc, id)) return fail(Errc::not_found, "merge");
        if (seen.insert(id).second) model::drop<model::Merge>(out, doc, id);
    }
    if (auto ok = move_cards(doc, c.to, out); !ok) return fail(ok.error());
    return out;
}

} // namespace edit
