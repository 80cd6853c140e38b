#pragma once

#include "base/one_of.h"
#include "model/change.h"

#include <string>
#include <utility>
#include <vector>

// The commands: everything a person can ask for. A command carries its new ids and its time, so
// that `plan` needs no clock and no random source. Positions are board units, rounded to 1/16 so
// that a file reads back exactly what was written.
namespace edit {

using Questions = std::vector<std::pair<model::QuestionId, model::Question>>;

// The first entry of a session: profile, axes and guard-rail questions, from a template.
struct StartSession {
    static constexpr char const* name = "start_session";
    model::Profile profile;
    std::vector<std::pair<model::AxisId, model::Axis>> axes;
    Questions questions = {};
};
// Replaces the start of a session by the records of another session's export.
struct RestoreSession {
    static constexpr char const* name = "restore_session";
    model::Changes records; // applied to an empty session
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
// Replaces the notice of one language; an empty notice removes it.
struct SetNotice {
    static constexpr char const* name = "set_notice";
    model::Tongue language{};
    model::Notice notice;
};
struct SetTimer {
    static constexpr char const* name = "set_timer";
    model::Timer timer;
};
// Sets the headcount of the room, and of every round of the workshop that is in setup or open;
// while a round of the committee is open, that of the committee's rounds instead. 0: not given.
struct SetHeadcount {
    static constexpr char const* name = "set_headcount";
    int headcount; // 0..10,000
};
// Sets the parameters of the final order and, in the same entry, weights of axes.
struct SetConvention {
    static constexpr char const* name = "set_convention";
    model::Convention convention;                            // each 0..10,000 thousandths
    std::vector<std::pair<model::AxisId, int>> weights = {}; // likewise
};
// Chooses the round that gives V in the final order: a revealed one with a result; none: the last.
struct SetReference {
    static constexpr char const* name = "set_reference";
    model::RoundId round;
};
// Records that texts were erased from the file; session::redact erases them.
struct NoteRedaction {
    static constexpr char const* name = "redact";
    model::Redaction redaction; // total of all redactions so far
};
struct SetBudget {
    static constexpr char const* name = "set_budget";
    model::Budget budget; // money 0: removes the budget
};

// One new case. Its number is the next free one. `at`: where its card is placed. `into`: the case
// it is merged into from the start, or none.
struct NewCase {
    model::CaseId id;
    model::Case text;
    std::optional<base::Vec2> at;
    model::CaseId into = {};
};
// Adds one or many cases (typed, pasted, imported): one undoable entry.
struct AddCases {
    static constexpr char const* name = "add_cases";
    std::vector<NewCase> cases;
};
// Replaces the whole text of a case; its number and origin stay.
struct EditCase {
    static constexpr char const* name = "edit_case";
    model::CaseId id;
    model::Case text;
};
// Removes cases. Refused for a case that is in an open or finished round. Cases merged into it are
// split off again; `to`: where their cards are placed, may be empty.
struct RemoveCases {
    static constexpr char const* name = "remove_cases";
    std::vector<model::CaseId> ids;
    std::vector<model::AnnotationId> annotations = {}; // removed with them
    std::vector<std::pair<model::CaseId, base::Vec2>> to = {};
};
struct MoveCards {
    static constexpr char const* name = "move_cards";
    std::vector<std::pair<model::CaseId, base::Vec2>> to; // top-left corners of the cards split off
};
// Merges `from`, and all cases merged into them, into `into`: one level only, so that each can be
// split off alone. All keep their text, number, position, group and votes; the merged card shows
// their texts side by side.
struct MergeCases {
    static constexpr char const* name = "merge_cases";
    model::CaseId into;
    std::vector<model::CaseId> from;
};
// Takes cases out of their merge, unchanged. `to`: new positions of cards whose place was taken
// meanwhile; may be empty.
struct SplitCases {
    static constexpr char const* name = "split_cases";
    std::vector<model::CaseId> absorbed;
    std::vector<std::pair<model::CaseId, base::Vec2>> to = {};
};

// Declares two cases different: they are no longer offered as likely duplicates.
struct KeepApart {
    static constexpr char const* name = "keep_apart";
    model::CaseId a, b;
};

// Sets whether new cards are face down and whether proposals wait for acceptance.
struct SetGathering {
    static constexpr char const* name = "set_gathering";
    model::Gathering gathering;
};
// Turns cards face down or up.
struct TurnCards {
    static constexpr char const* name = "turn_cards";
    std::vector<model::CaseId> ids;
    enum class Face { up, down } face = Face::up;
};
// Adds proposals to the inbox, in one entry. Without moderation each becomes the case `as` instead.
// A proposal that was received before is ignored.
struct Propose {
    static constexpr char const* name = "propose";
    // Proposals read from a file that was incomplete at the time. Each is replaced, and so is the
    // case made of it if that still has the same text and is in no vote; the new card takes its
    // position.
    struct Cut {
        model::ProposalId id;
        model::Proposal said;
    };
    struct One {
        model::ProposalId id;
        model::Proposal proposal;
        model::CaseId as;
        std::optional<base::Vec2> at = {}; // where its card is placed
        std::optional<Cut> instead_of = {};
    };
    std::vector<One> which;
};
// Turns proposals into cases, in the order given.
struct AcceptProposals {
    static constexpr char const* name = "accept_proposals";
    struct One {
        model::ProposalId id;
        model::CaseId as;
        std::optional<base::Vec2> at;
    };
    std::vector<One> which;
};
// Turns a proposal into a case merged into `into`.
struct MergeProposal {
    static constexpr char const* name = "merge_proposal";
    model::ProposalId id;
    model::CaseId as, into;
};
struct RefuseProposals {
    static constexpr char const* name = "refuse_proposals";
    std::vector<model::ProposalId> ids;
};

// Adds or replaces annotations on the board.
struct SetAnnotations {
    static constexpr char const* name = "set_annotations";
    std::vector<std::pair<model::AnnotationId, model::Annotation>> annotations;
};
struct RemoveAnnotations {
    static constexpr char const* name = "remove_annotations";
    std::vector<model::AnnotationId> ids;
};

// Sets the position of things of any kind, and the frame that cards belong to, in one entry.
struct LayOut {
    static constexpr char const* name = "lay_out";
    std::vector<std::pair<model::CaseId, base::Vec2>> cards = {};             // top-left corners
    std::vector<std::pair<model::GroupId, base::Rect>> frames = {};           // on the board
    std::vector<std::pair<model::AnnotationId, base::Vec2>> annotations = {}; // not of links
    std::vector<std::pair<model::CaseId, model::GroupId>> members = {};       // none: in no frame
};
// Copies cards and annotations. A link is copied with its cards. Copied annotations are shifted by
// `by`.
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
        {}; // new positions of its cards, may be empty
};
struct EditGroup {
    static constexpr char const* name = "edit_group";
    model::GroupId id;
    std::string title;
};
// Moves a frame together with its cards.
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
// Puts cases into `group`, or into no group when it is none. `to`: where their cards are placed,
// may be empty.
struct SetMembers {
    static constexpr char const* name = "set_members";
    std::vector<model::CaseId> cases;
    model::GroupId group;
    std::vector<std::pair<model::CaseId, base::Vec2>> to;
};

// Adds an axis after the others, or edits one: its texts, lines and weight, but not its place or
// state.
struct SetAxis {
    static constexpr char const* name = "set_axis";
    model::AxisId id;
    model::Axis axis;
};
// Sets the order of all active axes.
struct ArrangeAxes {
    static constexpr char const* name = "arrange_axes";
    std::vector<model::AxisId> order;
};
struct WeighAxes {
    static constexpr char const* name = "weigh_axes";
    std::vector<std::pair<model::AxisId, int>> weights; // each 0..10,000 thousandths
};
// Deactivates an axis and keeps its placements; later axes move up. Refused for the last active
// one.
struct RetireAxis {
    static constexpr char const* name = "retire_axis";
    model::AxisId id;
};
// Activates an axis again, at its former position.
struct RestoreAxis {
    static constexpr char const* name = "restore_axis";
    model::AxisId id;
};

// Gives a session without guard-rail questions those of its template. Cannot be undone, as answers
// depend on it. Does nothing when the session has questions.
struct AdoptQuestions {
    static constexpr char const* name = "adopt_questions";
    Questions questions;
};
// Adds a guard-rail question after the others, or edits one, but not its position or state.
struct SetQuestion {
    static constexpr char const* name = "set_question";
    model::QuestionId id;
    model::Question question;
};
// Sets the order of all active questions.
struct ArrangeQuestions {
    static constexpr char const* name = "arrange_questions";
    std::vector<model::QuestionId> order;
};
// Deactivates a question; its answers are kept.
struct RetireQuestion {
    static constexpr char const* name = "retire_question";
    model::QuestionId id;
};
// Activates it again, after the others.
struct RestoreQuestion {
    static constexpr char const* name = "restore_question";
    model::QuestionId id;
};
// Sets the answer to a question for a case. An empty answer removes it.
struct AnswerQuestion {
    static constexpr char const* name = "answer_question";
    model::GuardAnswerKey key;
    model::GuardAnswer answer;
};

struct PrepareRound { // adds a round, or edits one in setup
    static constexpr char const* name = "prepare_round";
    model::RoundId id;
    model::Round round; // `plan` sets its number, and the room's headcount when it has none
};
struct DropRound { // only in setup
    static constexpr char const* name = "drop_round";
    model::RoundId id;
};
struct OpenRound {
    static constexpr char const* name = "open_round";
    model::RoundId id;
    std::int64_t at_ms{};
    std::int64_t until_ms = 0; // announced closing time, 0 = none
};
struct ProlongRound { // an open one
    static constexpr char const* name = "prolong_round";
    model::RoundId id;
    std::int64_t until_ms = 0; // 0: none
};
// Closes a round. `ballots`: from the ballot box, already shuffled; each must obey the round's
// rules. Those of an estimating round become Estimate records with the ballot's number.
// `by_phone`: how many of them came from phones; which ones, nobody is told.
struct CloseRound {
    static constexpr char const* name = "close_round";
    model::RoundId id;
    std::vector<model::Ballot> ballots;
    std::int64_t at_ms;
    std::optional<int> by_phone = std::nullopt; // 0..number of ballots; none: not known
    // Of a shared session: the key of the collection in progress, and the sites counted without.
    std::string collection = {};
    std::vector<model::SiteId> missing = {};
    // Where the round compares rooms: which ballots, by their place from 1, are of which rooms, as
    // far as model::rooms_apart lets them be told. Empty: not told.
    std::vector<model::RoomBallots> rooms = {};
};
struct RevealRound { // only with at least one ballot
    static constexpr char const* name = "reveal_round";
    model::RoundId id;
};
// Reopens a round that was closed without any ballot or raised hand: it is open again, or, for
// raised hands, in setup.
struct ReopenRound {
    static constexpr char const* name = "reopen_round";
    model::RoundId id;
    std::int64_t at_ms{};
};
// Breaks a tie of a revealed round, or breaks it again differently. Empty `order`: restores the
// tie. By declared order, `order` must be that of the round's cases.
struct DecideTie {
    static constexpr char const* name = "decide_tie";
    model::TieKey key;
    model::TieDecision decision;
};
// Records raised hands for each case in one entry: opens, closes and, unless no hand was raised,
// reveals the round.
struct CountHands {
    static constexpr char const* name = "count_hands";
    model::RoundId id;
    std::vector<std::pair<model::CaseId, int>> hands;
    std::int64_t at_ms;
};
// Counts raised hands beside the ballots of an open round that model::takes_hands: replaces those
// counted before; no people: removes them. Not more hands for a case than `people`, nor more in all
// than their choices.
struct RaiseHands {
    static constexpr char const* name = "raise_hands";
    model::RoundId id;
    int people = 0; // who raise hands instead of giving a ballot
    std::vector<std::pair<model::CaseId, int>> hands;
};
// Imports a whole election: cases, a closed round and its ballots, in one entry.
struct RecordElection {
    static constexpr char const* name = "record_election";
    std::vector<NewCase> cases;
    model::RoundId id;
    model::Round round;
    std::vector<model::Ballot> ballots;
    std::int64_t at_ms = 0;
};

// Sets a placement. When severity and likelihood are given, `risk` is computed from them.
struct Place {
    static constexpr char const* name = "place";
    model::PlacementKey key;
    model::Placement placement;
};
// Sets one or many placements (all at their medians, all locked, an imported table): one undoable
// entry.
struct PlaceAll {
    static constexpr char const* name = "place_all";
    std::vector<std::pair<model::PlacementKey, model::Placement>> where;
    std::vector<NewCase> cases = {};  // new cases, placed in the same entry
    std::vector<EditCase> edits = {}; // changed texts of existing cases
};
struct Unplace {
    static constexpr char const* name = "unplace";
    model::PlacementKey key;
};
struct Decide {
    static constexpr char const* name = "decide";
    model::DecisionKey key;
    model::Decision decision; // an empty decision removes it
};

// Adds a machine to a shared session, under the next letter or that of a site which it replaces; or
// brings back one that left the list. The first facilitator holds the step and the timer.
struct JoinSite {
    static constexpr char const* name = "join_site";
    model::SiteId id; // 1..2^20 - 1
    std::string label;
    model::SitePart part = model::SitePart::room;
    model::SiteId instead_of = {};
};
// The machine takes no further part, by its own goodbye or as a facilitator took it off the list:
// no ballots are expected of it.
struct LeaveSite {
    static constexpr char const* name = "leave_site";
    model::SiteId id;
};
// Passes the step and the timer from the site that holds them to another facilitator.
struct PassLead {
    static constexpr char const* name = "pass_lead";
    model::SiteId from, to;
};
// Asks all sites for the ballots of an open round: from here on none of them accepts a ballot of
// it. `instead_of`: the key of a collection in progress that this one replaces.
struct CollectBallots {
    static constexpr char const* name = "collect_ballots";
    model::RoundId round;
    model::SiteId by;
    std::string key; // 64 hexadecimal digits
    std::string instead_of = {};
};
// Gives up a collection: the round accepts ballots again.
struct DropCollection {
    static constexpr char const* name = "drop_collection";
    model::RoundId round;
    std::string key;
};

using Commands = base::OneOf<
    StartSession, SetTitle, SetStep, SetPrompt, SetNotice, SetTimer, SetHeadcount, SetConvention,
    SetReference, SetBudget, AddCases, EditCase, RemoveCases, MoveCards, MergeCases, SplitCases,
    KeepApart, SetGathering, TurnCards, Propose, AcceptProposals, MergeProposal, RefuseProposals,
    SetAnnotations, RemoveAnnotations, LayOut, Duplicate, AddGroup, EditGroup, MoveGroup,
    RemoveGroup, SetMembers, SetAxis, ArrangeAxes, WeighAxes, RetireAxis, RestoreAxis, PrepareRound,
    DropRound, OpenRound, CloseRound, RevealRound, ReopenRound, CountHands, RaiseHands,
    ProlongRound, DecideTie, RecordElection, Place, PlaceAll, Unplace, Decide, AdoptQuestions,
    SetQuestion, ArrangeQuestions, RetireQuestion, RestoreQuestion, AnswerQuestion, NoteRedaction,
    RestoreSession, JoinSite, LeaveSite, PassLead, CollectBallots, DropCollection>;

// One of the above. A class, not an alias, to keep symbol names short.
class Command : public Commands {
public:
    using Commands::Commands;
};

// Whether T is a command.
template <class T>
concept OneCommand = std::constructible_from<Commands, T> && !std::derived_from<T, Commands>;

// The command's name in the journal.
std::string name_of(Command const& command);

// Whether the person's own undo may revert it. Opening, closing, revealing and counting a round
// cannot be undone: the room saw them.
enum class Undo { yes, never };
Undo undo_of(Command const& command);

// The changes that `command` makes to `doc`. A pure function: no clock, random source, input or
// output. Errors name the value at fault: `invalid` when out of range, `not_found`, `conflict` when
// the document's state forbids it.
base::Result<model::Changes> plan(model::Document const& doc, Command const& command);

// Whether `ballot` obeys the rules of `round`; the error names the broken rule ("ballot.budget",
// "ballot.cap"…).
base::Result<void> check_ballot(model::Round const& round, model::Ballot const& ballot);

// The same ballot in the order of its round's axes and cases (of pairs: of the earlier, then of the
// later case), which says nothing of the order in which its voter saw them or marked them.
model::Ballot in_order_of(model::Round const& round, model::Ballot ballot);

} // namespace edit
