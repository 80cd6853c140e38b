#pragma once

#include "ui/kit/folders.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>
#include <vector>

namespace ui {

// Which file: folders people come back to at the left, what a folder holds at the right.
struct FileDialog {
    enum class State { closed, opening, open } state = State::closed;
    enum class Sort { name, newest };
    enum class Showing { fitting, all }; // the files that can be used here, or every one

    FileUse use = FileUse::open;
    Sort sort = Sort::name;
    Showing showing = Showing::fitting;
    std::vector<FolderPlace> places;
    std::filesystem::path folder;
    std::vector<FileEntry> entries; // of the folder, as they were listed
    std::vector<std::size_t> rows;  // of those, what is shown, in order
    std::size_t at = 0;             // in `rows`: what Enter takes
    std::string path;               // being typed
    std::optional<base::Error> failed;
    std::string ahead; // letters typed on the list
    double ahead_s = 0;
    Scroll scroll, places_scroll;
    std::filesystem::path last_opened, last_imported, last_copied; // where it was left
    std::filesystem::path copied;                                  // the session to copy
    std::string name;                                              // of the copy, being typed

    void open(FileUse what);
    void open_copy(std::filesystem::path const& session);
};

// OpenSession or PreviewFile, once a file is chosen; SaveCopyTo, once there is a name for it.
std::optional<Wish> draw(Ui& ui, FileDialog& dialog, Folders& folders);
// What became of the copy: the window closes, or says why not.
void answered(FileDialog& dialog, base::Result<void> const& result);

} // namespace ui
