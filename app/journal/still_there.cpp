#include "journal/still_there.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

namespace journal {
namespace {

constexpr std::size_t last_bytes = 4096;

Touched times_of(struct stat const& facts)
{
    auto const at = [](timespec const& time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return {at(facts.st_mtim), at(facts.st_ctim)};
}

// Whether the file holds `bytes` from `at` on.
bool holds(int file, std::string_view bytes, std::size_t at)
{
    std::array<char, 65536> read; // NOLINT(cppcoreguidelines-pro-type-member-init): filled below
    while (at < bytes.size()) {
        auto const want = std::min(read.size(), bytes.size() - at);
        auto const got = ::pread(file, read.data(), want, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        auto const size = static_cast<std::size_t>(got);
        if (std::string_view(read.data(), size) != bytes.substr(at, size)) return false;
        at += size;
    }
    return true;
}

} // namespace

Touched touched(int file)
{
    struct stat facts {};
    return ::fstat(file, &facts) == 0 ? times_of(facts) : Touched{};
}

bool still_there(int file, std::filesystem::path const& path, std::string_view bytes, Touched& seen)
{
    struct stat held {
    }, named{};
    bool const there = ::stat(path.c_str(), &named) == 0;
    if (file < 0) return !there && errno == ENOENT;
    if (!there || ::fstat(file, &held) != 0) return false;
    if (held.st_dev != named.st_dev || held.st_ino != named.st_ino) return false;
    if (held.st_size != static_cast<off_t>(bytes.size())) return false;
    auto const now = times_of(held);
    bool const untouched = now == seen;
    auto const from = untouched && bytes.size() > last_bytes ? bytes.size() - last_bytes : 0;
    if (!holds(file, bytes, from)) return false;
    seen = now;
    return true;
}

} // namespace journal
