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

// A blind estimating round on this machine: set-up, one person after the other, close. Ballots stay
// secret until the round is revealed.
struct EstimateView {
    enum class Page {
        none,
        setup,
        ballot,
        ask_part,
        ask_leave,
        received,
        curtain, // between two people
        ask_one_more,
        ask_close
    };
    Page page = Page::none;
    std::deque<Wish> queue; // wishes for the following frames

    struct Setup {
        std::vector<model::AxisId> axes;
        std::vector<model::CaseId> cases;
        std::vector<model::CaseId> unplaced, contested; // on some active axis: quick choices
        model::Body body = model::Body::workshop;       // who estimates
        int committee = 0;                              // its headcount, 0: not given
        Scroll axis_scroll, case_scroll;
    } setup;

    // The ballot being filled in. Kept until the keyboard is passed on, for corrections; then
    // deleted.
    struct Ballot {
        model::RoundId round;
        std::string token;
        bool casting = false;               // cast, not yet confirmed by the ballot box
        std::optional<base::Error> refused; // why it could not be cast
        std::map<std::pair<model::AxisId, model::CaseId>, model::Estimate> said;
        std::size_t axis = 0, row = 0; // indices in the round
        Scroll scroll;
        std::size_t scrolled_to = ~std::size_t{0}; // row last scrolled to
        // Pointer gesture on the matrix: placing the current case, or pressing an existing chip,
        // which a drag moves.
        enum class Hand { free, puts, over, drags } hand = Hand::free;
        std::size_t under = 0; // the pressed chip
    } ballot;
    CurtainFalls falls; // time limit of the receipt
};

// Opens the set-up of a new round.
void set_up_round(EstimateView& view, Workshop const& workshop, std::vector<model::AxisId> axes,
                  std::vector<model::CaseId> cases);
// Starts an empty ballot of the open round; asks first when the expected number has answered.
void start_ballot(EstimateView& view, Workshop const& workshop, model::RoundId round);

// Whether a ballot is being filled in, or the next person awaited.
bool in_the_booth(EstimateView const& view);

// The pages that cover the screen.
std::optional<Wish> draw_estimate_pages(Ui& ui, EstimateView& view, Workshop const& workshop);
// In the panel while a round is open: the number of answers. Returns its height.
float draw_round_card(Ui& ui, EstimateView& view, Workshop const& workshop, model::RoundId id,
                      base::Rect const& area);

// Parts, one file each.
std::optional<Wish> draw_estimate_setup(Ui& ui, EstimateView& view, Workshop const& workshop);
std::optional<Wish> draw_estimate_ballot(Ui& ui, EstimateView& view, Workshop const& workshop);
std::optional<Wish> draw_estimate_passing(Ui& ui, EstimateView& view, Workshop const& workshop);
// Axis, matrix and answer of the current case.
void draw_ballot_matrix(Ui& ui, EstimateView::Ballot& ballot, model::Round const& round,
                        model::Document const& doc, base::Rect const& area);
void draw_ballot_answer(Ui& ui, EstimateView::Ballot& ballot, model::Round const& round,
                        model::Document const& doc, base::Rect const& area);

// The current answer, and moving between answers.
model::AxisId axis_in_hand(EstimateView::Ballot const& ballot, model::Round const& round);
model::CaseId case_in_hand(EstimateView::Ballot const& ballot, model::Round const& round);
model::Estimate* answer_in_hand(EstimateView::Ballot& ballot, model::Round const& round);
int answered_on(EstimateView::Ballot const& ballot, model::Round const& round, model::AxisId axis);
// Sets both numbers; for a risk of two numbers, both are set to it.
void answer(EstimateView::Ballot& ballot, model::Round const& round, model::Axis const& axis,
            model::Level opportunity, model::Level risk);
void answer_dont_know(EstimateView::Ballot& ballot, model::Round const& round);
model::Ballot ballot_said(EstimateView::Ballot const& ballot); // for the ballot box
Wish cast_in_hand(EstimateView& view);
// The result of casting: in the ballot box, or refused with the reason.
void answered(EstimateView& view, CastBallot const& cast, base::Result<void> const& result);
// Goes to the next unanswered case: on this axis, then on the following ones.
void go_on(EstimateView::Ballot& ballot, model::Round const& round);

} // namespace ui
