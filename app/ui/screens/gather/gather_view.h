#pragma once

#include "ui/canvas/canvas.h"
#include "ui/panels/card_sheet.h"
#include "ui/panels/merged_panel.h"
#include "ui/screens/gather/inbox.h"

namespace ui {

// Recueillir: collecting ideas as cards on an infinite board.
struct GatherView {
    Canvas canvas;
    CardSheet sheet;
    MergedPanel merged;
    Inbox inbox;
    Scroll back; // of the list after an absence
};

Asked draw(Ui& ui, GatherView& view, Workshop const& workshop);
// The inbox alone, in `area` of the facilitator's page, which is at that step.
Asked draw_inbox_beside(Ui& ui, GatherView& view, Workshop const& workshop, base::Rect const& area,
                        model::Step step);

} // namespace ui
