#pragma once

#include "ballots/ballot_in_hand.h"
#include "ui/kit/widgets.h"

#include <string>

// The booth: the ballot of one person, filling the screen.
namespace ui {

struct Booth {
    model::Document const& doc;
    model::Round const& round;
    ballots::BallotInHand& ballot;
    Scroll& scroll;
    Scroll& order; // of the ranking
};

// The three forms of ballots with their keys: list of cases, ranking, pairs.
void draw_list_ballot(Ui& ui, Booth const& booth, base::Rect const& area);
void draw_order_ballot(Ui& ui, Booth const& booth, base::Rect const& area);
void draw_duel_ballot(Ui& ui, Booth const& booth, base::Rect const& area);

// Up and down between cases; the caller scrolls to the focused case.
enum class Walked { no, yes };
Walked walk_cases(Ui& ui, ballots::BallotInHand& ballot, std::size_t count);

// A case's number and title, on at most two lines, within `box`.
void draw_case_name(Ui& ui, base::Rect const& box, model::Case const& text);

} // namespace ui
