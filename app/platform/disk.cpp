#include "platform/disk.h"

#include "platform/process.h"

#include <chrono>
#include <thread>
#include <vector>

namespace platform {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;

// The key of the reason, translated later.
std::string in_a_word(Refused const& refused)
{
    switch (refused.why) {
    case Refusal::denied: return "why.denied";
    case Refusal::read_only: return "why.read_only";
    case Refusal::gone: return "why.gone";
    case Refusal::device: return "why.device";
    case Refusal::too_big: return "why.too_big";
    case Refusal::busy: return "why.busy";
    case Refusal::full:
    case Refusal::taken:
    case Refusal::interrupted:
    case Refusal::other: break;
    }
    return "why.system " + std::to_string(refused.number);
}

// Repeats the call while the system answers that it was interrupted.
auto asked(auto const& question)
{
    for (;;)
        if (auto answer = question(); answer || answer.error().why != Refusal::interrupted)
            return answer;
}

base::Result<void> all_of(std::string_view bytes, auto const& write)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        auto const some = asked([&] { return write(done, bytes.substr(done)); });
        if (!some) return fail(told(some.error(), "file.write"));
        // A disk that accepts 0 bytes without an error is treated as full.
        if (*some == 0) return fail(told({Refusal::full, 0}, "file.write"));
        done += *some;
    }
    return {};
}

base::Result<void> write_and_name(Disk& disk, fs::path const& fresh, fs::path const& path,
                                  std::string_view bytes, Clobber clobber, Readers readers)
{
    {
        auto const file = disk.open(fresh, Use::fresh, readers);
        if (!file) return fail(told(file.error(), "file.write"));
        if (auto ok = write_all(disk, *file, bytes); !ok) return ok;
        if (auto ok = flush(disk, *file); !ok) return ok;
    }
    auto const named =
        clobber == Clobber::yes ? disk.rename(fresh, path) : disk.rename_new(fresh, path);
    if (!named && named.error().why == Refusal::taken)
        return fail(Errc::conflict, "file.exists", path.string());
    if (!named) return fail(told(named.error(), "file.write"));
    auto done = flush_folder_of(disk, path);
    if (!done && clobber == Clobber::no) (void)disk.remove(path); // incomplete: not kept
    return done;
}

} // namespace

Disk& real_disk()
{
    static Disk disk;
    return disk;
}

base::Error told(Refused const& refused, char const* where)
{
    if (refused.why == Refusal::full) return {Errc::io, "file.disk_full", {}, 0};
    return {Errc::io, where, in_a_word(refused), 0};
}

base::Result<void> write_all(Disk& disk, File const& file, std::string_view bytes)
{
    return all_of(bytes,
                  [&](std::size_t, std::string_view rest) { return disk.write(file, rest); });
}

base::Result<void> write_all_at(Disk& disk, File const& file, std::int64_t at,
                                std::string_view bytes)
{
    return all_of(bytes, [&](std::size_t done, std::string_view rest) {
        return disk.write_at(file, at + static_cast<std::int64_t>(done), rest);
    });
}

base::Result<void> flush(Disk& disk, File const& file)
{
    auto const done = asked([&] { return disk.flush(file); });
    if (!done) return fail(told(done.error(), "file.sync"));
    return {};
}

base::Result<void> flush_folder_of(Disk& disk, fs::path const& path)
{
    auto folder = path.parent_path();
    if (folder.empty()) folder = ".";
    auto const done = asked([&] { return disk.flush_folder(folder); });
    if (!done) return fail(told(done.error(), "file.sync"));
    return {};
}

base::Result<void> cut(Disk& disk, File const& file, std::int64_t size)
{
    auto const done = asked([&] { return disk.truncate(file, size); });
    if (!done) return fail(told(done.error(), "file.write"));
    return {};
}

base::Result<void> write_whole(Disk& disk, fs::path const& path, std::string_view bytes,
                               Clobber clobber, Readers readers)
{
    auto fresh = path;
    fresh += ".new-" + std::to_string(own_process());
    std::error_code none;
    fs::remove(fresh, none); // left by an earlier process with the same number
    auto done = write_and_name(disk, fresh, path, bytes, clobber, readers);
    if (!done) fs::remove(fresh, none);
    return done;
}

// std::filesystem::remove_all lists again what it could not remove, without end where a removed
// file stays listed while another program has it open (Windows).
bool remove_tree(fs::path const& path)
{
    constexpr int attempts = 10;
    constexpr std::chrono::milliseconds pause{50};
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (attempt > 0) std::this_thread::sleep_for(pause);
        std::error_code failed;
        std::vector<fs::path> inside;
        if (fs::symlink_status(path, failed).type() == fs::file_type::directory)
            for (fs::recursive_directory_iterator at(path, failed), end; !failed && at != end;
                 at.increment(failed))
                inside.push_back(at->path());
        for (auto one = inside.rbegin(); one != inside.rend(); ++one) fs::remove(*one, failed);
        fs::remove(path, failed);
        if (fs::symlink_status(path, failed).type() == fs::file_type::not_found) return true;
    }
    return false;
}

base::Error unreadable(fs::path const& path)
{
    std::error_code failed;
    auto const there = fs::status(path, failed).type();
    auto const* why = there == fs::file_type::directory   ? "file.folder"
                      : there == fs::file_type::not_found ? "file.none"
                                                          : "file.read";
    return {Errc::io, why, path.string(), 0};
}

base::Result<std::string> read_whole(fs::path const& path)
{
    auto const file = real_disk().open(path, Use::read);
    return file ? read_whole(*file, path) : fail(unreadable(path));
}

base::Result<std::string> read_whole(File const& file, fs::path const& path)
{
    auto const known = facts(file);
    if (!known || known->kind != Facts::Kind::file) return fail(unreadable(path));
    if (known->size > file_max) return fail(Errc::io, "file.too_large", path.string());
    auto bytes = read_at(file, 0, static_cast<std::size_t>(known->size));
    if (!bytes) return fail(Errc::io, "file.read", path.string());
    return std::move(*bytes);
}

} // namespace platform
