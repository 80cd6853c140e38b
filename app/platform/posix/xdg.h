#pragma once

#include <filesystem>

// The XDG base directories of freedesktop.org.
namespace platform::posix {

// The folder named by an environment variable, else `below_home` under the person's home.
std::filesystem::path base_folder(char const* variable, char const* below_home);

} // namespace platform::posix
