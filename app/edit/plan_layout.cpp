#include "edit/plan.h"

#include <map>
#include <set>

// Moving and copying things of any kind in one entry.
namespace edit {
namespace {

Result<void> move_annotations(Document const& doc, LayOut const& c, Changes& out)
{
    std::set<model::AnnotationId> seen;
    for (auto const& [id, where] : c.annotations) {
        auto const* mark = model::find<model::Annotation>(doc, id);
        if (!mark) return fail(Errc::not_found, "annotation");
        if (!seen.insert(id).second) return fail(Errc::invalid, "annotation.id");
        auto at = on_board(where);
        if (!at) return fail(at.error());
        auto moved = *mark;
        moved.at = *at;
        model::put<model::Annotation>(out, doc, id, std::move(moved));
    }
    return {};
}

Result<void> move_frames(Document const& doc, LayOut const& c, Changes& out)
{
    std::set<model::GroupId> seen;
    for (auto const& [id, where] : c.frames) {
        if (!model::find<model::Group>(doc, id)) return fail(Errc::not_found, "group");
        if (!seen.insert(id).second) return fail(Errc::invalid, "group.id");
        auto area = frame_on_board(where);
        if (!area) return fail(area.error());
        model::put<model::GroupFrame>(out, doc, id, model::GroupFrame{*area});
    }
    return {};
}

Result<void> change_frames(Document const& doc, LayOut const& c, Changes& out)
{
    std::set<model::CaseId> seen;
    for (auto const& [id, group] : c.members) {
        if (!model::find<model::Case>(doc, id)) return fail(Errc::not_found, "case");
        if (group && !model::find<model::Group>(doc, group)) return fail(Errc::not_found, "group");
        if (!seen.insert(id).second) return fail(Errc::invalid, "case.twice");
        if (group)
            model::put<model::Membership>(out, doc, id, model::Membership{group});
        else
            model::drop<model::Membership>(out, doc, id);
    }
    return {};
}

using Copies = std::map<model::CaseId, model::CaseId>; // original to copy

// A copy is face down if its original is, and in the same frame.
Result<void> copy_cards(Document const& doc, Duplicate const& c, Copies& copies, Changes& out)
{
    std::vector<NewCase> fresh;
    for (auto const& card : c.cards) {
        auto const* text = model::find<model::Case>(doc, card.of);
        if (!text) return fail(Errc::not_found, "case");
        if (!copies.emplace(card.of, card.as).second) return fail(Errc::invalid, "case.twice");
        fresh.push_back({card.as, *text, card.at});
    }
    if (auto ok = add_new_cases(doc, fresh, out); !ok) return ok;
    for (auto const& [of, as] : copies) {
        if (auto const* member = model::find<model::Membership>(doc, of))
            model::put<model::Membership>(out, doc, as, *member);
        if (model::find<model::FaceDown>(doc, of))
            model::put<model::FaceDown>(out, doc, as, model::FaceDown{});
    }
    return {};
}

} // namespace

Result<Changes> plan_one(Document const& doc, LayOut const& c)
{
    Changes out;
    if (auto ok = move_cards(doc, c.cards, out); !ok) return fail(ok.error());
    if (auto ok = move_frames(doc, c, out); !ok) return fail(ok.error());
    if (auto ok = move_annotations(doc, c, out); !ok) return fail(ok.error());
    if (auto ok = change_frames(doc, c, out); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, Duplicate const& c)
{
    Changes out;
    Copies copies;
    if (auto ok = copy_cards(doc, c, copies, out); !ok) return fail(ok.error());
    std::set<model::AnnotationId> seen;
    for (auto const& [of, as] : c.annotations) {
        auto const* mark = model::find<model::Annotation>(doc, of);
        if (!mark) return fail(Errc::not_found, "annotation");
        if (!as || !seen.insert(as).second || model::find<model::Annotation>(doc, as))
            return fail(Errc::conflict, "annotation.id");
        auto copy = *mark;
        auto const at = on_board(mark->at + c.by);
        if (!at) return fail(at.error());
        copy.at = *at;
        if (copy.kind == model::AnnotationKind::link) {
            auto const shown = [&](model::CaseId id) { // a merged case is represented by another
                auto const* merge = model::find<model::Merge>(doc, id);
                return copies.find(merge ? merge->into : id);
            };
            auto const from = shown(mark->from), to = shown(mark->to);
            if (from == copies.end() || to == copies.end())
                return fail(Errc::invalid, "annotation.link");
            copy.from = from->second;
            copy.to = to->second;
        }
        model::put<model::Annotation>(out, doc, as, std::move(copy));
    }
    return out;
}

} // namespace edit
