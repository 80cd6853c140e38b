#include "journal/disk.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace journal {
namespace {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;

base::Result<void> write_and_name(Disk& disk, fs::path const& fresh, fs::path const& path,
                                  std::string_view bytes, Clobber clobber, unsigned permissions)
{
    {
        Descriptor const file(disk.open(
            fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions));
        if (!file) return fail(refusal("file.write"));
        if (auto ok = write_all(disk, file.number(), bytes); !ok) return ok;
        if (auto ok = sync_file(disk, file.number()); !ok) return ok;
    }
    auto const named = clobber == Clobber::yes ? disk.rename(fresh.c_str(), path.c_str())
                                               : disk.rename_new(fresh.c_str(), path.c_str());
    if (named != 0 && errno == EEXIST) return fail(Errc::conflict, "file.exists", path.string());
    if (named != 0) return fail(refusal("file.write"));
    auto done = sync_folder_of(disk, path);
    if (!done && clobber == Clobber::no)
        (void)disk.unlink(path.c_str()); // it was not kept: it is not there
    return done;
}

// What the system says, as a detail that is told in the person's language.
std::string in_a_word(int why)
{
    switch (why) {
    case EACCES:
    case EPERM: return "why.denied";
    case EROFS: return "why.read_only";
    case ENOENT:
    case ENOTDIR:
    case ESTALE: return "why.gone";
    case EIO:
    case ENXIO:
    case ENODEV: return "why.device";
    case EFBIG: return "why.too_big";
    case EBUSY:
    case ETXTBSY: return "why.busy";
    default: return "why.system " + std::to_string(why);
    }
}

// A name that was taken for nothing: no empty file stays under it. -1, with the errno there was.
int give_back(char const* name)
{
    int const why = errno;
    ::unlink(name);
    errno = why;
    return -1;
}

} // namespace

int Disk::open(char const* path, int flags, unsigned permissions)
{
    return ::open(path, flags, permissions);
}
long Disk::write(int file, void const* bytes, std::size_t size)
{
    return ::write(file, bytes, size);
}
int Disk::sync(int file) { return ::fdatasync(file); }
int Disk::truncate(int file, long size) { return ::ftruncate(file, size); }
int Disk::rename(char const* from, char const* to) { return ::rename(from, to); }
int Disk::unlink(char const* path) { return ::unlink(path); }

int Disk::rename_new(char const* from, char const* to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    // Not every file system can: a second name then, or where there is only one name to a file
    // (memory sticks), the name taken first and then replaced.
    if (::link(from, to) == 0) return ::unlink(from) == 0 ? 0 : give_back(to);
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) return -1;
    Descriptor const taken(::open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!taken) return -1;
    return ::rename(from, to) == 0 ? 0 : give_back(to);
}

Disk& real_disk()
{
    static Disk disk;
    return disk;
}

void Descriptor::reset(int number)
{
    close();
    number_ = number;
}

void Descriptor::close()
{
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

int Descriptor::release() { return std::exchange(number_, -1); }

base::Error refusal(char const* where)
{
    int const why = errno;
    if (why == ENOSPC || why == EDQUOT) return {Errc::io, "file.disk_full", {}, 0};
    return {Errc::io, where, in_a_word(why), 0};
}

base::Result<void> write_all(Disk& disk, int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const done = disk.write(file, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done == 0) errno = ENOSPC; // a disk that takes nothing and does not say why
        if (done <= 0) return fail(refusal("file.write"));
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

base::Result<void> sync_file(Disk& disk, int file)
{
    int done = 0;
    do done = disk.sync(file);
    while (done != 0 && errno == EINTR); // interrupted is not refused
    if (done != 0) return fail(refusal("file.sync"));
    return {};
}

base::Result<void> sync_folder_of(Disk& disk, fs::path const& path)
{
    auto folder = path.parent_path();
    if (folder.empty()) folder = ".";
    Descriptor const dir(disk.open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0));
    if (!dir) return fail(refusal("file.sync"));
    return sync_file(disk, dir.number());
}

base::Result<void> cut(Disk& disk, int file, std::int64_t size)
{
    int done = 0;
    do done = disk.truncate(file, size);
    while (done != 0 && errno == EINTR);
    if (done != 0) return fail(refusal("file.write"));
    return {};
}

base::Result<void> write_whole(Disk& disk, fs::path const& path, std::string_view bytes,
                               Clobber clobber, unsigned permissions)
{
    auto fresh = path;
    fresh += ".new-" + std::to_string(::getpid());
    ::unlink(fresh.c_str()); // of a process long dead that had this one's number
    auto done = write_and_name(disk, fresh, path, bytes, clobber, permissions);
    if (!done) ::unlink(fresh.c_str());
    return done;
}

base::Result<std::string> read_whole(fs::path const& path)
{
    // Without waiting: a pipe under the name of a session is not one.
    Descriptor const file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    return read_whole(file.number(), path);
}

base::Result<std::string> read_whole(int file, fs::path const& path)
{
    struct stat facts {};
    if (file < 0 || ::fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode))
        return fail(Errc::io, "file.read", path.string());
    if (facts.st_size > file_max) return fail(Errc::io, "file.too_large", path.string());
    std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        auto const got =
            ::pread(file, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Errc::io, "file.read", path.string());
        if (got == 0) break;
        at += static_cast<std::size_t>(got);
    }
    bytes.resize(at);
    return bytes;
}

} // namespace journal
