#pragma once

#include "ballots/ballot_in_hand.h"
#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"
#include "ui/paint/curtain.h"
#include "ui/screens/vote/vote_results.h"

#include <deque>
#include <map>
#include <optional>
#include <string>

namespace ui {

// Voter: a round is prepared, opened, voted on this computer or by raised hands, closed, revealed.
struct VoteView {
    // Out of line: whoever holds or renews one compiles nothing of what it keeps.
    VoteView();
    ~VoteView();
    VoteView(VoteView&&) noexcept;
    VoteView& operator=(VoteView&&) noexcept;

    enum class Overlay {
        nothing,
        ballot,
        receipt,
        curtain, // the last voter is gone, the next one not there yet
        ticket,
        hands,
        ask_close,
        ask_blank,
        ask_leave,
        ask_one_more
    };

    model::RoundId round; // on screen; none: the latest
    bool fresh = false;   // a new round is being set up beside those that exist
    bool aside = false;   // the open round goes on while another one is looked at or prepared
    model::Round draft;   // being set up
    model::RoundId asked; // the new round, once it was asked to be kept and as long as it may be
    Overlay overlay = Overlay::nothing;
    std::deque<Wish> queue; // what takes more than one act

    // The ballot in hand. Emptied as soon as it is in the ballot box: nothing of it stays on this
    // machine's screen.
    ballots::BallotInHand ballot;
    bool casting = false; // it was handed over; whether the ballot box has it is not known yet
    std::optional<base::Error> refused; // why it, a withdrawal or a count was not taken
    bool replaces = false;              // its voter has one in the ballot box already
    Scroll booth_scroll, order_scroll;
    std::string last_token; // of the ballot just cast, for as long as its receipt is up
    std::size_t last_turn = 0;
    bool ticket_shown = false;
    CurtainFalls falls; // over the receipt
    std::string ticket; // being typed

    std::map<model::CaseId, int> hands; // being counted
    std::size_t hands_row = 0;
    std::string hands_typed;
    Scroll scroll, overlay_scroll;

    // What is being set up: texts that are typed, and how long the vote is to last.
    struct Setup {
        std::string question, money;
        std::vector<std::string> labels;
        int minutes = 0; // 0: until it is closed
        Scroll all, rounds, cases;
        std::optional<base::Rect> round_menu, cases_menu; // hanging from there
        model::RoundId menu_of;
        model::RoundId shown;                // brought into sight in the list
        std::vector<model::CaseId> on_board; // what is selected on the board
    } setup;

    model::CaseId selected;   // whose histogram shows
    model::CaseId sought;     // to be brought into sight
    double revealed_s = -1;   // when the result came on screen
    std::optional<int> first; // cases above the priority line
    VoteResults results;
};

Asked draw(Ui& ui, VoteView& view, Workshop const& workshop);
// What became of a ballot that was handed over: in the ballot box, or still in hand.
void answered(VoteView& view, CastBallot const& cast, base::Result<void> const& result);
// Of a ballot that was to be taken out, and of hands that were counted.
void answered(VoteView& view, WithdrawBallot const& wish, base::Result<void> const& result);
void hands_answered(VoteView& view, base::Result<void> const& result);
// What a person has in hand, when the same session goes on in another file.
void keep_in_hand(VoteView& view, VoteView before);
// When the clock of an open round or of a receipt changes next, in seconds; nothing when none is
// shown.
std::optional<double> next_change(VoteView const& view, model::Document const& doc,
                                  std::int64_t now_ms);

// Parts, each in a file of its own.
std::optional<Wish> draw_vote_setup(Ui& ui, VoteView& view, Workshop const& workshop,
                                    Frame const& frame);
std::optional<Wish> draw_vote_open(Ui& ui, VoteView& view, Workshop const& workshop,
                                   Frame const& frame);
std::optional<Wish> draw_vote_closed(Ui& ui, VoteView& view, Workshop const& workshop,
                                     Frame const& frame);
std::optional<Wish> draw_vote_results(Ui& ui, VoteView& view, Workshop const& workshop,
                                      Frame const& frame);
// Closed without a ballot.
std::optional<Wish> draw_vote_empty(Ui& ui, VoteView& view, Workshop const& workshop,
                                    Frame const& frame);
std::optional<Wish> draw_vote_overlays(Ui& ui, VoteView& view, Workshop const& workshop);
std::optional<Wish> draw_booth(Ui& ui, VoteView& view, Workshop const& workshop);
// What is asked above the booth, before a ballot is cast blank or left.
std::optional<Wish> draw_booth_question(Ui& ui, VoteView& view, Workshop const& workshop);
std::optional<Wish> draw_hands(Ui& ui, VoteView& view, Workshop const& workshop);

// The vote that is open, or none.
model::RoundId open_round(model::Document const& doc);
// The votes of the session to choose from, at the right of `strip`, when there are several.
void draw_round_choice(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& strip);
// The list of all of them, while it is open. Draw it last.
void draw_votes_menu(Ui& ui, VoteView& view, Workshop const& workshop);
// Prepares a round by the rules of one that was held, and goes there.
void prepare_again(VoteView& view, Workshop const& workshop, model::RoundId round);
// Is a ballot being filled in, or the keyboard passed on?
bool in_the_booth(VoteView const& view);

// A new ballot for whoever has the keyboard; asks first when everyone has voted.
void start_ballot(VoteView& view, Workshop const& workshop);
// A ballot in place of the one that `token` has in the ballot box.
void replace_ballot(VoteView& view, Workshop const& workshop, std::string token, std::size_t turn);
// Hands are counted for the round being set up.
void count_hands(VoteView& view, Workshop const& workshop);
void leave_booth(VoteView& view);
void clear_ballot(VoteView& view, model::Round const& round);
bool is_blank(model::Round const& round, ballots::BallotInHand const& ballot);
Wish cast_in_hand(VoteView& view, model::Round const& round);
model::Round default_round(Workshop const& workshop);

} // namespace ui
