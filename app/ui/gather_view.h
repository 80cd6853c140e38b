#pragma once

#include "ui/canvas.h"
#include "ui/card_sheet.h"
#include "ui/inbox.h"
#include "ui/merged_panel.h"

namespace ui {

// Recueillir: the room's ideas as cards on an infinite board.
struct GatherView {
    Canvas canvas;
    CardSheet sheet;
    MergedPanel merged;
    Inbox inbox;
};

Asked draw(Ui& ui, GatherView& view, Workshop const& workshop);

} // namespace ui
