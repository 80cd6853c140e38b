#pragma once

#include "base/geometry.h"
#include "model/document.h"
#include "ui/kit/ui.h"

struct ImDrawList;

namespace ui {

// A picture of the board as it is, fitted into a rectangle: for thumbnails and for files.
struct BoardPicture {
    enum class Ground { dotted, plain } ground = Ground::plain;
    float margin = 12;      // design pixels
    float largest_zoom = 1; // small boards are not blown up beyond it
};

// Draws into `list`, cut at `box` (screen pixels). Nothing in it can be touched.
void paint_board(Ui& ui, ImDrawList* list, base::Rect const& box, model::Document const& doc,
                 BoardPicture const& options = {});

} // namespace ui
