#include "journal/disk.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;

constexpr std::int64_t file_max = 1LL << 30;

base::Result<void> refused(char const* where)
{
    int const why = errno;
    if (why == ENOSPC || why == EDQUOT) return fail(Errc::io, "file.disk_full");
    return fail(Errc::io, where,
                std::strerror(why)); // NOLINT(concurrency-mt-unsafe): text of a constant
}

// A file descriptor that closes itself.
struct Descriptor {
    int number = -1;
    explicit Descriptor(int n)
        : number(n)
    {
    }
    ~Descriptor()
    {
        if (number >= 0) ::close(number);
    }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
};

// A new name is durable once its folder is.
base::Result<void> sync_folder(Disk& disk, fs::path const& path)
{
    auto folder = path.parent_path();
    if (folder.empty()) folder = ".";
    Descriptor const dir(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (dir.number < 0 || disk.sync(dir.number) != 0) return refused("file.sync");
    return {};
}

base::Result<void> write_and_name(Disk& disk, fs::path const& fresh, fs::path const& path,
                                  std::string_view bytes, Clobber clobber, unsigned permissions)
{
    {
        Descriptor const file(
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions));
        if (file.number < 0) return refused("file.write");
        if (auto ok = write_all(disk, file.number, bytes); !ok) return ok;
        if (disk.sync(file.number) != 0) return refused("file.sync");
    }
    if (clobber == Clobber::yes) {
        if (disk.rename(fresh.c_str(), path.c_str()) != 0) return refused("file.write");
    } else {
        if (::link(fresh.c_str(), path.c_str()) != 0) {
            if (errno == EEXIST) return fail(Errc::conflict, "file.exists", path.string());
            return refused("file.write");
        }
        ::unlink(fresh.c_str());
    }
    return sync_folder(disk, path);
}

} // namespace

long Disk::write(int file, void const* bytes, std::size_t size)
{
    return ::write(file, bytes, size);
}
int Disk::sync(int file) { return ::fdatasync(file); }
int Disk::truncate(int file, long size) { return ::ftruncate(file, size); }
int Disk::rename(char const* from, char const* to) { return ::rename(from, to); }

Disk& real_disk()
{
    static Disk disk;
    return disk;
}

base::Result<void> write_all(Disk& disk, int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const done = disk.write(file, bytes.data(), bytes.size());
        if (done < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (done <= 0) return refused("file.write");
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

base::Result<void> write_whole(Disk& disk, fs::path const& path, std::string_view bytes,
                               Clobber clobber, unsigned permissions)
{
    auto fresh = path;
    fresh += ".new-" + std::to_string(::getpid());
    auto done = write_and_name(disk, fresh, path, bytes, clobber, permissions);
    if (!done) ::unlink(fresh.c_str());
    return done;
}

base::Result<std::string> read_whole(fs::path const& path)
{
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat facts {};
    if (file.number < 0 || ::fstat(file.number, &facts) != 0 || !S_ISREG(facts.st_mode) ||
        facts.st_size > file_max)
        return fail(Errc::io, "file.read", path.string());
    std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        auto const got = ::read(file.number, bytes.data() + at, bytes.size() - at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Errc::io, "file.read", path.string());
        if (got == 0) break;
        at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
}

} // namespace journal
