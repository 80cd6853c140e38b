#pragma once

#include "exchange/images/images.h"

// The contents of pictures below their heading. Private to this folder.
namespace exchange {

// The whole board fitted into `box`: frames, cards, links, annotations. `plain` measures text at
// one pixel per board unit.
void draw_board(pictures::Pen& pen, pictures::Measure const& plain, model::Document const& doc,
                board::Raised const& raised, base::Rect const& box);
// All axes as small matrices, with every case as its number.
void draw_overview(pictures::Pen& pen, model::Document const& doc, base::Rect const& box);
// The final order: interval, opportunity, risk, decision.
void draw_order(pictures::Pen& pen, model::Document const& doc, base::Rect const& box);
// The result of a vote.
void draw_result(pictures::Pen& pen, model::Document const& doc, model::RoundId id,
                 base::Rect const& box);

// Positions of list rows in as few columns as possible; rows that do not fit are counted.
struct RowSpots {
    std::vector<base::Rect> rows;
    base::Rect rest;      // space for the number of omitted rows; empty when all fit
    std::size_t left = 0; // number of omitted rows
};
RowSpots row_spots(pictures::Means const& means, std::size_t count, base::Rect const& box);
// The largest font in which all these titles fit on one line of that width; the smallest one wraps
// to two lines.
pictures::Type title_type(pictures::Means const& means, std::vector<std::string> const& titles,
                          float width);
// The case number in a circle of 32 design pixels, and the title at `from_x`, on one or two lines.
void draw_case_row(pictures::Pen& pen, model::Case const& one, base::Vec2 chip, float from_x,
                   float to_x, pictures::Type const& type);
void draw_rest(pictures::Pen& pen, RowSpots const& spots);

} // namespace exchange
