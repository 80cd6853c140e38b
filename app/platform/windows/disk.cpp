#include "platform/disk.h"

#include "platform/windows/system.h"

#include <chrono>
#include <memory>
#include <sddl.h>
#include <thread>
#include <vector>

namespace platform {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using windows::called;
using windows::handle_of;
using windows::refuse;

// Other programs may read, write, rename and remove what is open, as on other systems; the lock
// (file.cpp) keeps our own programs apart.
constexpr DWORD shared = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

template <class T>
struct Freed {
    void operator()(T* what) const { ::LocalFree(what); }
};

// Allows a file to nobody but this person. Empty when the system does not tell who that is.
std::unique_ptr<void, Freed<void>> for_owner()
{
    HANDLE token = nullptr;
    if (::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &token) == 0) return nullptr;
    File const closes(reinterpret_cast<std::intptr_t>(token)); // NOLINT: a handle is a number
    alignas(TOKEN_USER) char said[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE];
    DWORD size = 0;
    if (::GetTokenInformation(token, TokenUser, said, sizeof said, &size) == 0) return nullptr;
    wchar_t* name = nullptr;
    if (::ConvertSidToStringSidW(reinterpret_cast<TOKEN_USER*>(said)->User.Sid, &name) == 0)
        return nullptr;
    std::unique_ptr<wchar_t, Freed<wchar_t>> const frees(name);
    auto const rule = L"D:P(A;;FA;;;" + std::wstring(name) + L")";
    void* out = nullptr;
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(rule.c_str(), SDDL_REVISION_1, &out,
                                                               nullptr) == 0)
        return nullptr;
    return std::unique_ptr<void, Freed<void>>(out);
}

// A virus scanner, an indexer or a program that synchronises folders may hold a file for a moment:
// tries again for two seconds.
Tried<void> patiently(auto const& call)
{
    auto pause = 5ms;
    for (auto left = 2000ms;; left -= pause, pause = std::min(pause * 2, 200ms)) {
        if (call()) return {};
        auto const why = ::GetLastError();
        bool const passes = why == ERROR_SHARING_VIOLATION || why == ERROR_ACCESS_DENIED ||
                            why == ERROR_LOCK_VIOLATION || why == ERROR_USER_MAPPED_FILE;
        if (!passes || left <= 0ms) return tl::unexpected<Refused>{windows::refused(why)};
        std::this_thread::sleep_for(pause);
    }
}

bool is_folder(std::wstring const& path)
{
    auto const attributes = ::GetFileAttributesW(path.c_str());
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

enum class Over { nothing, older };

// FileRenameInfoEx, which not every header declares.
constexpr auto rename_as_posix = static_cast<FILE_INFO_BY_HANDLE_CLASS>(22);

// Renames as on other systems: over a file that is open too. False where the system or the file
// system does not know how.
bool renamed_at_once(std::wstring const& from, std::wstring const& to)
{
    File const file(reinterpret_cast<std::intptr_t>(::CreateFileW(
        from.c_str(), DELETE | SYNCHRONIZE, shared, nullptr, OPEN_EXISTING,
        FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_WRITE_THROUGH,
        nullptr))); // NOLINT: a handle is a number
    if (!file) return false;
    auto const target = fs::absolute(to).native();
    std::vector<char> bytes(sizeof(FILE_RENAME_INFO) + target.size() * sizeof(wchar_t));
    auto* const asked = reinterpret_cast<FILE_RENAME_INFO*>(bytes.data());
    asked->Flags = FILE_RENAME_FLAG_REPLACE_IF_EXISTS | FILE_RENAME_FLAG_POSIX_SEMANTICS;
    asked->FileNameLength = static_cast<DWORD>(target.size() * sizeof(wchar_t));
    std::copy(target.begin(), target.end(), asked->FileName);
    return ::SetFileInformationByHandle(handle_of(file), rename_as_posix, asked,
                                        static_cast<DWORD>(bytes.size())) != 0;
}

Tried<void> moved(fs::path const& from, fs::path const& to, Over over)
{
    auto const source = called(from), target = called(to);
    DWORD const flags =
        MOVEFILE_WRITE_THROUGH | (over == Over::older ? MOVEFILE_REPLACE_EXISTING : 0UL);
    return patiently([&] {
        if (over == Over::older && renamed_at_once(source, target)) return true;
        return ::MoveFileExW(source.c_str(), target.c_str(), flags) != 0;
    });
}

Tried<std::size_t> written(File const& file, std::string_view bytes, OVERLAPPED place)
{
    constexpr std::size_t most = 1U << 30U; // of one call
    DWORD done = 0;
    if (::WriteFile(handle_of(file), bytes.data(), static_cast<DWORD>(std::min(bytes.size(), most)),
                    &done, &place) == 0)
        return refuse();
    return std::size_t{done};
}

// Whether an open file is a link to another; what OneDrive keeps elsewhere is none.
enum class Node { plain, link, placeholder };
Node node_of(File const& file)
{
    FILE_ATTRIBUTE_TAG_INFO said{};
    if (::GetFileInformationByHandleEx(handle_of(file), FileAttributeTagInfo, &said, sizeof said) ==
            0 ||
        (said.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) == 0)
        return Node::plain;
    return IsReparseTagNameSurrogate(said.ReparseTag) ? Node::link : Node::placeholder;
}

} // namespace

Tried<File> Disk::open(fs::path const& path, Use use, Readers readers)
{
    auto const name = called(path);
    auto const rules = use == Use::fresh && readers == Readers::owner ? for_owner() : nullptr;
    SECURITY_ATTRIBUTES security{sizeof security, rules.get(), FALSE};
    auto const opened = [&](DWORD access, DWORD how, DWORD flags) {
        return File(reinterpret_cast<std::intptr_t>( // NOLINT: a handle is a number
            ::CreateFileW(name.c_str(), access, shared, &security, how,
                          flags | FILE_ATTRIBUTE_NORMAL, nullptr)));
    };
    File file;
    switch (use) {
    case Use::read: file = opened(GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS); break;
    case Use::append: file = opened(GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, 0); break;
    case Use::fresh: file = opened(GENERIC_READ | GENERIC_WRITE, CREATE_NEW, 0); break;
    case Use::update:
        file = opened(GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT);
        if (!file) break;
        if (auto const node = node_of(file); node == Node::link)
            return tl::unexpected<Refused>{windows::refused(ERROR_CANT_RESOLVE_FILENAME)};
        else if (node == Node::placeholder)
            file = opened(GENERIC_READ | GENERIC_WRITE, OPEN_EXISTING, 0);
        break;
    }
    if (!file) {
        // What protects folders from ransomware answers so to a program that it does not know.
        if (use == Use::fresh && ::GetLastError() == ERROR_FILE_NOT_FOUND &&
            is_folder(called(fs::absolute(path).parent_path())))
            return tl::unexpected<Refused>{windows::refused(ERROR_ACCESS_DENIED)};
        return refuse();
    }
    return file;
}

Tried<std::size_t> Disk::write(File const& file, std::string_view bytes)
{
    OVERLAPPED end{}; // this offset means the end of the file
    end.Offset = 0xFFFFFFFF;
    end.OffsetHigh = 0xFFFFFFFF;
    return written(file, bytes, end);
}

Tried<std::size_t> Disk::write_at(File const& file, std::int64_t at, std::string_view bytes)
{
    auto const from = static_cast<std::uint64_t>(at);
    OVERLAPPED place{};
    place.Offset = static_cast<DWORD>(from & 0xFFFFFFFFU);
    place.OffsetHigh = static_cast<DWORD>(from >> 32U);
    return written(file, bytes, place);
}

Tried<void> Disk::flush(File const& file)
{
    if (::FlushFileBuffers(handle_of(file)) == 0) return refuse();
    return {};
}

// The system keeps a journal of names and flushes no folder: a new name is written through.
Tried<void> Disk::flush_folder(fs::path const& folder)
{
    if (is_folder(called(folder))) return {};
    return tl::unexpected<Refused>{windows::refused(ERROR_PATH_NOT_FOUND)};
}

Tried<void> Disk::truncate(File const& file, std::int64_t size)
{
    FILE_END_OF_FILE_INFO end{};
    end.EndOfFile.QuadPart = size;
    if (::SetFileInformationByHandle(handle_of(file), FileEndOfFileInfo, &end, sizeof end) == 0)
        return refuse();
    return {};
}

Tried<void> Disk::rename(fs::path const& from, fs::path const& to)
{
    return moved(from, to, Over::older);
}

Tried<void> Disk::rename_new(fs::path const& from, fs::path const& to)
{
    return moved(from, to, Over::nothing);
}

bool Disk::replaces_open_files(fs::path const& folder) const
{
    constexpr DWORD renames_as_posix =
        0x400; // FILE_SUPPORTS_POSIX_UNLINK_RENAME, not in every header
    auto const name = called(fs::absolute(folder));
    std::wstring volume(name.size() + MAX_PATH, L'\0');
    DWORD can = 0;
    return ::GetVolumePathNameW(name.c_str(), volume.data(), static_cast<DWORD>(volume.size())) !=
               0 &&
           ::GetVolumeInformationW(volume.c_str(), nullptr, 0, nullptr, nullptr, &can, nullptr,
                                   0) != 0 &&
           (can & renames_as_posix) != 0;
}

Tried<void> Disk::remove(fs::path const& path)
{
    auto const name = called(path);
    return patiently([&] { return ::DeleteFileW(name.c_str()) != 0; });
}

} // namespace platform
