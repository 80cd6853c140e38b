#include "shell/files/folders.h"

#include "base/text.h"
#include "platform/places.h"

#include <fmt/format.h>

#include <chrono>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

fs::path expanded(fs::path const& path)
{
    auto const text = path.string();
    if (text == "~") return platform::home();
    if (text.starts_with("~/")) return platform::home() / text.substr(2);
    return path;
}

std::int64_t changed_ms(fs::directory_entry const& entry)
{
    std::error_code failed;
    auto const when = entry.last_write_time(failed);
    if (failed) return 0;
    using namespace std::chrono;
    return duration_cast<milliseconds>(file_clock::to_sys(when).time_since_epoch()).count();
}

} // namespace

Result<ui::Folder> list_folder(fs::path const& path)
{
    std::error_code failed;
    ui::Folder folder;
    folder.path = fs::absolute(expanded(path), failed).lexically_normal();
    if (folder.path.has_relative_path() && !folder.path.has_filename())
        folder.path = folder.path.parent_path(); // removes a trailing slash
    fs::directory_iterator it(folder.path, failed);
    if (failed) return fail(Errc::io, "folder.read", folder.path.string());
    for (fs::directory_iterator const end; it != end; it.increment(failed)) {
        if (failed) break; // shows what was read so far
        auto const name = it->path().filename().string();
        if (name.starts_with('.')) continue;
        ui::FileEntry entry;
        std::error_code unknown;
        entry.path = it->path();
        entry.name = base::sanitized(name);
        bool const is_folder = it->is_directory(unknown);
        entry.kind = is_folder ? ui::FileEntry::Kind::folder : ui::FileEntry::Kind::file;
        if (!is_folder)
            if (auto const bytes = it->file_size(unknown); !unknown) entry.bytes = bytes;
        entry.changed_ms = changed_ms(*it);
        folder.entries.push_back(std::move(entry));
    }
    return folder;
}

std::vector<ui::FolderPlace> known_places(fs::path const& sessions)
{
    using Kind = ui::FolderPlace::Kind;
    std::vector<ui::FolderPlace> places;
    auto add = [&](Kind kind, fs::path const& path) {
        std::error_code failed;
        if (path.empty() || !fs::is_directory(path, failed)) return;
        for (auto const& known : places)
            if (known.path == path) return;
        places.push_back({kind, path});
    };
    using platform::Known;
    add(Kind::sessions, sessions);
    add(Kind::home, platform::home());
    add(Kind::documents, platform::known_folder(Known::documents));
    add(Kind::downloads, platform::known_folder(Known::downloads));
    add(Kind::desktop, platform::known_folder(Known::desktop));
    return places;
}

fs::path free_path(fs::path const& folder, std::string const& stem, std::string const& extension)
{
    auto path = folder / (stem + extension);
    for (int n = 2; fs::exists(path); ++n)
        path = folder / fmt::format("{}-{}{}", stem, n, extension);
    return path;
}

} // namespace shell
