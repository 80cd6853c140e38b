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

// The file dialog: known folders at the left, the contents of a folder at the right.
struct FileDialog {
    enum class State { closed, opening, open } state = State::closed;
    enum class Sort { name, newest };
    enum class Showing { fitting, all }; // usable files only, or all

    // A folder to list, by the caller: the first of these that exists.
    struct Wanted {
        std::uint64_t number = 0; // request number: answers to earlier requests are ignored
        std::vector<std::filesystem::path> tries;
    };
    // The action when it arrives.
    struct Waiting {
        enum class For { beginning, entering, typed } what = For::entering;
        std::uint64_t number = 0;    // 0: none
        std::filesystem::path typed; // a typed folder, or a typed file in the second folder tried
        double since_s = -1;         // first frame of the wait
    };
    std::uint64_t asked_for = 0;
    std::optional<Wanted> wanted;
    Waiting waiting;
    std::optional<std::filesystem::path> chosen_in; // folder of the chosen file, to be remembered

    FileUse use = FileUse::open;
    // picture: chooses a picture, whatever `use` is.
    enum class Seeks { by_use, picture } seeks = Seeks::by_use;
    std::optional<std::filesystem::path> picture;
    Sort sort = Sort::name;
    Showing showing = Showing::fitting;
    std::vector<FolderPlace> places;
    std::filesystem::path folder;
    std::vector<FileEntry> entries; // of the folder, unsorted
    std::vector<std::size_t> rows;  // shown entries, in order: indices into `entries`
    std::size_t at = 0;             // selected row
    std::string path;               // the path field
    std::optional<base::Error> failed;
    std::string ahead; // letters typed in the list
    double ahead_s = 0;
    Scroll scroll, places_scroll;
    std::filesystem::path last_opened, last_imported, last_copied, last_exported,
        last_picture;             // folder of the last picture
    std::filesystem::path copied; // the session to copy
    std::string name;             // name of the copy, being typed

    std::optional<Wish> answer; // result of a listed folder
    std::string_view keyboard;  // widget to focus in the next frame

    void open(FileUse what, std::vector<FolderPlace> known);
    void open_picture(std::vector<FolderPlace> known);
    void open_copy(std::filesystem::path const& session, std::vector<FolderPlace> known);
};

// Returns OpenSession or PreviewFile for a chosen file, SaveCopyTo with a name, or ExportTo with a
// folder. Reads nothing itself: the caller lists `wanted`.
std::optional<Wish> draw(Ui& ui, FileDialog& dialog);
// The requested folder, with the index of the attempt that succeeded; or the error of the last
// attempt.
void arrived(FileDialog& dialog, std::uint64_t number, std::size_t which,
             base::Result<Folder> const& folder);
// The result of the copy: closes the dialog, or shows the error.
void answered(FileDialog& dialog, base::Result<void> const& result);

} // namespace ui
