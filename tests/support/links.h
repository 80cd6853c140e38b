#pragma once

#include <filesystem>

namespace support {

// Makes a symbolic link. False on Windows, where a person needs a right for it.
inline bool make_link(std::filesystem::path const& to, std::filesystem::path const& name)
{
    std::error_code failed;
    std::filesystem::create_symlink(to, name, failed);
    return !failed;
}
constexpr char const* no_links = "nobody but an administrator makes links on Windows";

} // namespace support
