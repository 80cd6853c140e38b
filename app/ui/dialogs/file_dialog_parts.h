#pragma once

#include "ui/dialogs/file_dialog.h"

// Parts of the file dialog: folders (file_dialog_folders.cpp), copies (file_dialog_copy.cpp).
namespace ui {

// Whether an entry is shown: a folder, or a usable file.
bool fits(FileUse use, FileEntry const& entry);
bool fits(FileDialog const& dialog, FileEntry const& entry);
// Sorts the rows again and scrolls to the first file.
void sort_rows(FileDialog& dialog);
void go_into(FileDialog& dialog, Folder folder);
// Requests the initial folder.
void begin(FileDialog& dialog);
// Requests a folder to open.
void enter(FileDialog& dialog, std::filesystem::path const& path);
// Activates a row: opens a folder, or returns a file.
std::optional<Wish> take(FileDialog& dialog);
// Chooses the shown folder.
std::optional<Wish> take_folder(FileDialog& dialog);
// Handles the path field: a folder to open, or an existing file. The result arrives with the
// folder.
void take_typed(FileDialog& dialog);

// The path of the typed name in the shown folder; nothing when it is invalid.
std::optional<std::filesystem::path> target_of(FileDialog const& dialog);
// Proposes a free name in the shown folder.
void propose_name(FileDialog& dialog);
// Derives a name from an existing file.
void take_name(FileDialog& dialog, std::filesystem::path const& file);
// Returns SaveCopyTo, or sets `dialog.failed`.
std::optional<Wish> write_copy(FileDialog& dialog);
// The name field; Enter writes.
std::optional<Wish> draw_copy_name(Ui& ui, FileDialog& dialog, base::Rect const& box);

} // namespace ui
