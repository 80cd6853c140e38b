#pragma once

#include <filesystem>

// Where the things of this program are on this machine.
namespace shell {

std::filesystem::path
assets_dir(); // CADRAN_ASSETS, else `assets` beside the program, else ../share/cadran
std::filesystem::path cache_dir();    // deletable at any time
std::filesystem::path state_dir();    // of this machine alone: the keys of ballot boxes
std::filesystem::path settings_dir(); // settings and the list of recent sessions
std::filesystem::path
sessions_dir(); // where new sessions are put: Documents/Cadran, or Cadran at home

} // namespace shell
