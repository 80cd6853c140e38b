#pragma once

#include "ui/dialogs/import_dialog.h"

#include <string>
#include <string_view>

// The parts of the import dialog. Private to this folder.
namespace ui {

// How the file is read: its sheet, its row of names, its encoding, its separator.
void draw_ways(Ui& ui, ImportDialog& dialog, base::Rect const& area);
// What each column holds, means, and why.
void draw_columns(Ui& ui, ImportDialog& dialog, base::Rect const& area);
// The rows, and which of them are taken.
void draw_rows(Ui& ui, ImportDialog& dialog, base::Rect area);
// The menu that is open, above all of it.
void draw_import_menus(Ui& ui, ImportDialog& dialog);

// One line, cut where it would be long.
std::string import_line(std::string_view text);
// What is in a column, by the first `wanted` different things that its rows say.
std::string samples_of(exchange::Table const& table, std::size_t column, std::size_t wanted);
char const* field_key(exchange::Field field);

// A button that opens a menu below it; one that is locked says so and opens nothing.
enum class Locked { no, yes };
bool select_box(Ui& ui, std::string_view id, base::Rect const& box, std::string const& shown,
                On marked, Locked locked = Locked::no);

} // namespace ui
