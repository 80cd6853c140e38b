#pragma once

#include <filesystem>

// The XDG base directories of freedesktop.org.
namespace platform::posix {

// The folder that a variable of the environment names, else that one under the person's home.
std::filesystem::path base_folder(char const* variable, char const* below_home);

} // namespace platform::posix
