#pragma once

#include "ui/canvas.h"
#include "ui/card_sheet.h"

namespace ui {

// Regrouper: the same board, its cards compact, frames around those that belong together.
struct GroupView {
    Canvas canvas;
    CardSheet sheet;
    Scroll scroll;
};

std::optional<Wish> draw(Ui& ui, GroupView& view, Workshop const& workshop);

} // namespace ui
