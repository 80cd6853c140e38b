#pragma once

#include "edit/command.h"

#include <utility>
#include <vector>

// One planning function per command, called by `plan`. Private to this folder.
namespace edit {

using base::Errc;
using base::fail;
using base::Result;
using model::Changes;
using model::Document;

Result<Changes> plan_one(Document const&, StartSession const&);
Result<Changes> plan_one(Document const&, RestoreSession const&);
Result<Changes> plan_one(Document const&, SetTitle const&);
Result<Changes> plan_one(Document const&, SetStep const&);
Result<Changes> plan_one(Document const&, SetPrompt const&);
Result<Changes> plan_one(Document const&, SetNotice const&);
Result<Changes> plan_one(Document const&, SetTimer const&);
Result<Changes> plan_one(Document const&, SetHeadcount const&);
Result<Changes> plan_one(Document const&, SetConvention const&);
Result<Changes> plan_one(Document const&, SetReference const&);
Result<Changes> plan_one(Document const&, SetBudget const&);
Result<Changes> plan_one(Document const&, NoteRedaction const&);

Result<Changes> plan_one(Document const&, SetAxis const&);
Result<Changes> plan_one(Document const&, ArrangeAxes const&);
Result<Changes> plan_one(Document const&, WeighAxes const&);
Result<Changes> plan_one(Document const&, RetireAxis const&);
Result<Changes> plan_one(Document const&, RestoreAxis const&);

Result<Changes> plan_one(Document const&, AdoptQuestions const&);
Result<Changes> plan_one(Document const&, SetQuestion const&);
Result<Changes> plan_one(Document const&, ArrangeQuestions const&);
Result<Changes> plan_one(Document const&, RetireQuestion const&);
Result<Changes> plan_one(Document const&, RestoreQuestion const&);
Result<Changes> plan_one(Document const&, AnswerQuestion const&);
Result<void> check_question(model::QuestionId, model::Question const&);

Result<Changes> plan_one(Document const&, AddCases const&);
Result<Changes> plan_one(Document const&, EditCase const&);
Result<Changes> plan_one(Document const&, RemoveCases const&);
Result<Changes> plan_one(Document const&, MoveCards const&);
Result<Changes> plan_one(Document const&, MergeCases const&);
Result<Changes> plan_one(Document const&, SplitCases const&);

Result<Changes> plan_one(Document const&, KeepApart const&);
Result<Changes> plan_one(Document const&, SetGathering const&);
Result<Changes> plan_one(Document const&, TurnCards const&);
Result<Changes> plan_one(Document const&, Propose const&);
Result<Changes> plan_one(Document const&, AcceptProposals const&);
Result<Changes> plan_one(Document const&, MergeProposal const&);
Result<Changes> plan_one(Document const&, RefuseProposals const&);

Result<Changes> plan_one(Document const&, SetAnnotations const&);
Result<Changes> plan_one(Document const&, RemoveAnnotations const&);
Result<Changes> plan_one(Document const&, LayOut const&);
Result<Changes> plan_one(Document const&, Duplicate const&);

Result<Changes> plan_one(Document const&, AddGroup const&);
Result<Changes> plan_one(Document const&, EditGroup const&);
Result<Changes> plan_one(Document const&, MoveGroup const&);
Result<Changes> plan_one(Document const&, RemoveGroup const&);
Result<Changes> plan_one(Document const&, SetMembers const&);

Result<Changes> plan_one(Document const&, PrepareRound const&);
Result<Changes> plan_one(Document const&, DropRound const&);
Result<Changes> plan_one(Document const&, OpenRound const&);
Result<Changes> plan_one(Document const&, CloseRound const&);
Result<Changes> plan_one(Document const&, RevealRound const&);
Result<Changes> plan_one(Document const&, ReopenRound const&);
Result<Changes> plan_one(Document const&, ProlongRound const&);
Result<Changes> plan_one(Document const&, DecideTie const&);
Result<Changes> plan_one(Document const&, CountHands const&);
Result<Changes> plan_one(Document const&, RaiseHands const&);
Result<Changes> plan_one(Document const&, RecordElection const&);

Result<Changes> plan_one(Document const&, Place const&);
Result<Changes> plan_one(Document const&, PlaceAll const&);
Result<Changes> plan_one(Document const&, Unplace const&);
Result<Changes> plan_one(Document const&, Decide const&);

Result<Changes> plan_one(Document const&, JoinSite const&);
Result<Changes> plan_one(Document const&, LeaveSite const&);
Result<Changes> plan_one(Document const&, PassLead const&);
Result<Changes> plan_one(Document const&, CollectBallots const&);
Result<Changes> plan_one(Document const&, DropCollection const&);
// The changes of a collection by the close of its round.
Result<void> end_collection(Document const&, CloseRound const&, Changes&);

// Of estimating rounds: the axes that `round` opens on; the check of a ballot; its Estimate
// records.
Result<std::vector<model::AxisId>> axes_to_estimate(Document const&, model::Round const& round);
Result<void> check_axes(Document const&, model::Round const& round);
Result<void> check_estimates(model::Round const& round, model::Ballot const& ballot);
void add_estimates(Document const&, model::BallotKey const&, model::Ballot const&, Changes&);

// Both given, or neither (-1); each 0..1000.
bool both_or_neither(model::Level severity, model::Level likelihood);
constexpr int weight_max = 10'000;                        // of an axis, in thousandths
constexpr std::int64_t money_max = 1'000'000'000'000'000; // hundredths

// The longest text of one field, in bytes.
constexpr std::size_t text_max = 64UL * 1024;

Result<base::Vec2> on_board(base::Vec2 at); // checks: finite, within range; rounds to 1/16
enum class FaceOfNew { up, down };
FaceOfNew face_of_new(Document const&); // down while new cards are hidden
Result<void> add_new_cases(Document const&, std::vector<NewCase> const&, Changes&,
                           FaceOfNew = FaceOfNew::up);
Result<base::Rect> frame_on_board(base::Rect const& area); // as on_board, and not empty
Result<void> move_cards(Document const&,
                        std::vector<std::pair<model::CaseId, base::Vec2>> const& to, Changes&);

} // namespace edit
