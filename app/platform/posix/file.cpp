#include "platform/file.h"

#include "platform/posix/errors.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace platform {
namespace posix {

Refused refused()
{
    int const number = errno;
    auto const because = [&](Refusal why) { return Refused{why, number}; };
    switch (number) {
    case ENOSPC:
    case EDQUOT: return because(Refusal::full);
    case EACCES:
    case EPERM: return because(Refusal::denied);
    case EROFS: return because(Refusal::read_only);
    case ENOENT:
    case ENOTDIR:
    case ESTALE: return because(Refusal::gone);
    case EEXIST: return because(Refusal::taken);
    case EIO:
    case ENXIO:
    case ENODEV: return because(Refusal::device);
    case EFBIG: return because(Refusal::too_big);
    case EBUSY:
    case ETXTBSY: return because(Refusal::busy);
    case EINTR: return because(Refusal::interrupted);
    default: return because(Refusal::other);
    }
}

} // namespace posix
namespace {

Facts facts_of(struct stat const& said)
{
    auto const at = [](timespec const& time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return {S_ISREG(said.st_mode)   ? Facts::Kind::file
            : S_ISDIR(said.st_mode) ? Facts::Kind::folder
                                    : Facts::Kind::other,
            {said.st_dev, 0, said.st_ino},
            said.st_size,
            {at(said.st_mtim), at(said.st_ctim)},
            said.st_nlink};
}

} // namespace

void File::close()
{
    if (*this) ::close(posix::number_of(*this));
    handle_ = -1;
}

Tried<Facts> facts(File const& file)
{
    struct stat said {};
    if (::fstat(posix::number_of(file), &said) != 0) return posix::refuse();
    return facts_of(said);
}

Tried<Facts> facts(std::filesystem::path const& path, Links links)
{
    struct stat said {};
    auto const asked =
        links == Links::follow ? ::stat(path.c_str(), &said) : ::lstat(path.c_str(), &said);
    if (asked != 0) return posix::refuse();
    return facts_of(said);
}

Tried<std::string> read_at(File const& file, std::int64_t at, std::size_t size)
{
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        auto const got = ::pread(posix::number_of(file), bytes.data() + done, size - done,
                                 static_cast<off_t>(at) + static_cast<off_t>(done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return posix::refuse();
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

namespace {

// 0, or the error. A child process holds the parent's locks between fork and exec, and a killed
// process until it is gone: tries again.
int lock_soon(File const& file, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause{20};
    for (auto left = patience; ::flock(posix::number_of(file), LOCK_EX | LOCK_NB) != 0;
         left -= pause) {
        if (errno != EWOULDBLOCK || left <= std::chrono::milliseconds::zero()) return errno;
        std::this_thread::sleep_for(pause);
    }
    return 0;
}

} // namespace

bool try_lock(File const& file, std::chrono::milliseconds patience)
{
    return lock_soon(file, patience) == 0;
}

bool is_locked(std::filesystem::path const& path)
{
    File const file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    return file && lock_soon(file, a_moment) == EWOULDBLOCK;
}

// The system refuses a read lease on a file that is open for writing. For a remote file, or one of
// another person, it cannot tell.
bool being_written(std::filesystem::path const& path)
{
    File const file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file) return false;
    // A program that opens it meanwhile sends us this signal, which is ignored by default.
    ::fcntl(posix::number_of(file), F_SETSIG, SIGURG);
    if (::fcntl(posix::number_of(file), F_SETLEASE, F_RDLCK) != 0) return errno == EAGAIN;
    ::fcntl(posix::number_of(file), F_SETLEASE, F_UNLCK);
    return false;
}

} // namespace platform
