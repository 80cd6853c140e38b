#pragma once

#include "ui/canvas.h"
#include "ui/card_sheet.h"
#include "ui/duplicates_panel.h"
#include "ui/merged_panel.h"

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
