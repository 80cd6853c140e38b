#pragma once

#include "ui/dialogs/export_dialog.h"

// Parts of the export dialog. Private to this folder.
namespace ui {

// The table of outputs with formats; for pictures, which and in what size.
void draw_outputs(Ui& ui, ExportDialog& dialog, base::Rect const& area);
// The included data, the head of reports, the seal, and the names of the files.
void draw_included(Ui& ui, ExportDialog& dialog, base::Rect const& area,
                   std::vector<exchange::Planned> const& files);
// A check box with a label; its width is tick_width.
bool tick_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& word, On on,
              Enabled enabled = Enabled::yes);
float tick_width(Ui const& ui, std::string const& word);

} // namespace ui
