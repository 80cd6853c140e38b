#include "platform/disk.h"
#include "platform/places.h"
#include "platform/posix/xdg.h"

#include <fmt/chrono.h>

#include <ctime>
#include <unistd.h>

// The freedesktop.org trash: for each file, a .trashinfo with its former path and the time.
namespace platform {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;

// Percent-encodes the characters that the Path of a .trashinfo does not allow.
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

// The mount point of the file system that holds `path`.
fs::path top_of(fs::path path)
{
    auto const here = facts(path);
    if (!here) return path.root_path();
    while (path.has_relative_path()) {
        auto const parent = path.parent_path();
        auto const above = facts(parent);
        if (!above || above->identity.disk != here->identity.disk) return path;
        path = parent;
    }
    return path;
}

struct Trashed {
    fs::path from, to, info;
};

// Moves one file into one trash. The .trashinfo is written first: it reserves a free name.
bool trash_into(fs::path const& trash, fs::path const& file, std::string const& said_path,
                Trashed& done)
{
    auto& disk = real_disk();
    std::error_code failed;
    fs::create_directories(trash / "files", failed);
    fs::create_directories(trash / "info", failed);
    fs::permissions(trash, fs::perms::owner_all, failed);
    for (int n = 1; n < 1000; ++n) {
        auto name = file.filename().string();
        if (n > 1) name = file.stem().string() + fmt::format(".{}", n) + file.extension().string();
        done = {file, trash / "files" / name, trash / "info" / (name + ".trashinfo")};
        auto const note = disk.open(done.info, Use::fresh, Readers::owner);
        if (!note && note.error().why == Refusal::taken) continue;
        if (!note) return false;
        auto const written =
            write_all(disk, *note,
                      fmt::format("[Trash Info]\nPath={}\nDeletionDate={:%Y-%m-%dT%H:%M:%S}\n",
                                  quoted(said_path), fmt::localtime(std::time(nullptr))));
        fs::rename(file, done.to, failed);
        if (written && !failed) return true;
        fs::remove(done.info, failed);
        return false;
    }
    return false;
}

bool trash_one(fs::path const& file, Trashed& done)
{
    auto const own = posix::base_folder("XDG_DATA_HOME", ".local/share") / "Trash";
    if (trash_into(own, file, file.string(), done)) return true;
    auto const top = top_of(file.parent_path()); // another file system has its own trash
    auto const beside = top / fmt::format(".Trash-{}", ::getuid());
    return trash_into(beside, file, file.lexically_relative(top).string(), done);
}

} // namespace

base::Result<void> move_to_trash(std::vector<fs::path> const& files)
{
    std::vector<Trashed> moved;
    for (auto const& file : files) {
        Trashed one;
        if (trash_one(file, one)) {
            moved.push_back(std::move(one));
            continue;
        }
        std::error_code failed; // put back what was moved: all or none
        for (auto const& back : moved) {
            fs::rename(back.to, back.from, failed);
            fs::remove(back.info, failed);
        }
        return fail(Errc::io, "file.trash", file.filename().string());
    }
    return {};
}

} // namespace platform
