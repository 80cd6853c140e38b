#pragma once

#include "ui/canvas/canvas.h"

namespace ui {

// The whole board in small, the part in sight framed, and the zoom under it; at the bottom right of
// `main`. A press or a drag moves the camera.
void draw_minimap(Ui& ui, Canvas& canvas, base::Rect const& main);

// The rectangle that it takes.
base::Rect minimap_box(Ui const& ui, base::Rect const& main);

} // namespace ui
