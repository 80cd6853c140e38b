#pragma once

#include <filesystem>

// Folders of this program.
namespace shell {

std::filesystem::path
assets_dir(); // CADRAN_ASSETS, else `assets` beside the program, else ../share/cadran
std::filesystem::path cache_dir();     // may be deleted at any time
std::filesystem::path state_dir();     // of this machine: keys of ballot boxes
std::filesystem::path settings_dir();  // settings and the list of recent sessions
std::filesystem::path templates_dir(); // the user's own templates
std::filesystem::path
sessions_dir(); // default for new sessions: Documents/Cadran, or Cadran at home

} // namespace shell
