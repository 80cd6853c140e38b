#pragma once

#include "base/one_of.h"
#include "model/change.h"

#include <string>
#include <utility>
#include <vector>

// What a person can ask for. Ids and time come in with the command: `plan` has no clock and no
// chance. Positions are board units, rounded to 1/16 so that a file reads back exactly what was
// written.
namespace edit {

using Questions = std::vector<std::pair<model::QuestionId, model::Question>>;

// The first entry of a session: its profile, its axes and its guard-rail questions, as a template
// words them.
struct StartSession {
    static constexpr char const* name = "start_session";
    model::Profile profile;
    std::vector<std::pair<model::AxisId, model::Axis>> axes;
    Questions questions = {};
};
// Likewise, of a session that says from its first entry on what another said at its end.
struct RestoreSession {
    static constexpr char const* name = "restore_session";
    model::Changes records; // of an empty session
};
struct SetTitle {
    static constexpr char const* name = "set_title";
    std::string title;
};
struct SetStep {
    static constexpr char const* name = "set_step";
    model::Step step{};
};
struct SetPrompt {
    static constexpr char const* name = "set_prompt";
    model::Step step{};
    model::Prompt prompt;
};
struct SetTimer {
    static constexpr char const* name = "set_timer";
    model::Timer timer;
};
// Of the room, and so of every round that is being prepared or is open. 0: not said.
struct SetHeadcount {
    static constexpr char const* name = "set_headcount";
    int headcount; // 0..10,000
};
// With the weights of axes, where they are kept together with it: one entry.
struct SetConvention {
    static constexpr char const* name = "set_convention";
    model::Convention convention;                            // each 0..10,000 thousandths
    std::vector<std::pair<model::AxisId, int>> weights = {}; // likewise
};
// Which vote V of the final order comes from: one with a result that was revealed; none: the last.
struct SetReference {
    static constexpr char const* name = "set_reference";
    model::RoundId round;
};
// That texts were erased from the file; session::redact erases them.
struct NoteRedaction {
    static constexpr char const* name = "redact";
    model::Redaction redaction; // all so far
};
struct SetBudget {
    static constexpr char const* name = "set_budget";
    model::Budget budget; // with no money in it: there is none
};

// One new case, by its text. Its number is the next free one. `at`: where its card falls. `into`:
// the case that stands for it from the start, or none.
struct NewCase {
    model::CaseId id;
    model::Case text;
    std::optional<base::Vec2> at;
    model::CaseId into = {};
};
// One or many at once (typed, pasted, imported): one undoable entry.
struct AddCases {
    static constexpr char const* name = "add_cases";
    std::vector<NewCase> cases;
};
// Everything a case says; its number and origin stay.
struct EditCase {
    static constexpr char const* name = "edit_case";
    model::CaseId id;
    model::Case text;
};
// Refused for a case that a round already voted on: its votes would be left without a subject. What
// they stood for is on its own again; `to`: where cards then lie, may be empty.
struct RemoveCases {
    static constexpr char const* name = "remove_cases";
    std::vector<model::CaseId> ids;
    std::vector<model::AnnotationId> annotations = {}; // removed with them
    std::vector<std::pair<model::CaseId, base::Vec2>> to = {};
};
struct MoveCards {
    static constexpr char const* name = "move_cards";
    std::vector<std::pair<model::CaseId, base::Vec2>> to; // new top-left corners
};
// `into` then stands for `from` and for all that they stood for: one level, so that each can be
// split off alone. All keep their text, number, place, group and votes; what the merged card says
// is what they say, side by side.
struct MergeCases {
    static constexpr char const* name = "merge_cases";
    model::CaseId into;
    std::vector<model::CaseId> from;
};
// Each is on its own again, as it was. `to`: where cards then lie, for those whose place was taken
// meanwhile; may be empty.
struct SplitCases {
    static constexpr char const* name = "split_cases";
    std::vector<model::CaseId> absorbed;
    std::vector<std::pair<model::CaseId, base::Vec2>> to = {};
};

// The pair is no longer offered as likely duplicates.
struct KeepApart {
    static constexpr char const* name = "keep_apart";
    model::CaseId a, b;
};

// Whether new cards are hidden, whether proposals wait.
struct SetGathering {
    static constexpr char const* name = "set_gathering";
    model::Gathering gathering;
};
// Face down, or up again.
struct TurnCards {
    static constexpr char const* name = "turn_cards";
    std::vector<model::CaseId> ids;
    enum class Face { up, down } face = Face::up;
};
// Proposals for the inbox, in one entry. When proposals do not wait, each becomes the case `as`
// instead. One that was received before, whatever became of it, is passed over.
struct Propose {
    static constexpr char const* name = "propose";
    // What an earlier reading of a file said cut short. It goes, and so does the case that was made
    // of it, as long as it says that to the letter and nobody votes on it; the new card then lies
    // where that one did.
    struct Cut {
        model::ProposalId id;
        model::Proposal said;
    };
    struct One {
        model::ProposalId id;
        model::Proposal proposal;
        model::CaseId as;
        std::optional<base::Vec2> at = {}; // where its card falls
        std::optional<Cut> instead_of = {};
    };
    std::vector<One> which;
};
// Proposals become cases, in the order given.
struct AcceptProposals {
    static constexpr char const* name = "accept_proposals";
    struct One {
        model::ProposalId id;
        model::CaseId as;
        std::optional<base::Vec2> at;
    };
    std::vector<One> which;
};
// A proposal becomes a case that `into` stands for.
struct MergeProposal {
    static constexpr char const* name = "merge_proposal";
    model::ProposalId id;
    model::CaseId as, into;
};
struct RefuseProposals {
    static constexpr char const* name = "refuse_proposals";
    std::vector<model::ProposalId> ids;
};

// Adds or replaces what is written or drawn on the board.
struct SetAnnotations {
    static constexpr char const* name = "set_annotations";
    std::vector<std::pair<model::AnnotationId, model::Annotation>> annotations;
};
struct RemoveAnnotations {
    static constexpr char const* name = "remove_annotations";
    std::vector<model::AnnotationId> ids;
};

// Where things of every kind then lie, and which frame cards are of, in one entry.
struct LayOut {
    static constexpr char const* name = "lay_out";
    std::vector<std::pair<model::CaseId, base::Vec2>> cards = {};             // top-left corners
    std::vector<std::pair<model::GroupId, base::Rect>> frames = {};           // on the board
    std::vector<std::pair<model::AnnotationId, base::Vec2>> annotations = {}; // not of links
    std::vector<std::pair<model::CaseId, model::GroupId>> members = {};       // none: of no frame
};
// The same cards and the same writing again, beside the first. A link joins the copies of its
// cards. What is written or drawn lies `by` further on.
struct Duplicate {
    static constexpr char const* name = "duplicate";
    struct Card {
        model::CaseId of, as;
        base::Vec2 at;
    };
    struct Mark {
        model::AnnotationId of, as;
    };
    std::vector<Card> cards;
    std::vector<Mark> annotations;
    base::Vec2 by;
};

struct AddGroup {
    static constexpr char const* name = "add_group";
    model::GroupId id;
    std::string title;
    base::Rect area;
    std::vector<model::CaseId> members;
    std::vector<std::pair<model::CaseId, base::Vec2>> cards =
        {}; // where they then lie, may be empty
};
struct EditGroup {
    static constexpr char const* name = "edit_group";
    model::GroupId id;
    std::string title;
};
// Moves a frame and carries its cards.
struct MoveGroup {
    static constexpr char const* name = "move_group";
    model::GroupId id;
    base::Rect area;
    std::vector<std::pair<model::CaseId, base::Vec2>> cards;
};
struct RemoveGroup {
    static constexpr char const* name = "remove_group";
    model::GroupId id;
};
// Into `group`, or out of any when it is none. `to`: where their cards then lie, may be empty.
struct SetMembers {
    static constexpr char const* name = "set_members";
    std::vector<model::CaseId> cases;
    model::GroupId group;
    std::vector<std::pair<model::CaseId, base::Vec2>> to;
};

// Adds an axis after the others, or edits one: its wording, lines and weight, not its place nor
// whether it is in use.
struct SetAxis {
    static constexpr char const* name = "set_axis";
    model::AxisId id;
    model::Axis axis;
};
// All the axes in use, in their new order.
struct ArrangeAxes {
    static constexpr char const* name = "arrange_axes";
    std::vector<model::AxisId> order;
};
struct WeighAxes {
    static constexpr char const* name = "weigh_axes";
    std::vector<std::pair<model::AxisId, int>> weights; // each 0..10,000 thousandths
};
// Out of use, with what was placed on it kept; those after it move up. Never the last one.
struct RetireAxis {
    static constexpr char const* name = "retire_axis";
    model::AxisId id;
};
// In use again, at the place that it had.
struct RestoreAxis {
    static constexpr char const* name = "restore_axis";
    model::AxisId id;
};

// A session without guard-rail questions takes those of its template. An act, not undone: answers
// rest on it. One that has any keeps them as they are.
struct AdoptQuestions {
    static constexpr char const* name = "adopt_questions";
    Questions questions;
};
// Adds a guard-rail question after the others, or edits one: not its place nor whether it is in
// use.
struct SetQuestion {
    static constexpr char const* name = "set_question";
    model::QuestionId id;
    model::Question question;
};
// All the questions in use, in their new order.
struct ArrangeQuestions {
    static constexpr char const* name = "arrange_questions";
    std::vector<model::QuestionId> order;
};
// No longer asked; its answers are kept.
struct RetireQuestion {
    static constexpr char const* name = "retire_question";
    model::QuestionId id;
};
// Asked again, after the others.
struct RestoreQuestion {
    static constexpr char const* name = "restore_question";
    model::QuestionId id;
};
// What is answered to a question for a case. With nothing in it: takes the answer back.
struct AnswerQuestion {
    static constexpr char const* name = "answer_question";
    model::GuardAnswerKey key;
    model::GuardAnswer answer;
};

struct PrepareRound { // adds, or edits while it is being set up
    static constexpr char const* name = "prepare_round";
    model::RoundId id;
    model::Round round; // its number is given by `plan`; with no headcount, it takes the room's
};
struct DropRound { // only while it is being set up
    static constexpr char const* name = "drop_round";
    model::RoundId id;
};
struct OpenRound {
    static constexpr char const* name = "open_round";
    model::RoundId id;
    std::int64_t at_ms{};
    std::int64_t until_ms = 0; // when it is to close, 0 = not said
};
struct ProlongRound { // an open one
    static constexpr char const* name = "prolong_round";
    model::RoundId id;
    std::int64_t until_ms = 0; // 0: no longer said
};
// `ballots` come from the ballot box, already shuffled; each must obey the round's rules. Those of
// an estimating round become estimates, one record each, under the ballot's number.
struct CloseRound {
    static constexpr char const* name = "close_round";
    model::RoundId id;
    std::vector<model::Ballot> ballots;
    std::int64_t at_ms;
};
struct RevealRound { // one that somebody voted in
    static constexpr char const* name = "reveal_round";
    model::RoundId id;
};
// A round that was closed with no ballot, or of which no hand was raised, can be voted on after
// all: by ballots it is open again, by hands it is prepared again.
struct ReopenRound {
    static constexpr char const* name = "reopen_round";
    model::RoundId id;
    std::int64_t at_ms{};
};
// Cuts a tie of a revealed round, before the room; again to cut it otherwise. Nothing in `order`:
// the tie is a tie again. By the declared order, `order` is that of the round's cases.
struct DecideTie {
    static constexpr char const* name = "decide_tie";
    model::TieKey key;
    model::TieDecision decision;
};
// Hands counted for each case, in the room, in one go: opens and closes the round, and reveals it
// unless no hand was raised.
struct CountHands {
    static constexpr char const* name = "count_hands";
    model::RoundId id;
    std::vector<std::pair<model::CaseId, int>> hands;
    std::int64_t at_ms;
};
// A whole election from elsewhere: cases, a closed round and its ballots, one entry.
struct RecordElection {
    static constexpr char const* name = "record_election";
    std::vector<NewCase> cases;
    model::RoundId id;
    model::Round round;
    std::vector<model::Ballot> ballots;
    std::int64_t at_ms;
};

// A risk said as two numbers (severity, likelihood) is made one here, whatever `risk` says.
struct Place {
    static constexpr char const* name = "place";
    model::PlacementKey key;
    model::Placement placement;
};
// One or many at once (all at their medians, all locked, a table of them): one undoable entry.
struct PlaceAll {
    static constexpr char const* name = "place_all";
    std::vector<std::pair<model::PlacementKey, model::Placement>> where;
    std::vector<NewCase> cases = {};  // that come in with their places
    std::vector<EditCase> edits = {}; // what a table says otherwise of those that are there
};
struct Unplace {
    static constexpr char const* name = "unplace";
    model::PlacementKey key;
};
struct Decide {
    static constexpr char const* name = "decide";
    model::DecisionKey key;
    model::Decision decision; // with nothing in it: takes the decision back
};

using Commands =
    base::OneOf<StartSession, SetTitle, SetStep, SetPrompt, SetTimer, SetHeadcount, SetConvention,
                SetReference, SetBudget, AddCases, EditCase, RemoveCases, MoveCards, MergeCases,
                SplitCases, KeepApart, SetGathering, TurnCards, Propose, AcceptProposals,
                MergeProposal, RefuseProposals, SetAnnotations, RemoveAnnotations, LayOut,
                Duplicate, AddGroup, EditGroup, MoveGroup, RemoveGroup, SetMembers, SetAxis,
                ArrangeAxes, WeighAxes, RetireAxis, RestoreAxis, PrepareRound, DropRound, OpenRound,
                CloseRound, RevealRound, ReopenRound, CountHands, ProlongRound, DecideTie,
                RecordElection, Place, PlaceAll, Unplace, Decide, AdoptQuestions, SetQuestion,
                ArrangeQuestions, RetireQuestion, RestoreQuestion, AnswerQuestion, NoteRedaction,
                RestoreSession>;

// One of the above. A class of its own, so that names in object files stay short.
class Command : public Commands {
public:
    using Commands::Commands;
};

// Whether T is one of the above.
template <class T>
concept OneCommand = std::constructible_from<Commands, T> && !std::derived_from<T, Commands>;

// What the journal calls the command.
std::string name_of(Command const& command);

// Whether the person's own undo takes it back. Opening, closing, revealing and counting are acts
// done before the room: they stand.
enum class Undo { yes, never };
Undo undo_of(Command const& command);

// What `command` would change in `doc`. Pure: no clock, no chance, no input or output. Errors name
// the value at fault: `invalid` when it is out of range, `not_found`, `conflict` when the state of
// things forbids it.
base::Result<model::Changes> plan(model::Document const& doc, Command const& command);

// Whether `ballot` obeys the rules of `round`; the error names the rule ("ballot.budget",
// "ballot.cap"…).
base::Result<void> check_ballot(model::Round const& round, model::Ballot const& ballot);

} // namespace edit
