#include "platform/disk.h"

#include "platform/posix/errors.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace platform {
namespace {

namespace fs = std::filesystem;
using posix::refuse;

int flags_of(Use use)
{
    switch (use) {
    case Use::read: return O_RDONLY | O_NONBLOCK;
    case Use::append: return O_RDWR | O_APPEND | O_NONBLOCK;
    case Use::update: return O_RDWR | O_NOFOLLOW | O_NONBLOCK;
    case Use::fresh: return O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
    }
    return O_RDONLY;
}

Tried<void> done(int answer)
{
    if (answer != 0) return refuse();
    return {};
}

Tried<std::size_t> count(ssize_t answer)
{
    if (answer < 0) return refuse();
    return static_cast<std::size_t>(answer);
}

// Removes the empty file that was created to claim the name.
tl::unexpected<Refused> give_back(fs::path const& name)
{
    auto const why = posix::refused();
    ::unlink(name.c_str());
    return tl::unexpected<Refused>{why};
}

} // namespace

Tried<File> Disk::open(fs::path const& path, Use use, Readers readers)
{
    mode_t const permissions = readers == Readers::owner ? 0600 : 0644;
    File file(::open(path.c_str(), flags_of(use) | O_CLOEXEC, permissions));
    if (!file) return refuse();
    return file;
}

Tried<std::size_t> Disk::write(File const& file, std::string_view bytes)
{
    return count(::write(posix::number_of(file), bytes.data(), bytes.size()));
}

Tried<std::size_t> Disk::write_at(File const& file, std::int64_t at, std::string_view bytes)
{
    return count(
        ::pwrite(posix::number_of(file), bytes.data(), bytes.size(), static_cast<off_t>(at)));
}

Tried<void> Disk::flush(File const& file) { return done(::fdatasync(posix::number_of(file))); }

Tried<void> Disk::flush_folder(fs::path const& folder)
{
    File const file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file) return refuse();
    return done(::fsync(posix::number_of(file)));
}

Tried<void> Disk::truncate(File const& file, std::int64_t size)
{
    return done(::ftruncate(posix::number_of(file), static_cast<off_t>(size)));
}

Tried<void> Disk::rename(fs::path const& from, fs::path const& to)
{
    return done(::rename(from.c_str(), to.c_str()));
}

Tried<void> Disk::rename_new(fs::path const& from, fs::path const& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno != EINVAL && errno != ENOSYS) return refuse();
    // Not every file system supports that rename. Fallback: a hard link; without hard links (memory
    // sticks), create the name, then replace it.
    if (::link(from.c_str(), to.c_str()) == 0) {
        if (::unlink(from.c_str()) == 0) return {};
        return give_back(to);
    }
    if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS) return refuse();
    File const taken(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!taken) return refuse();
    if (::rename(from.c_str(), to.c_str()) == 0) return {};
    return give_back(to);
}

bool Disk::replaces_open_files(fs::path const&) const { return true; }

Tried<void> Disk::remove(fs::path const& path) { return done(::unlink(path.c_str())); }

} // namespace platform
