#pragma once

#include "ui/canvas/card_text.h"

// The number of a frame. A circle is a case and a rounded square an axis: a frame has a tag, whose
// one end is a point.
namespace ui {

// Its left middle at `at`; `high` in screen pixels. Returns its width.
float draw_frame_tag(Ui& ui, base::Vec2 left_middle, int number);
// The same on the board, `scale` screen pixels for one board unit.
float frame_tag_width(Ui& ui, int number, float scale, Zoom zoom);
float paint_frame_tag(Ui& ui, base::Vec2 left_middle, int number, float scale, Zoom zoom);

} // namespace ui
