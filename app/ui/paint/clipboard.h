#pragma once

#include "ui/kit/ui.h"
#include "ui/kit/wish.h"

#include <optional>
#include <vector>

// Copying and pasting in all formats that the system supports.
namespace ui {

// Richest format first; only the plain text where the system has nothing else.
void copy_out(Ui& ui, std::vector<Copied> forms);

// A preview of what was copied elsewhere: tables of web pages, word processors and spreadsheets as
// tables, anything else as text. Nothing when the clipboard is empty.
std::optional<Wish> pasted(Ui const& ui);

} // namespace ui
