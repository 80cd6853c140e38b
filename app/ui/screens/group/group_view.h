#pragma once

#include "ui/canvas/canvas.h"
#include "ui/panels/card_sheet.h"
#include "ui/panels/merged_panel.h"
#include "ui/screens/group/duplicates_panel.h"

namespace ui {

// Regrouper: the same board, its cards compact, frames around those that belong together.
struct GroupView {
    Canvas canvas;
    CardSheet sheet;
    MergedPanel merged;
    DuplicatesPanel duplicates;
    enum class Tab { duplicates, frames } tab = Tab::duplicates;
    Scroll scroll; // of the frames
};

Asked draw(Ui& ui, GroupView& view, Workshop const& workshop);

} // namespace ui
