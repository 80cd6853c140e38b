#pragma once

#include "exchange/images/images.h"

// What the pictures hold under their head. Private to this folder.
namespace exchange {

// The board as it is, fitted into `box`: frames, cards, links, what is written and drawn. `plain`
// measures texts at one pixel for one of the board.
void draw_board(pictures::Pen& pen, pictures::Measure const& plain, model::Document const& doc,
                board::Raised const& raised, base::Rect const& box);
// Each axis small, with every case as its number.
void draw_overview(pictures::Pen& pen, model::Document const& doc, base::Rect const& box);
// The cases in the final order: interval, opportunity, risk, what was decided.
void draw_order(pictures::Pen& pen, model::Document const& doc, base::Rect const& box);
// What a vote gave each case.
void draw_result(pictures::Pen& pen, model::Document const& doc, model::RoundId round,
                 base::Rect const& box);

// Rows of a list in as few columns as hold them; what finds no room is counted under the last.
struct RowSpots {
    std::vector<base::Rect> rows;
    base::Rect rest;      // where to say how many more there are; empty when all have room
    std::size_t left = 0; // those
};
RowSpots row_spots(pictures::Means const& means, std::size_t count, base::Rect const& box);
// The type in which all these titles fit on one line of that width, down to one that takes two.
pictures::Type title_type(pictures::Means const& means, std::vector<std::string> const& titles,
                          float width);
// The number of a case in a circle, 32 design pixels wide, and its title at `from_x`, on two lines
// where it is long.
void draw_case_row(pictures::Pen& pen, model::Case const& one, base::Vec2 chip, float from_x,
                   float to_x, pictures::Type const& type);
void draw_rest(pictures::Pen& pen, RowSpots const& spots);

} // namespace exchange
