#pragma once

#include "analysis/estimates/delphi.h"
#include "board/matrix.h"
#include "ui/kit/ui.h"

// What a room's estimates look like on a matrix. Nothing here decides or stores.
namespace ui {

// Where half of the room is, filled in `hue`; dashed where the room is contested. Cut at the
// matrix. From five people on, and under eight of them, their dots instead.
void draw_cloud(Ui& ui, board::Matrix const& matrix, analysis::Shape const& shape, board::Color hue,
                float alpha);

// Each person's dot, tied to the median, and the two camps of a contested scale.
void draw_dots(Ui& ui, board::Matrix const& matrix, analysis::Shape const& shape);

// The quarter of the room in each zone, with its sign: two rows of two. Returns its height.
float draw_zones(Ui& ui, base::Rect const& area, analysis::Shape const& shape,
                 model::Axis const& axis);

// How far people agree: a sign and a word, as tall as a pill. Returns its width.
float draw_agreement(Ui& ui, base::Vec2 left_middle, analysis::Agreement agreement);

// In its place where a case is settled elsewhere than the room says: no agreement on that.
inline constexpr unsigned icon_contradicted = 0xEF78; // Material Icons, "wrong location"
float draw_contradicted(Ui& ui, base::Vec2 left_middle);

} // namespace ui
