#include "base/text.h"
#include "ui/dialogs/file_dialog_parts.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

// The folder requests of the file dialog, and the handling of their results.
namespace ui {

namespace fs = std::filesystem;
using Waiting = FileDialog::Waiting;

bool fits(FileUse use, FileEntry const& entry)
{
    if (entry.kind == FileEntry::Kind::folder) return true;
    if (use == FileUse::folder) return false;
    auto const extension = base::fold(entry.path.extension().string());
    if (use == FileUse::invitation) return extension == ".invitation";
    if (use != FileUse::import) return extension == ".cadran";
    constexpr std::array read{".csv",  ".tsv", ".txt",  ".xlsx", ".xlsm",   ".ods",
                              ".json", ".htm", ".html", ".md",   ".cadran", // cases
                              ".pb",   ".soc", ".soi",  ".toc",  ".toi",    ".cat",
                              ".blt",  ".abif"}; // elections
    return std::ranges::find(read, extension) != read.end();
}

bool fits(FileDialog const& dialog, FileEntry const& entry)
{
    if (dialog.seeks == FileDialog::Seeks::by_use) return fits(dialog.use, entry);
    constexpr std::array pictures{".png", ".jpg", ".jpeg", ".svg"};
    auto const extension = base::fold(entry.path.extension().string());
    return entry.kind == FileEntry::Kind::folder ||
           std::ranges::find(pictures, extension) != pictures.end();
}

void sort_rows(FileDialog& dialog)
{
    struct Keyed {
        std::size_t index;
        bool is_file;
        std::int64_t when;
        std::string name;
    };
    std::vector<Keyed> keyed;
    for (std::size_t i = 0; i < dialog.entries.size(); ++i) {
        auto const& entry = dialog.entries[i];
        if (dialog.showing == FileDialog::Showing::fitting && !fits(dialog, entry)) continue;
        auto const when = dialog.sort == FileDialog::Sort::newest ? -entry.changed_ms : 0;
        keyed.push_back({i, entry.kind == FileEntry::Kind::file, when, base::fold(entry.name)});
    }
    std::ranges::sort(keyed, {},
                      [](Keyed const& k) { return std::tie(k.is_file, k.when, k.name); });
    dialog.rows.clear();
    for (auto const& one : keyed) dialog.rows.push_back(one.index);
    // A file rather than a folder; for imports, a table rather than a session.
    auto const first = [&](auto const& fits_best) {
        return std::ranges::find_if(keyed, fits_best);
    };
    auto file = first([&](Keyed const& k) {
        return k.is_file && (dialog.use != FileUse::import || !k.name.ends_with(".cadran"));
    });
    if (file == keyed.end()) file = first(&Keyed::is_file);
    dialog.at = file == keyed.end() ? 0 : static_cast<std::size_t>(file - keyed.begin());
    dialog.scroll.offset = 0;
}

void go_into(FileDialog& dialog, Folder folder)
{
    dialog.folder = std::move(folder.path);
    dialog.path = dialog.folder.string();
    dialog.entries = std::move(folder.entries);
    dialog.failed.reset();
    dialog.ahead.clear();
    sort_rows(dialog);
}

namespace {

// Requests the first of these folders that can be listed, and drops the previous request.
void want(FileDialog& dialog, std::vector<fs::path> tries, Waiting::For what, fs::path typed = {})
{
    auto const number = ++dialog.asked_for;
    dialog.wanted = FileDialog::Wanted{number, std::move(tries)};
    dialog.waiting = {what, number, std::move(typed), -1};
}

std::optional<Wish> chosen(FileDialog& dialog, fs::path const& path)
{
    if (dialog.use == FileUse::copy) {
        take_name(dialog, path);
        return std::nullopt;
    }
    if (dialog.use == FileUse::folder) return std::nullopt; // only folders can be chosen
    dialog.state = FileDialog::State::closed;
    dialog.chosen_in = path.parent_path();
    if (dialog.seeks == FileDialog::Seeks::picture) {
        dialog.last_picture = path.parent_path();
        dialog.picture = path;
        return std::nullopt;
    }
    if (dialog.use == FileUse::open) {
        dialog.last_opened = path.parent_path();
        return OpenSession{path, Access::edit};
    }
    if (dialog.use == FileUse::compare) {
        dialog.last_opened = path.parent_path();
        return CompareWith{path};
    }
    dialog.last_imported = path.parent_path();
    if (dialog.use == FileUse::invitation) return Invited{path};
    return PreviewFile{path};
}

// Handles the folder of a typed file.
std::optional<Wish> take_typed_file(FileDialog& dialog, fs::path const& typed, Folder const& around)
{
    for (auto const& entry : around.entries)
        if (entry.path.filename() == typed.filename()) return chosen(dialog, entry.path);
    if (dialog.use == FileUse::copy) { // needs a free name in an existing folder
        take_name(dialog, typed);
        go_into(dialog, around);
        return write_copy(dialog);
    }
    dialog.failed = base::Error{base::Errc::not_found, "file.none", typed.string(), 0};
    return std::nullopt;
}

} // namespace

void enter(FileDialog& dialog, fs::path const& path)
{
    want(dialog, {path}, Waiting::For::entering);
}

void begin(FileDialog& dialog)
{
    dialog.state = FileDialog::State::open;
    bool const picture = dialog.seeks == FileDialog::Seeks::picture;
    auto const& last = picture ? dialog.last_picture
                       : dialog.use == FileUse::import || dialog.use == FileUse::invitation
                           ? dialog.last_imported
                       : dialog.use == FileUse::copy   ? dialog.last_copied
                       : dialog.use == FileUse::folder ? dialog.last_exported
                                                       : dialog.last_opened;
    std::vector<fs::path> tries;
    if (!last.empty()) tries.push_back(last);
    bool const copies = dialog.use == FileUse::copy;
    if (copies) tries.push_back(dialog.copied.parent_path());
    auto const wanted =
        dialog.use == FileUse::import ? FolderPlace::Kind::lately : FolderPlace::Kind::sessions;
    for (auto const& place : dialog.places)
        if (place.kind == wanted) tries.push_back(place.path);
    for (auto const& place : dialog.places) tries.push_back(place.path);
    dialog.folder.clear();
    dialog.entries.clear();
    dialog.rows.clear();
    if (!tries.empty()) want(dialog, std::move(tries), Waiting::For::beginning);
    if (copies) propose_name(dialog);
    dialog.keyboard = copies ? "file.copy.name" : "file.list";
}

std::optional<Wish> take(FileDialog& dialog)
{
    if (dialog.at >= dialog.rows.size()) return std::nullopt;
    auto const entry = dialog.entries[dialog.rows[dialog.at]];
    if (entry.kind == FileEntry::Kind::file) return chosen(dialog, entry.path);
    enter(dialog, entry.path);
    return std::nullopt;
}

std::optional<Wish> take_folder(FileDialog& dialog)
{
    dialog.state = FileDialog::State::closed;
    dialog.last_exported = dialog.folder;
    return ExportTo{dialog.folder};
}

void take_typed(FileDialog& dialog)
{
    fs::path typed{std::string(base::trimmed(dialog.path))};
    if (typed.empty()) return;
    if (typed.is_relative() && !dialog.path.starts_with('~')) typed = dialog.folder / typed;
    want(dialog, {typed, typed.parent_path()}, Waiting::For::typed, typed);
}

void FileDialog::open(FileUse what, std::vector<FolderPlace> known)
{
    use = what;
    seeks = Seeks::by_use;
    state = State::opening;
    showing = Showing::fitting;
    failed.reset();
    wanted.reset();
    waiting = {};
    answer.reset();
    places = std::move(known);
}

void FileDialog::open_picture(std::vector<FolderPlace> known)
{
    open(FileUse::import, std::move(known));
    seeks = Seeks::picture;
}

void arrived(FileDialog& dialog, std::uint64_t number, std::size_t which,
             base::Result<Folder> const& folder)
{
    if (number != dialog.waiting.number || dialog.state == FileDialog::State::closed) return;
    auto const waited = std::exchange(dialog.waiting, {});
    bool const typed = waited.what == Waiting::For::typed;
    if (!folder && typed) {
        dialog.failed = base::Error{base::Errc::not_found, "file.none", waited.typed.string(), 0};
    } else if (!folder) {
        dialog.failed = folder.error();
    } else if (typed && which > 0) {
        dialog.answer = take_typed_file(dialog, waited.typed, *folder);
    } else {
        auto const came_from = dialog.folder;
        go_into(dialog, *folder);
        // after going up: selects the folder left
        for (std::size_t i = 0; i < dialog.rows.size(); ++i)
            if (dialog.entries[dialog.rows[i]].path == came_from) dialog.at = i;
    }
    if (waited.what == Waiting::For::beginning && dialog.use == FileUse::copy) propose_name(dialog);
    if (typed) dialog.keyboard = dialog.failed ? "file.path" : "file.list";
}

} // namespace ui
