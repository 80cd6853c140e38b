#pragma once

#include "base/geometry.h"

struct ImDrawList;

namespace ui {

// A part of a frame that moves as a whole, the board: the renderer keeps its picture and draws only
// what becomes visible at the edge. Set by the view that draws it.
struct Moving {
    ImDrawList const* list = nullptr;
    int from = 0, to = 0; // its range of the list's indices
    base::Rect box;       // its area, screen pixels; it covers all of it opaquely
    base::Vec2 origin;    // its origin on the screen, in whole pixels
};

struct Ui;

// For the frame being drawn; reset at the next one.
void set_moving(Ui& ui, Moving const& moving);
Moving const* moving_of(Ui const& ui); // null: none

} // namespace ui
