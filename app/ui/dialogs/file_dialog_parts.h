#pragma once

#include "ui/dialogs/file_dialog.h"

// What the choice of a file is made of where a copy is written; see file_dialog_copy.cpp.
namespace ui {

// The file that the typed name stands for, in the folder shown; nothing when it is no name.
std::optional<std::filesystem::path> target_of(FileDialog const& dialog);
// A name that is free in the folder shown.
void propose_name(FileDialog& dialog);
// The name of a file that is there, to make another of.
void take_name(FileDialog& dialog, std::filesystem::path const& file);
// SaveCopyTo, or why not in `dialog.failed`.
std::optional<Wish> write_copy(FileDialog& dialog);
// The name, being typed; Enter writes.
std::optional<Wish> draw_copy_name(Ui& ui, FileDialog& dialog, base::Rect const& box);

} // namespace ui
