#pragma once

#include "ui/dialogs/export_dialog.h"

// Parts of the export dialog. Private to this folder.
namespace ui {

// The table of outputs with formats; for pictures, which and in what size.
void draw_outputs(Ui& ui, ExportDialog& dialog, base::Rect const& area);
// A check box with a label; its width is box_width.
bool tick_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& word, On on);
float tick_width(Ui const& ui, std::string const& word);

} // namespace ui
