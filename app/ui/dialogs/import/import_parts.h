#pragma once

#include "ui/dialogs/import/import_dialog.h"

#include <string>
#include <string_view>

// Parts of the import dialog. Private to this folder.
namespace ui {

// Reading options: sheet, header row, encoding, separator.
void draw_ways(Ui& ui, ImportDialog& dialog, base::Rect const& area);
// The columns: contents, meaning, reason.
void draw_columns(Ui& ui, ImportDialog& dialog, base::Rect const& whole);
// The rows, with check boxes.
void draw_rows(Ui& ui, ImportDialog& dialog, base::Rect area);
// The open menu, on top.
void draw_import_menus(Ui& ui, ImportDialog& dialog);

// The text on one line, truncated.
std::string import_line(std::string_view text);
// The first `wanted` distinct values of a column.
std::string samples_of(exchange::Table const& table, std::size_t column, std::size_t wanted);
char const* field_key(exchange::Field field);

// A button that opens a menu; a locked one is disabled.
enum class Locked { no, yes };
bool select_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& shown,
                On marked, Locked locked = Locked::no);

} // namespace ui
