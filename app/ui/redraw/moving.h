#pragma once

#include "base/geometry.h"

struct ImDrawList;

namespace ui {

// A part of a frame that moves as a whole from frame to frame, the board: whoever shows the frame
// may keep its picture and draw only what comes in at the edge. Said by the view that draws it.
struct Moving {
    ImDrawList const* list = nullptr;
    int from = 0, to = 0; // which of the list's indices draw it
    base::Rect box;       // where it shows, screen pixels; it covers all of it, opaquely
    base::Vec2 origin;    // its own (0,0) on the screen, in whole pixels
};

struct Ui;

// Of the frame being drawn; forgotten when the next one begins.
void set_moving(Ui& ui, Moving const& moving);
Moving const* moving_of(Ui const& ui); // null: nothing moves

} // namespace ui
