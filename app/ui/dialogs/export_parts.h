#pragma once

#include "ui/dialogs/export_dialog.h"

// The parts of the export dialog. Private to this folder.
namespace ui {

// The table of outputs, each with its formats; of pictures, which and how large.
void draw_outputs(Ui& ui, ExportDialog& dialog, base::Rect const& area);
// A box that is ticked or not, with its word; `width` of it is box_width.
bool tick_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& word, On on);
float tick_width(Ui const& ui, std::string const& word);

} // namespace ui
