#pragma once

#include "ui/canvas/canvas.h"

namespace ui {

// The minimap with the visible part framed, and the zoom below it; at the bottom right of `main`. A
// press or drag moves the camera.
void draw_minimap(Ui& ui, Canvas& canvas, base::Rect const& main);

// Its box.
base::Rect minimap_box(Ui const& ui, base::Rect const& main);

} // namespace ui
