#pragma once

#include "platform/file.h"

#include <filesystem>
#include <string>
#include <string_view>

#ifndef NOMINMAX
#define NOMINMAX
#endif
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <winsock2.h>

// What the files of this folder share. Private to it.
namespace platform::windows {

// The error of the call that just failed (GetLastError), or that one.
Refused refused();
Refused refused(DWORD number);
inline tl::unexpected<Refused> refuse() { return tl::unexpected<Refused>{refused()}; }

std::wstring wide(std::string_view utf8);
std::string narrow(std::wstring_view text); // UTF-8

// The path for a call of the system: absolute and marked "\\?\" when it is too long otherwise.
std::wstring called(std::filesystem::path const& path);

// An environment variable; empty when it is not set.
std::wstring environment(wchar_t const* name);

inline HANDLE handle_of(File const& file)
{
    return reinterpret_cast<HANDLE>(file.handle()); // NOLINT: a handle is a number
}

} // namespace platform::windows
