#pragma once

#include "board/marks.h"
#include "ui/canvas/card_text.h"

// Drawing of annotations at every zoom.
namespace ui {

namespace mark_type {
inline constexpr Type text{Face::semibold, 24, 32, Fit::exact};
inline constexpr Type label{Face::medium, 20, 26, Fit::exact};
} // namespace mark_type
constexpr float mark_text_width = 480; // board units: longer texts are wrapped
constexpr float label_padding_x = 12, label_padding_y = 5;

// For board::Marks; valid as long as `ui`.
board::MeasureText measure_marks(Ui& ui);

struct MarkLook {
    enum class State { rest, hovered, selected, faded };
    State state = State::rest;
    Zoom zoom = Zoom::resting;
    float scale = 1; // screen pixels per board unit
};

// `box` on the screen.
void paint_text(Ui& ui, std::string const& text, base::Rect const& box, MarkLook const& look);
// `line`: on the board, displaced by `by`.
void paint_stroke(Ui& ui, board::Line const& line, board::View const& view, base::Vec2 by,
                  MarkLook const& look);
// A polyline on the screen.
void paint_way(Ui& ui, std::vector<base::Vec2> const& way, board::Color color, float width);
// The line of a link, below the cards, and its label, above them.
void paint_link(Ui& ui, board::LinkShape const& shape, board::View const& view,
                MarkLook const& look);
void paint_label(Ui& ui, board::LinkShape const& shape, std::string const& text,
                 board::View const& view, MarkLook const& look);

} // namespace ui
