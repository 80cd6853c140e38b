#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"
#include "ui/paint/curtain.h"
#include "ui/paint/room_clouds.h"

#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ui {

// A blind round of estimates: set up, filled in person after person on this keyboard, closed.
// Nothing of what was said leaves the ballot in hand before the round is revealed.
struct EstimateView {
    enum class Page {
        none,
        setup,
        ballot,
        ask_part,
        ask_leave,
        received,
        curtain, // the last person is gone, the next one not there yet
        ask_one_more,
        ask_close
    };
    Page page = Page::none;
    std::deque<Wish> queue; // what takes more than one act

    struct Setup {
        std::vector<model::AxisId> axes;
        std::vector<model::CaseId> cases;
        std::vector<model::CaseId> unplaced, contested; // on one of the axes in use: quick choices
        Scroll axis_scroll, case_scroll;
    } setup;

    // The ballot in hand. Kept until the keyboard is passed on, so that it can be put right; then
    // nothing of it is left on this machine's screen.
    struct Ballot {
        model::RoundId round;
        std::string token;
        bool casting = false; // it was handed over; whether the ballot box has it is not known yet
        std::optional<base::Error> refused; // why the ballot box has not taken it
        std::map<std::pair<model::AxisId, model::CaseId>, model::Estimate> said;
        std::size_t axis = 0, row = 0; // places in the round
        Scroll scroll;
        std::size_t scrolled_to = ~std::size_t{0}; // the list was last moved for this row
        // The button went down on the matrix: to put the case in hand, or over one lying there,
        // which a drag moves.
        enum class Hand { free, puts, over, drags } hand = Hand::free;
        std::size_t under = 0; // the one lying there
    } ballot;
    CurtainFalls falls; // over what says that it was received
};

// Opens the set-up for a new round.
void set_up_round(EstimateView& view, Workshop const& workshop, std::vector<model::AxisId> axes,
                  std::vector<model::CaseId> cases);
// Hands an empty ballot of the open round to whoever is at the keyboard; asks first when as many as
// were expected have answered.
void start_ballot(EstimateView& view, Workshop const& workshop, model::RoundId round);

// Is a ballot being filled in, or the keyboard passed on?
bool in_the_booth(EstimateView const& view);

// The pages that lie over the board.
std::optional<Wish> draw_estimate_pages(Ui& ui, EstimateView& view, Workshop const& workshop);
// In the panel while a round is open: how many answered, nothing of what. Returns its height.
float draw_round_card(Ui& ui, EstimateView& view, Workshop const& workshop, model::RoundId round,
                      base::Rect const& area);

// Parts, each in a file of its own.
std::optional<Wish> draw_estimate_setup(Ui& ui, EstimateView& view, Workshop const& workshop);
std::optional<Wish> draw_estimate_ballot(Ui& ui, EstimateView& view, Workshop const& workshop);
std::optional<Wish> draw_estimate_passing(Ui& ui, EstimateView& view, Workshop const& workshop);
// Axis, matrix and answer of the case in hand.
void draw_ballot_matrix(Ui& ui, EstimateView::Ballot& ballot, model::Round const& round,
                        model::Document const& doc, base::Rect const& area);
void draw_ballot_answer(Ui& ui, EstimateView::Ballot& ballot, model::Round const& round,
                        model::Document const& doc, base::Rect const& area);

// The answer in hand: where it is, what it says, and the moves.
model::AxisId axis_in_hand(EstimateView::Ballot const& ballot, model::Round const& round);
model::CaseId case_in_hand(EstimateView::Ballot const& ballot, model::Round const& round);
model::Estimate* answer_in_hand(EstimateView::Ballot& ballot, model::Round const& round);
int answered_on(EstimateView::Ballot const& ballot, model::Round const& round, model::AxisId axis);
// Sets both numbers; on an axis whose risk is said as two, both of them to that risk.
void answer(EstimateView::Ballot& ballot, model::Round const& round, model::Axis const& axis,
            model::Level opportunity, model::Level risk);
void answer_dont_know(EstimateView::Ballot& ballot, model::Round const& round);
model::Ballot ballot_said(EstimateView::Ballot const& ballot); // for the ballot box
Wish cast_in_hand(EstimateView& view);
// What became of a ballot that was handed over: in the ballot box, or still in hand, with the
// reason.
void answered(EstimateView& view, CastBallot const& cast, base::Result<void> const& result);
// To the next case without an answer: on this axis first, then on the axes that follow.
void go_on(EstimateView::Ballot& ballot, model::Round const& round);

} // namespace ui
