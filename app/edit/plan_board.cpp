#include "edit/plan.h"

#include <algorithm>
#include <optional>
#include <set>

// Commands on proposals, face-down cards and annotations.
namespace edit {
namespace {

constexpr std::size_t coordinates_max = 16'384; // of one stroke

Result<model::Proposal const*> waiting(Document const& doc, model::ProposalId id)
{
    auto const* found = model::find<model::Proposal>(doc, id);
    if (!found) return fail(Errc::not_found, "proposal");
    return found;
}

NewCase case_of(model::Proposal const& proposal, model::CaseId as, std::optional<base::Vec2> at)
{
    NewCase fresh{as, {}, at};
    fresh.text.title = proposal.title;
    fresh.text.description = proposal.description;
    fresh.text.domain = proposal.domain;
    fresh.text.proposer = proposal.from;
    fresh.text.origin = proposal.origin;
    return fresh;
}

Result<void> check_proposal(Propose::One const& one)
{
    if (!one.id) return fail(Errc::invalid, "proposal.id");
    auto const& said = one.proposal;
    if (said.title.empty()) return fail(Errc::invalid, "case.title");
    for (auto const* field : {&said.title, &said.description, &said.domain, &said.from})
        if (field->size() > text_max)
            return fail(Errc::invalid, "case.length", said.title.substr(0, 60));
    return {};
}

// The case that was made of a proposal and still has exactly its text.
std::optional<model::CaseId> made_of(Document const& doc, model::Proposal const& said)
{
    for (auto const& [id, one] : model::table<model::Case>(doc))
        if (one.title == said.title && one.description == said.description &&
            one.domain == said.domain && one.origin == said.origin)
            return id;
    return std::nullopt;
}

// Removes the proposals and cases that those of `fresh` replace. A replaced card's position is
// passed on.
Result<Changes> way_made(Document const& doc, std::vector<Propose::One>& fresh)
{
    std::set<model::ProposalId> cut;
    std::set<model::CaseId> cases;
    for (auto& one : fresh) {
        if (!one.instead_of) continue;
        if (model::find<model::Proposal>(doc, one.instead_of->id)) {
            cut.insert(one.instead_of->id);
            continue;
        }
        auto const made = made_of(doc, one.instead_of->said);
        if (!made || cases.contains(*made) || !plan_one(doc, RemoveCases{{*made}})) continue;
        cases.insert(*made);
        if (auto const* card = model::find<model::CardPlace>(doc, *made)) one.at = card->at;
    }
    auto out = cases.empty() ? Result<Changes>{Changes{}}
                             : plan_one(doc, RemoveCases{{cases.begin(), cases.end()}});
    if (out)
        for (auto id : cut) model::drop<model::Proposal>(*out, doc, id);
    return out;
}

Result<void> check_annotation(Document const& doc, model::Annotation const& mark)
{
    if (mark.text.size() > text_max) return fail(Errc::invalid, "annotation.length");
    switch (mark.kind) {
    case model::AnnotationKind::text:
        if (mark.text.empty()) return fail(Errc::invalid, "annotation.text");
        break;
    case model::AnnotationKind::link:
        if (mark.from == mark.to || !model::find<model::Case>(doc, mark.from) ||
            !model::find<model::Case>(doc, mark.to))
            return fail(Errc::invalid, "annotation.link");
        break;
    case model::AnnotationKind::stroke:
        if (mark.points.size() < 2 || mark.points.size() % 2 != 0 ||
            mark.points.size() > coordinates_max)
            return fail(Errc::invalid, "annotation.stroke");
        break;
    }
    return {};
}

} // namespace

Result<Changes> plan_one(Document const& doc, KeepApart const& c)
{
    if (!model::find<model::Case>(doc, c.a) || !model::find<model::Case>(doc, c.b))
        return fail(Errc::not_found, "case");
    if (c.a == c.b) return fail(Errc::invalid, "case.twice");
    Changes out;
    model::put<model::KeptApart>(out, doc, {std::min(c.a, c.b), std::max(c.a, c.b)},
                                 model::KeptApart{});
    return out;
}

Result<Changes> plan_one(Document const& doc, SetGathering const& c)
{
    Changes out;
    model::put<model::Gathering>(out, doc, {}, c.gathering);
    return out;
}

Result<Changes> plan_one(Document const& doc, TurnCards const& c)
{
    Changes out;
    std::set<model::CaseId> seen;
    for (auto id : c.ids) {
        if (!model::find<model::Case>(doc, id)) return fail(Errc::not_found, "case");
        if (!seen.insert(id).second) return fail(Errc::invalid, "case.twice");
        if (c.face == TurnCards::Face::down)
            model::put<model::FaceDown>(out, doc, id, model::FaceDown{});
        else
            model::drop<model::FaceDown>(out, doc, id);
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, Propose const& c)
{
    std::vector<Propose::One> fresh;
    std::set<model::ProposalId> seen;
    for (auto const& one : c.which) {
        if (auto ok = check_proposal(one); !ok) return fail(ok.error());
        bool const known = model::find<model::Received>(doc, one.id) != nullptr;
        if (!known && seen.insert(one.id).second) fresh.push_back(one);
    }
    auto out = way_made(doc, fresh);
    if (!out) return out;
    auto after = doc; // cases are added one by one, so that each gets the next number
    if (auto ok = model::apply(after, *out); !ok) return fail(ok.error());
    std::vector<NewCase> direct;
    bool const waits = model::get<model::Gathering>(doc).moderation == model::Moderation::on;
    for (auto const& one : fresh) {
        model::put<model::Received>(*out, after, one.id, model::Received{});
        if (waits)
            model::put<model::Proposal>(*out, after, one.id, one.proposal);
        else
            direct.push_back(case_of(one.proposal, one.as, one.at));
    }
    if (auto ok = add_new_cases(after, direct, *out, face_of_new(doc)); !ok)
        return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, AcceptProposals const& c)
{
    if (c.which.empty()) return fail(Errc::invalid, "cases.none");
    Changes out;
    std::vector<NewCase> cases;
    std::set<model::ProposalId> seen;
    for (auto const& one : c.which) {
        auto const proposal = waiting(doc, one.id);
        if (!proposal) return fail(proposal.error());
        if (!seen.insert(one.id).second) return fail(Errc::invalid, "proposal");
        cases.push_back(case_of(**proposal, one.as, one.at));
        model::drop<model::Proposal>(out, doc, one.id);
    }
    if (auto ok = add_new_cases(doc, cases, out, face_of_new(doc)); !ok) return fail(ok.error());
    return out;
}

Result<Changes> plan_one(Document const& doc, MergeProposal const& c)
{
    auto const proposal = waiting(doc, c.id);
    if (!proposal) return fail(proposal.error());
    if (!c.into) return fail(Errc::not_found, "case");
    Changes out;
    auto fresh = case_of(**proposal, c.as, std::nullopt);
    fresh.into = c.into;
    if (auto ok = add_new_cases(doc, {fresh}, out, face_of_new(doc)); !ok) return fail(ok.error());
    model::drop<model::Proposal>(out, doc, c.id);
    return out;
}

Result<Changes> plan_one(Document const& doc, RefuseProposals const& c)
{
    Changes out;
    std::set<model::ProposalId> seen;
    for (auto id : c.ids) {
        if (auto const proposal = waiting(doc, id); !proposal) return fail(proposal.error());
        if (seen.insert(id).second) model::drop<model::Proposal>(out, doc, id);
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, SetAnnotations const& c)
{
    Changes out;
    std::set<model::AnnotationId> seen;
    for (auto const& [id, mark] : c.annotations) {
        if (!id || !seen.insert(id).second) return fail(Errc::invalid, "annotation.id");
        if (auto ok = check_annotation(doc, mark); !ok) return fail(ok.error());
        auto const at = on_board(mark.at);
        if (!at) return fail(at.error());
        auto kept = mark;
        kept.at = *at;
        model::put<model::Annotation>(out, doc, id, std::move(kept));
    }
    return out;
}

Result<Changes> plan_one(Document const& doc, RemoveAnnotations const& c)
{
    Changes out;
    std::set<model::AnnotationId> seen;
    for (auto id : c.ids) {
        if (!model::find<model::Annotation>(doc, id)) return fail(Errc::not_found, "annotation");
        if (seen.insert(id).second) model::drop<model::Annotation>(out, doc, id);
    }
    return out;
}

} // namespace edit
