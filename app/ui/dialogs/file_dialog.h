#pragma once

#include "ui/dialogs/folders.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui {

// Which file: folders people come back to at the left, what a folder holds at the right.
struct FileDialog {
    enum class State { closed, opening, open } state = State::closed;
    enum class Sort { name, newest };
    enum class Showing { fitting, all }; // the files that can be used here, or every one

    // A folder to be listed, by whoever draws the dialog: the first of these that can be.
    struct Wanted {
        std::uint64_t number = 0; // of what is wanted: answers to an earlier one mean nothing
        std::vector<std::filesystem::path> tries;
    };
    // What is done with it, once it is there.
    struct Waiting {
        enum class For { beginning, entering, typed } what = For::entering;
        std::uint64_t number = 0;    // 0: for nothing
        std::filesystem::path typed; // of a folder, or of a file in the second that was tried
        double since_s = -1;         // first frame that waited
    };
    std::uint64_t asked_for = 0;
    std::optional<Wanted> wanted;
    Waiting waiting;
    std::optional<std::filesystem::path> chosen_in; // a file was, for whoever remembers folders

    FileUse use = FileUse::open;
    // A picture is looked for, whatever `use` says; which one, once it is chosen.
    enum class Seeks { by_use, picture } seeks = Seeks::by_use;
    std::optional<std::filesystem::path> picture;
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
    std::filesystem::path last_opened, last_imported, last_copied, last_exported,
        last_picture;             // where it was left
    std::filesystem::path copied; // the session to copy
    std::string name;             // of the copy, being typed

    std::optional<Wish> answer; // of a folder that was listed
    std::string_view keyboard;  // what has it with the next frame

    void open(FileUse what, std::vector<FolderPlace> known);
    void open_picture(std::vector<FolderPlace> known);
    void open_copy(std::filesystem::path const& session, std::vector<FolderPlace> known);
};

// OpenSession or PreviewFile, once a file is chosen; SaveCopyTo, once there is a name for it;
// ExportTo, once a folder is.
// Nothing is read meanwhile: what is `wanted` is listed by whoever draws.
std::optional<Wish> draw(Ui& ui, FileDialog& dialog);
// The folder that was wanted, and which of those tried it is; or why the last could not be listed.
void arrived(FileDialog& dialog, std::uint64_t number, std::size_t which,
             base::Result<Folder> const& folder);
// What became of the copy: the window closes, or says why not.
void answered(FileDialog& dialog, base::Result<void> const& result);

} // namespace ui
