#include "platform/windows/system.h"

namespace platform::windows {

Refused refused(DWORD number)
{
    constexpr DWORD quota = 1295; // ERROR_DISK_QUOTA_EXCEEDED, not in every header
    auto const because = [&](Refusal why) { return Refused{why, static_cast<int>(number)}; };
    switch (number) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case quota: return because(Refusal::full);
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD:
    case ERROR_NETWORK_ACCESS_DENIED: return because(Refusal::denied);
    case ERROR_WRITE_PROTECT: return because(Refusal::read_only);
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_DRIVE:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_DIRECTORY: return because(Refusal::gone);
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS: return because(Refusal::taken);
    case ERROR_CRC:
    case ERROR_SEEK:
    case ERROR_SECTOR_NOT_FOUND:
    case ERROR_WRITE_FAULT:
    case ERROR_READ_FAULT:
    case ERROR_GEN_FAILURE:
    case ERROR_NOT_READY:
    case ERROR_IO_DEVICE:
    case ERROR_DEV_NOT_EXIST:
    case ERROR_DEVICE_NOT_CONNECTED:
    case ERROR_NETNAME_DELETED:
    case ERROR_UNEXP_NET_ERR: return because(Refusal::device);
    case ERROR_FILE_TOO_LARGE: return because(Refusal::too_big);
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
    case ERROR_DELETE_PENDING:
    case ERROR_BUSY: return because(Refusal::busy);
    default: return because(Refusal::other);
    }
}

Refused refused() { return refused(::GetLastError()); }

std::wstring wide(std::string_view utf8)
{
    auto const size = static_cast<int>(utf8.size());
    std::wstring out(
        static_cast<std::size_t>(::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, nullptr, 0)),
        L'\0');
    ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, out.data(), static_cast<int>(out.size()));
    return out;
}

std::string narrow(std::wstring_view text)
{
    auto const size = static_cast<int>(text.size());
    std::string out(static_cast<std::size_t>(::WideCharToMultiByte(CP_UTF8, 0, text.data(), size,
                                                                   nullptr, 0, nullptr, nullptr)),
                    '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text.data(), size, out.data(), static_cast<int>(out.size()),
                          nullptr, nullptr);
    return out;
}

std::wstring called(std::filesystem::path const& path)
{
    constexpr std::size_t usual = 240; // leaves room for a name that the system adds to a folder's
    std::wstring const given = path.native();
    if (given.starts_with(LR"(\\?\)")) return given;
    auto const size = ::GetFullPathNameW(given.c_str(), 0, nullptr, nullptr);
    if (size <= usual) return given;
    std::wstring whole(size, L'\0');
    whole.resize(::GetFullPathNameW(given.c_str(), size, whole.data(), nullptr));
    if (whole.starts_with(LR"(\\)")) return LR"(\\?\UNC\)" + whole.substr(2);
    return LR"(\\?\)" + whole;
}

std::wstring environment(wchar_t const* name)
{
    std::wstring out;
    for (auto size = ::GetEnvironmentVariableW(name, nullptr, 0); size > out.size();) {
        out.resize(size);
        size = ::GetEnvironmentVariableW(name, out.data(), size);
        if (size <= out.size()) {
            out.resize(size);
            break;
        }
    }
    return out;
}

} // namespace platform::windows
