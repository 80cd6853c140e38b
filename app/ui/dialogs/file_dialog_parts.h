#pragma once

#include "ui/dialogs/file_dialog.h"

// What the choice of a file is made of: what it does with folders (file_dialog_folders.cpp), and
// where a copy is written (file_dialog_copy.cpp).
namespace ui {

// Whether an entry of a folder is shown: a folder, or a file that can be used so.
bool fits(FileUse use, FileEntry const& entry);
bool fits(FileDialog const& dialog, FileEntry const& entry);
// The rows anew, from the first file on.
void sort_rows(FileDialog& dialog);
void go_into(FileDialog& dialog, Folder folder);
// Asks for the folder that it begins in.
void begin(FileDialog& dialog);
// Asks for a folder, to go into it.
void enter(FileDialog& dialog, std::filesystem::path const& path);
// A row pressed or entered: a folder is gone into, a file is the answer.
std::optional<Wish> take(FileDialog& dialog);
// The folder that is shown.
std::optional<Wish> take_folder(FileDialog& dialog);
// What was typed: a folder to go into, or a file that is there. The answer comes with the folder.
void take_typed(FileDialog& dialog);

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
