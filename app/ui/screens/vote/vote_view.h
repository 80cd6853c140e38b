#pragma once

#include "ballots/ballot_in_hand.h"
#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"
#include "ui/paint/curtain.h"
#include "ui/screens/vote/vote_results.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ui {

// Voter: rounds are prepared, opened, voted on this computer or by raised hands, closed, revealed.
struct VoteView {
    // Defined in the source file, so that users do not compile its members.
    VoteView();
    ~VoteView();
    VoteView(VoteView&&) noexcept;
    VoteView& operator=(VoteView&&) noexcept;

    enum class Overlay {
        nothing,
        ballot,
        receipt,
        curtain, // between two voters
        ticket,
        hands,
        ask_close,
        ask_blank,
        ask_leave,
        ask_one_more
    };

    model::RoundId round; // current; none: the latest
    bool fresh = false;   // a new round in setup, not stored yet
    bool aside = false;   // another round is shown while one is open
    model::Round draft;   // in setup
    model::RoundId asked; // the new round, from the request to store it
    Overlay overlay = Overlay::nothing;
    std::deque<Wish> queue; // wishes for the following frames

    // The ballot being filled in. Deleted as soon as it is in the ballot box.
    ballots::BallotInHand ballot;
    bool casting = false;               // cast, not yet confirmed by the ballot box
    std::optional<base::Error> refused; // why a ballot, withdrawal or count was refused
    bool replaces = false;              // its voter already has one in the ballot box
    Scroll booth_scroll, order_scroll;
    std::string last_token; // of the ballot just cast, while its receipt is shown
    std::size_t last_turn = 0;
    bool ticket_shown = false;
    CurtainFalls falls; // time limit of the receipt
    std::string ticket; // input

    std::map<model::CaseId, int> hands; // being entered
    int hands_people = 0;               // who raise them beside the ballots
    std::size_t hands_row = 0;
    std::string hands_typed;
    Scroll scroll, overlay_scroll;

    // The set-up: texts being edited, duration of the vote.
    struct Setup {
        std::string question, money;
        std::vector<std::string> labels;
        int minutes = 0; // 0: no closing time
        Scroll all, rounds, cases;
        std::optional<base::Rect> round_menu, cases_menu; // anchors of open menus
        model::RoundId menu_of;
        std::set<model::RoundId> emptied;    // prepared rounds whose last case was taken out here
        model::RoundId shown;                // scrolled to in the list
        std::vector<model::CaseId> on_board; // selection on the board
    } setup;

    model::CaseId selected;   // case whose histogram is shown
    model::CaseId sought;     // to be scrolled to
    double revealed_s = -1;   // when the result was first shown
    std::optional<int> first; // number of cases above the priority line
    VoteResults results;
};

Asked draw(Ui& ui, VoteView& view, Workshop const& workshop);
// The items of its rail, and the result of a press on one; an unknown id does nothing.
std::array<RailItem, 4> rail_of(VoteView& view, Workshop const& workshop);
void press_rail(VoteView& view, Workshop const& workshop, std::string_view id);
// The result of casting: in the ballot box, or refused.
void answered(VoteView& view, CastBallot const& cast, base::Result<void> const& result);
// The results of withdrawing a ballot, and of entering hands.
void answered(VoteView& view, WithdrawBallot const& wish, base::Result<void> const& result);
void hands_answered(VoteView& view, base::Result<void> const& result);
// Takes over the input when the session continues in another file.
void keep_in_hand(VoteView& view, VoteView before);
// Seconds until the clock of an open round or a receipt changes; nothing when none is shown.
std::optional<double> next_change(VoteView const& view, model::Document const& doc,
                                  std::int64_t now_ms);

// Parts, one file each.
std::optional<Wish> draw_vote_setup(Ui& ui, VoteView& view, Workshop const& workshop,
                                    ScreenLayout const& layout);
Asked draw_vote_open(Ui& ui, VoteView& view, Workshop const& workshop, ScreenLayout const& layout);
std::optional<Wish> draw_vote_closed(Ui& ui, VoteView& view, Workshop const& workshop,
                                     ScreenLayout const& layout);
std::optional<Wish> draw_vote_results(Ui& ui, VoteView& view, Workshop const& workshop,
                                      ScreenLayout const& layout);
// The panel while the ballots of all rooms are gathered.
std::optional<Wish> draw_panel_closing(Ui& ui, VoteView& view, Workshop const& workshop,
                                       model::Collection const& asked, base::Rect const& inner);
// In place of the buttons that a facilitator's machine has, in a mere room.
void draw_conducted(Ui& ui, base::Rect const& box);
// For the room, while a round is prepared.
void draw_vote_awaited(Ui& ui, base::Rect const& main);
// Closed without a ballot.
std::optional<Wish> draw_vote_empty(Ui& ui, VoteView& view, Workshop const& workshop,
                                    ScreenLayout const& layout);
std::optional<Wish> draw_vote_overlays(Ui& ui, VoteView& view, Workshop const& workshop);
std::optional<Wish> draw_booth(Ui& ui, VoteView& view, Workshop const& workshop);
// Confirmation before casting a blank ballot or leaving.
std::optional<Wish> draw_booth_question(Ui& ui, VoteView& view, Workshop const& workshop);
std::optional<Wish> draw_hands(Ui& ui, VoteView& view, Workshop const& workshop);

// Ballots in the box of an open vote, and people whose hands were counted beside them.
int cast_count(Workshop const& workshop, model::RoundId round);
// The open vote, or none.
model::RoundId open_round(model::Document const& doc);
// As draw_prompt, with the choice among the session's votes at its right, if there are several.
void draw_asked(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& main,
                std::string_view question, std::string_view line);
// The open menu of all votes. Draw it last.
void draw_votes_menu(Ui& ui, VoteView& view, Workshop const& workshop);
// Prepares a round with the rules of an earlier one, and goes there.
void prepare_again(VoteView& view, Workshop const& workshop, model::RoundId id);
// Whether a ballot is being filled in, or the next voter awaited.
bool in_the_booth(VoteView const& view);

// Starts a new ballot; asks first when everyone has voted.
void start_ballot(VoteView& view, Workshop const& workshop);
// A ballot that replaces that of `token`.
void replace_ballot(VoteView& view, Workshop const& workshop, std::string token, std::size_t turn);
// Enters hands for the round in setup, or beside the ballots of the open one.
void count_hands(VoteView& view, Workshop const& workshop);
void add_hands(VoteView& view, Workshop const& workshop);
void leave_booth(VoteView& view);
void clear_ballot(VoteView& view, model::Round const& round);
bool is_blank(model::Round const& round, ballots::BallotInHand const& ballot);
Wish cast_in_hand(VoteView& view, model::Round const& round);
model::Round default_round(Workshop const& workshop);

} // namespace ui
