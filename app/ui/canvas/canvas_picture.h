#pragma once

#include "base/geometry.h"
#include "model/document.h"
#include "ui/kit/ui.h"

struct ImDrawList;

namespace ui {

// A picture of the whole board in a rectangle: for thumbnails and files.
struct BoardPicture {
    enum class Ground { dotted, plain } ground = Ground::plain;
    float margin = 12;      // design pixels
    float largest_zoom = 1; // limit for small boards
};

// Draws into `list`, clipped to `box` (screen pixels). Not interactive.
void paint_board(Ui& ui, ImDrawList* list, base::Rect const& box, model::Document const& doc,
                 BoardPicture const& options = {});

} // namespace ui
