#pragma once

#include "ui/canvas/canvas.h"
#include "ui/panels/card_sheet.h"
#include "ui/panels/merged_panel.h"
#include "ui/screens/group/duplicates_panel.h"

namespace ui {

// Regrouper: the board with compact cards, and frames around groups.
struct GroupView {
    Canvas canvas;
    CardSheet sheet;
    MergedPanel merged;
    DuplicatesPanel duplicates;
    enum class Tab { duplicates, frames } tab = Tab::duplicates;
    Scroll scroll; // of the list of frames
};

Asked draw(Ui& ui, GroupView& view, Workshop const& workshop);

} // namespace ui
