#pragma once

#include <filesystem>
#if defined(_WIN32)
#ifndef NOMINMAX
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <aclapi.h>
#include <windows.h>
#endif

namespace support {

// Whether no other person of this machine may read a file or folder.
inline bool is_for_its_owner(std::filesystem::path const& path)
{
#if defined(_WIN32)
    PACL rules = nullptr;
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR holds = nullptr;
    if (::GetNamedSecurityInfoW(path.c_str(), SE_FILE_OBJECT,
                                OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner,
                                nullptr, &rules, nullptr, &holds) != ERROR_SUCCESS)
        return false;
    bool out = rules != nullptr; // without rules everybody may
    for (DWORD i = 0; rules && i < rules->AceCount; ++i) {
        void* rule = nullptr;
        ::GetAce(rules, i, &rule);
        auto* const allows = static_cast<ACCESS_ALLOWED_ACE*>(rule);
        if (allows->Header.AceType == ACCESS_ALLOWED_ACE_TYPE &&
            (allows->Mask & FILE_READ_DATA) != 0 && ::EqualSid(&allows->SidStart, owner) == 0 &&
            ::IsWellKnownSid(&allows->SidStart, WinLocalSystemSid) == 0)
            out = false;
    }
    ::LocalFree(holds);
    return out;
#else
    using std::filesystem::perms;
    auto const mode = std::filesystem::status(path).permissions();
    return (mode & (perms::group_all | perms::others_all)) == perms::none;
#endif
}

} // namespace support
