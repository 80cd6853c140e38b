#include "platform/file.h"

#include "platform/windows/system.h"

#include <chrono>
#include <thread>

namespace platform {
namespace {

using windows::called;
using windows::handle_of;
using windows::refuse;

constexpr DWORD everyone = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

File opened(std::filesystem::path const& path, DWORD access, DWORD shared, DWORD flags)
{
    return File(reinterpret_cast<std::intptr_t>(::CreateFileW( // NOLINT: a handle is a number
        called(path).c_str(), access, shared, nullptr, OPEN_EXISTING,
        flags | FILE_FLAG_BACKUP_SEMANTICS, nullptr)));
}

// Nanoseconds since 1970 of a time in units of 100 ns since 1601.
std::int64_t since_1970(LARGE_INTEGER const& time)
{
    constexpr std::int64_t from_1601 = 116'444'736'000'000'000;
    return (time.QuadPart - from_1601) * 100;
}

bool is_link(HANDLE file)
{
    FILE_ATTRIBUTE_TAG_INFO said{};
    return ::GetFileInformationByHandleEx(file, FileAttributeTagInfo, &said, sizeof said) != 0 &&
           (said.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0 &&
           IsReparseTagNameSurrogate(said.ReparseTag);
}

// The byte that stands for the lock: where no file has any, since other programs may neither read
// nor write what is locked.
OVERLAPPED lock_byte()
{
    OVERLAPPED at{};
    at.OffsetHigh = 0x40000000;
    return at;
}

bool locks(HANDLE file)
{
    auto at = lock_byte();
    return ::LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at) !=
           0;
}

} // namespace

void File::close()
{
    if (*this) ::CloseHandle(handle_of(*this));
    handle_ = -1;
}

Tried<Facts> facts(File const& file)
{
    auto* const handle = handle_of(file);
    BY_HANDLE_FILE_INFORMATION said{};
    FILE_BASIC_INFO times{};
    if (::GetFileInformationByHandle(handle, &said) == 0 ||
        ::GetFileInformationByHandleEx(handle, FileBasicInfo, &times, sizeof times) == 0)
        return refuse();
    bool const folder = (said.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    Facts out;
    out.kind = is_link(handle)                           ? Facts::Kind::other
               : folder                                  ? Facts::Kind::folder
               : ::GetFileType(handle) == FILE_TYPE_DISK ? Facts::Kind::file
                                                         : Facts::Kind::other;
    out.identity = {said.dwVolumeSerialNumber, said.nFileIndexHigh, said.nFileIndexLow};
    out.size =
        static_cast<std::int64_t>(std::uint64_t{said.nFileSizeHigh} << 32U | said.nFileSizeLow);
    out.touched = {since_1970(times.LastWriteTime), since_1970(times.ChangeTime)};
    out.names = said.nNumberOfLinks;
    return out;
}

Tried<Facts> facts(std::filesystem::path const& path, Links links)
{
    auto const file = opened(path, FILE_READ_ATTRIBUTES, everyone,
                             links == Links::stay ? FILE_FLAG_OPEN_REPARSE_POINT : 0);
    if (!file) return refuse();
    return facts(file);
}

Tried<std::string> read_at(File const& file, std::int64_t at, std::size_t size)
{
    constexpr std::size_t most = 1U << 30U; // of one call
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < size) {
        auto const from = static_cast<std::uint64_t>(at) + done;
        OVERLAPPED place{};
        place.Offset = static_cast<DWORD>(from & 0xFFFFFFFFU);
        place.OffsetHigh = static_cast<DWORD>(from >> 32U);
        DWORD got = 0;
        if (::ReadFile(handle_of(file), bytes.data() + done,
                       static_cast<DWORD>(std::min(size - done, most)), &got, &place) == 0) {
            if (::GetLastError() == ERROR_HANDLE_EOF) break;
            return refuse();
        }
        if (got == 0) break;
        done += got;
    }
    bytes.resize(done);
    return bytes;
}

bool try_lock(File const& file, std::chrono::milliseconds patience)
{
    constexpr std::chrono::milliseconds pause{20};
    for (auto left = patience; !locks(handle_of(file)); left -= pause) {
        if (::GetLastError() != ERROR_LOCK_VIOLATION || left <= pause.zero()) return false;
        std::this_thread::sleep_for(pause);
    }
    return true;
}

bool is_locked(std::filesystem::path const& path)
{
    auto const file = opened(path, GENERIC_READ, everyone, 0);
    return file && !locks(handle_of(file)) && ::GetLastError() == ERROR_LOCK_VIOLATION;
}

// Opening it without sharing it for writing fails when a program has it open for that.
bool being_written(std::filesystem::path const& path)
{
    auto const file = opened(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, 0);
    return !file && ::GetLastError() == ERROR_SHARING_VIOLATION;
}

} // namespace platform
