#pragma once

#include "ballots/ballot_in_hand.h"
#include "ui/kit/widgets.h"

#include <string>

// The ballot on the shared keyboard: one screen for one person, nothing else around it.
namespace ui {

struct Booth {
    model::Document const& doc;
    model::Round const& round;
    ballots::BallotInHand& ballot;
    Scroll& scroll;
    Scroll& order; // of the order being made
};

// The three kinds of ballot, each with its keys: a list of cases to give something to, an order to
// make, two cases to choose from.
void draw_list_ballot(Ui& ui, Booth const& booth, base::Rect const& area);
void draw_order_ballot(Ui& ui, Booth const& booth, base::Rect const& area);
void draw_duel_ballot(Ui& ui, Booth const& booth, base::Rect const& area);

// Up and down, from case to case; the case with the keyboard is brought into sight by whoever
// draws.
enum class Walked { no, yes };
Walked walk_cases(Ui& ui, ballots::BallotInHand& ballot, std::size_t count);

// The number of a case, its title on two lines at most, within `box`.
void draw_case_name(Ui& ui, base::Rect const& box, model::Case const& text);

} // namespace ui
