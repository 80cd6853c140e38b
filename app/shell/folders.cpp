#include "shell/folders.h"

#include "base/text.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace shell {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Result;

fs::path home()
{
    auto const* value = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): never set
    return value && *value ? value : "/";
}

fs::path from_home(char const* variable, char const* fallback)
{
    auto const* value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): never set
    return value && *value ? fs::path(value) : home() / fallback;
}

fs::path expanded(fs::path const& path)
{
    auto const text = path.string();
    if (text == "~") return home();
    if (text.starts_with("~/")) return home() / text.substr(2);
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

// What may not stand as it is in the Path of a .trashinfo is written as %XX.
std::string quoted(std::string const& path)
{
    std::string out;
    for (char const c : path) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') ||
                           std::string_view("/-_.~").find(c) != std::string_view::npos;
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

// The folder at the top of the disk that holds `path`.
fs::path top_of(fs::path path)
{
    struct stat here {};
    if (::stat(path.c_str(), &here) != 0) return path.root_path();
    while (path.has_relative_path()) {
        struct stat above {};
        auto const parent = path.parent_path();
        if (::stat(parent.c_str(), &above) != 0 || above.st_dev != here.st_dev) return path;
        path = parent;
    }
    return path;
}

struct Trashed {
    fs::path from, to, info;
};

// One file into one trash: its note first, which claims a free name.
bool trash_into(fs::path const& trash, fs::path const& file, std::string const& said_path,
                Trashed& done)
{
    std::error_code failed;
    fs::create_directories(trash / "files", failed);
    fs::create_directories(trash / "info", failed);
    fs::permissions(trash, fs::perms::owner_all, failed);
    for (int n = 1; n < 1000; ++n) {
        auto name = file.filename().string();
        if (n > 1) name = file.stem().string() + fmt::format(".{}", n) + file.extension().string();
        done = {file, trash / "files" / name, trash / "info" / (name + ".trashinfo")};
        int const note = ::open(done.info.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (note < 0 && errno == EEXIST) continue;
        if (note < 0) return false;
        auto const text = fmt::format("[Trash Info]\nPath={}\nDeletionDate={:%Y-%m-%dT%H:%M:%S}\n",
                                      quoted(said_path), fmt::localtime(std::time(nullptr)));
        bool const written =
            ::write(note, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::close(note);
        fs::rename(file, done.to, failed);
        if (written && !failed) return true;
        fs::remove(done.info, failed);
        return false;
    }
    return false;
}

bool trash_one(fs::path const& file, Trashed& done)
{
    auto const own = from_home("XDG_DATA_HOME", ".local/share") / "Trash";
    if (trash_into(own, file, file.string(), done)) return true;
    auto const top = top_of(file.parent_path()); // another disk has a trash of its own
    auto const beside = top / fmt::format(".Trash-{}", ::getuid());
    return trash_into(beside, file, file.lexically_relative(top).string(), done);
}

} // namespace

Result<ui::Folder> list_folder(fs::path const& path)
{
    std::error_code failed;
    ui::Folder folder;
    folder.path = fs::absolute(expanded(path), failed).lexically_normal();
    if (folder.path.has_relative_path() && !folder.path.has_filename())
        folder.path = folder.path.parent_path(); // without the slash at its end
    fs::directory_iterator it(folder.path, failed);
    if (failed) return fail(Errc::io, "folder.read", folder.path.string());
    for (fs::directory_iterator const end; it != end; it.increment(failed)) {
        if (failed) break; // what was read is shown
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

fs::path user_folder(fs::path const& config, std::string const& name)
{
    std::ifstream in(config / "user-dirs.dirs");
    auto const head = "XDG_" + name + "_DIR=\"";
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(head)) continue;
        auto value = line.substr(head.size(), line.rfind('"') - head.size());
        if (value.starts_with("$HOME")) return home() / fs::path(value.substr(5)).relative_path();
        return value;
    }
    return {};
}

std::vector<ui::FolderPlace> known_places(fs::path const& sessions)
{
    using Kind = ui::FolderPlace::Kind;
    auto const config = from_home("XDG_CONFIG_HOME", ".config");
    std::vector<ui::FolderPlace> places;
    auto add = [&](Kind kind, fs::path const& path) {
        std::error_code failed;
        if (path.empty() || !fs::is_directory(path, failed)) return;
        for (auto const& known : places)
            if (known.path == path) return;
        places.push_back({kind, path});
    };
    auto add_named = [&](Kind kind, char const* name, char const* english) {
        auto const said = user_folder(config, name);
        add(kind, said.empty() ? home() / english : said);
    };
    add(Kind::sessions, sessions);
    add(Kind::home, home());
    add_named(Kind::documents, "DOCUMENTS", "Documents");
    add_named(Kind::downloads, "DOWNLOAD", "Downloads");
    add_named(Kind::desktop, "DESKTOP", "Desktop");
    return places;
}

Result<void> move_to_trash(std::vector<fs::path> const& files)
{
    std::vector<Trashed> moved;
    for (auto const& file : files) {
        Trashed one;
        if (trash_one(file, one)) {
            moved.push_back(std::move(one));
            continue;
        }
        std::error_code failed; // all of them or none
        for (auto const& back : moved) {
            fs::rename(back.to, back.from, failed);
            fs::remove(back.info, failed);
        }
        return fail(Errc::io, "file.trash", file.filename().string());
    }
    return {};
}

bool is_open_elsewhere(fs::path const& path)
{
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    bool const taken = ::flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(file);
    return taken;
}

} // namespace shell
