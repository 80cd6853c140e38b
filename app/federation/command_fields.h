#pragma once

#include "edit/command.h"

// The fields of the commands with their names in the outbox; see command_text.h. Commands without
// a line here (those that begin a session) are not written.
namespace federation {

template <class C>
struct FieldsOf;

template <class C>
concept Written = requires(C& c)
{
    FieldsOf<C>::of(c, [](char const*, auto&) {});
};

// clang-format off

template <> struct FieldsOf<edit::SetTitle> { static void of(auto& r, auto&& f) { f("title", r.title); } };
template <> struct FieldsOf<edit::SetStep> { static void of(auto& r, auto&& f) { f("step", r.step); } };
template <> struct FieldsOf<edit::SetPrompt> { static void of(auto& r, auto&& f) { f("step", r.step), f("prompt", r.prompt); } };
template <> struct FieldsOf<edit::SetTimer> { static void of(auto& r, auto&& f) { f("timer", r.timer); } };
template <> struct FieldsOf<edit::SetHeadcount> { static void of(auto& r, auto&& f) { f("headcount", r.headcount); } };
template <> struct FieldsOf<edit::SetConvention> { static void of(auto& r, auto&& f) { f("convention", r.convention), f("weights", r.weights); } };
template <> struct FieldsOf<edit::SetReference> { static void of(auto& r, auto&& f) { f("round", r.round); } };
template <> struct FieldsOf<edit::SetBudget> { static void of(auto& r, auto&& f) { f("budget", r.budget); } };
template <> struct FieldsOf<edit::NewCase> { static void of(auto& r, auto&& f) { f("id", r.id), f("text", r.text), f("at", r.at), f("into", r.into); } };
template <> struct FieldsOf<edit::AddCases> { static void of(auto& r, auto&& f) { f("cases", r.cases); } };
template <> struct FieldsOf<edit::EditCase> { static void of(auto& r, auto&& f) { f("id", r.id), f("text", r.text); } };
template <> struct FieldsOf<edit::RemoveCases> { static void of(auto& r, auto&& f) { f("ids", r.ids), f("annotations", r.annotations), f("to", r.to); } };
template <> struct FieldsOf<edit::MoveCards> { static void of(auto& r, auto&& f) { f("to", r.to); } };
template <> struct FieldsOf<edit::MergeCases> { static void of(auto& r, auto&& f) { f("into", r.into), f("from", r.from); } };
template <> struct FieldsOf<edit::SplitCases> { static void of(auto& r, auto&& f) { f("absorbed", r.absorbed), f("to", r.to); } };
template <> struct FieldsOf<edit::KeepApart> { static void of(auto& r, auto&& f) { f("a", r.a), f("b", r.b); } };
template <> struct FieldsOf<edit::SetGathering> { static void of(auto& r, auto&& f) { f("gathering", r.gathering); } };
template <> struct FieldsOf<edit::TurnCards> { static void of(auto& r, auto&& f) { f("ids", r.ids), f("face", r.face); } };
template <> struct FieldsOf<edit::Propose::Cut> { static void of(auto& r, auto&& f) { f("id", r.id), f("said", r.said); } };
template <> struct FieldsOf<edit::Propose::One> { static void of(auto& r, auto&& f) { f("id", r.id), f("proposal", r.proposal), f("as", r.as), f("at", r.at), f("instead_of", r.instead_of); } };
template <> struct FieldsOf<edit::Propose> { static void of(auto& r, auto&& f) { f("which", r.which); } };
template <> struct FieldsOf<edit::AcceptProposals::One> { static void of(auto& r, auto&& f) { f("id", r.id), f("as", r.as), f("at", r.at); } };
template <> struct FieldsOf<edit::AcceptProposals> { static void of(auto& r, auto&& f) { f("which", r.which); } };
template <> struct FieldsOf<edit::MergeProposal> { static void of(auto& r, auto&& f) { f("id", r.id), f("as", r.as), f("into", r.into); } };
template <> struct FieldsOf<edit::RefuseProposals> { static void of(auto& r, auto&& f) { f("ids", r.ids); } };
template <> struct FieldsOf<edit::SetAnnotations> { static void of(auto& r, auto&& f) { f("annotations", r.annotations); } };
template <> struct FieldsOf<edit::RemoveAnnotations> { static void of(auto& r, auto&& f) { f("ids", r.ids); } };
template <> struct FieldsOf<edit::LayOut> { static void of(auto& r, auto&& f) { f("cards", r.cards), f("frames", r.frames), f("annotations", r.annotations), f("members", r.members); } };
template <> struct FieldsOf<edit::Duplicate::Card> { static void of(auto& r, auto&& f) { f("of", r.of), f("as", r.as), f("at", r.at); } };
template <> struct FieldsOf<edit::Duplicate::Mark> { static void of(auto& r, auto&& f) { f("of", r.of), f("as", r.as); } };
template <> struct FieldsOf<edit::Duplicate> { static void of(auto& r, auto&& f) { f("cards", r.cards), f("annotations", r.annotations), f("by", r.by); } };
template <> struct FieldsOf<edit::AddGroup> { static void of(auto& r, auto&& f) { f("id", r.id), f("title", r.title), f("area", r.area), f("members", r.members), f("cards", r.cards); } };
template <> struct FieldsOf<edit::EditGroup> { static void of(auto& r, auto&& f) { f("id", r.id), f("title", r.title); } };
template <> struct FieldsOf<edit::MoveGroup> { static void of(auto& r, auto&& f) { f("id", r.id), f("area", r.area), f("cards", r.cards); } };
template <> struct FieldsOf<edit::RemoveGroup> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::SetMembers> { static void of(auto& r, auto&& f) { f("cases", r.cases), f("group", r.group), f("to", r.to); } };
template <> struct FieldsOf<edit::SetAxis> { static void of(auto& r, auto&& f) { f("id", r.id), f("axis", r.axis); } };
template <> struct FieldsOf<edit::ArrangeAxes> { static void of(auto& r, auto&& f) { f("order", r.order); } };
template <> struct FieldsOf<edit::WeighAxes> { static void of(auto& r, auto&& f) { f("weights", r.weights); } };
template <> struct FieldsOf<edit::RetireAxis> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::RestoreAxis> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::AdoptQuestions> { static void of(auto& r, auto&& f) { f("questions", r.questions); } };
template <> struct FieldsOf<edit::SetQuestion> { static void of(auto& r, auto&& f) { f("id", r.id), f("question", r.question); } };
template <> struct FieldsOf<edit::ArrangeQuestions> { static void of(auto& r, auto&& f) { f("order", r.order); } };
template <> struct FieldsOf<edit::RetireQuestion> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::RestoreQuestion> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::AnswerQuestion> { static void of(auto& r, auto&& f) { f("key", r.key), f("answer", r.answer); } };
template <> struct FieldsOf<edit::PrepareRound> { static void of(auto& r, auto&& f) { f("id", r.id), f("round", r.round); } };
template <> struct FieldsOf<edit::DropRound> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::OpenRound> { static void of(auto& r, auto&& f) { f("id", r.id), f("at_ms", r.at_ms), f("until_ms", r.until_ms); } };
template <> struct FieldsOf<edit::ProlongRound> { static void of(auto& r, auto&& f) { f("id", r.id), f("until_ms", r.until_ms); } };
template <> struct FieldsOf<edit::CloseRound> { static void of(auto& r, auto&& f) { f("id", r.id), f("ballots", r.ballots), f("at_ms", r.at_ms), f("collection", r.collection), f("missing", r.missing), f("rooms", r.rooms); } };
template <> struct FieldsOf<edit::RevealRound> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::ReopenRound> { static void of(auto& r, auto&& f) { f("id", r.id), f("at_ms", r.at_ms); } };
template <> struct FieldsOf<edit::DecideTie> { static void of(auto& r, auto&& f) { f("key", r.key), f("decision", r.decision); } };
template <> struct FieldsOf<edit::CountHands> { static void of(auto& r, auto&& f) { f("id", r.id), f("hands", r.hands), f("at_ms", r.at_ms); } };
template <> struct FieldsOf<edit::RaiseHands> { static void of(auto& r, auto&& f) { f("id", r.id), f("people", r.people), f("hands", r.hands); } };
template <> struct FieldsOf<edit::RecordElection> { static void of(auto& r, auto&& f) { f("cases", r.cases), f("id", r.id), f("round", r.round), f("ballots", r.ballots), f("at_ms", r.at_ms); } };
template <> struct FieldsOf<edit::Place> { static void of(auto& r, auto&& f) { f("key", r.key), f("placement", r.placement); } };
template <> struct FieldsOf<edit::PlaceAll> { static void of(auto& r, auto&& f) { f("where", r.where), f("cases", r.cases), f("edits", r.edits); } };
template <> struct FieldsOf<edit::Unplace> { static void of(auto& r, auto&& f) { f("key", r.key); } };
template <> struct FieldsOf<edit::Decide> { static void of(auto& r, auto&& f) { f("key", r.key), f("decision", r.decision); } };
template <> struct FieldsOf<edit::JoinSite> { static void of(auto& r, auto&& f) { f("id", r.id), f("label", r.label), f("part", r.part), f("instead_of", r.instead_of); } };
template <> struct FieldsOf<edit::LeaveSite> { static void of(auto& r, auto&& f) { f("id", r.id); } };
template <> struct FieldsOf<edit::PassLead> { static void of(auto& r, auto&& f) { f("from", r.from), f("to", r.to); } };
template <> struct FieldsOf<edit::CollectBallots> { static void of(auto& r, auto&& f) { f("round", r.round), f("by", r.by), f("key", r.key), f("instead_of", r.instead_of); } };
template <> struct FieldsOf<edit::DropCollection> { static void of(auto& r, auto&& f) { f("round", r.round), f("key", r.key); } };
// clang-format on

} // namespace federation
