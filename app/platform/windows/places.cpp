#include "platform/places.h"

#include "platform/windows/system.h"

#include <knownfolders.h>
#include <shellapi.h>
#include <shlobj.h>

namespace platform {
namespace {

namespace fs = std::filesystem;
using windows::environment;

// A folder of the system, wherever the person or the administrator has moved it.
fs::path folder_of(KNOWNFOLDERID const& which)
{
    wchar_t* said = nullptr;
    auto const found = ::SHGetKnownFolderPath(which, KF_FLAG_DONT_VERIFY, nullptr, &said);
    fs::path const out = found == S_OK && said ? fs::path(said) : fs::path{};
    ::CoTaskMemFree(said);
    return out;
}

// The folder that an environment variable names, as on other systems, else that of the system.
fs::path folder_of(wchar_t const* variable, KNOWNFOLDERID const& which)
{
    if (auto said = environment(variable); !said.empty()) return said;
    return folder_of(which);
}

// Only a disk of this computer has a recycle bin.
bool has_bin(fs::path const& file)
{
    return ::GetDriveTypeW((fs::absolute(file).root_path()).c_str()) == DRIVE_FIXED;
}

// Whether it may be removed: nobody holds it, and this person may.
bool may_go(fs::path const& file)
{
    File const held(reinterpret_cast<std::intptr_t>( // NOLINT: a handle is a number
        ::CreateFileW(windows::called(file).c_str(), DELETE,
                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                      OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT,
                      nullptr)));
    return static_cast<bool>(held);
}

} // namespace

fs::path home()
{
    auto out = folder_of(FOLDERID_Profile);
    return out.empty() ? fs::path(L"C:\\") : out;
}

fs::path cache_home() { return folder_of(L"XDG_CACHE_HOME", FOLDERID_LocalAppData); }
fs::path state_home() { return folder_of(L"XDG_STATE_HOME", FOLDERID_LocalAppData); }
fs::path settings_home() { return folder_of(L"XDG_CONFIG_HOME", FOLDERID_RoamingAppData); }
fs::path data_home() { return folder_of(L"XDG_DATA_HOME", FOLDERID_RoamingAppData); }

fs::path known_folder(Known which)
{
    switch (which) {
    case Known::documents: return folder_of(L"XDG_DOCUMENTS_DIR", FOLDERID_Documents);
    case Known::downloads: return folder_of(L"XDG_DOWNLOAD_DIR", FOLDERID_Downloads);
    case Known::desktop: return folder_of(L"XDG_DESKTOP_DIR", FOLDERID_Desktop);
    }
    return home();
}

base::Result<void> move_to_trash(std::vector<fs::path> const& files)
{
    std::wstring names; // each ends with a zero, and one more
    for (auto const& file : files) {
        if (!may_go(file) || !has_bin(file))
            return base::fail(base::Errc::io, "file.trash", file.filename().string());
        names += fs::absolute(file).make_preferred().native() + L'\0';
    }
    if (names.empty()) return {};
    names += L'\0';
    SHFILEOPSTRUCTW asked{};
    asked.wFunc = FO_DELETE;
    asked.pFrom = names.c_str();
    // A file that would be destroyed instead is asked about by the system.
    asked.fFlags = static_cast<FILEOP_FLAGS>(FOF_ALLOWUNDO | FOF_NOCONFIRMATION | FOF_NOERRORUI |
                                             FOF_SILENT | FOF_WANTNUKEWARNING);
    if (::SHFileOperationW(&asked) != 0 || asked.fAnyOperationsAborted != 0)
        return base::fail(base::Errc::io, "file.trash", files.front().filename().string());
    return {};
}

} // namespace platform
