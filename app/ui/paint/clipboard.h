#pragma once

#include "ui/kit/ui.h"
#include "ui/kit/wish.h"

#include <optional>
#include <vector>

// What goes to the clipboard and comes from it, in as many forms as the system has.
namespace ui {

// The richest form first; where the system knows text alone, that of it.
void copy_out(Ui& ui, std::vector<Copied> forms);

// What was copied elsewhere, to be looked at before it is added: a table of a page, of a text
// processor or of a spreadsheet as it stands there, anything else as text. Nothing when there is
// nothing.
std::optional<Wish> pasted(Ui const& ui);

} // namespace ui
