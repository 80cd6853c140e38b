#pragma once

#include "ui/canvas/card_text.h"

// The number of a frame in a tag with one pointed end (cases have circles, axes rounded squares).
namespace ui {

// Its left centre at `at`; `high` in screen pixels. Returns its width.
float draw_frame_tag(Ui& ui, base::Vec2 left_middle, int number);
// The same on the board, with `scale` screen pixels per board unit.
float frame_tag_width(Ui& ui, int number, float scale, Zoom zoom);
float paint_frame_tag(Ui& ui, base::Vec2 left_middle, int number, float scale, Zoom zoom);

} // namespace ui
