#pragma once

#include "base/result.h"

#include <filesystem>
#include <vector>

// Standard folders of this person on this machine.
namespace platform {

std::filesystem::path home();
// Base folders for program data: cache (may be deleted at any time), state of this machine,
// settings, files made with the program.
std::filesystem::path cache_home();
std::filesystem::path state_home();
std::filesystem::path settings_home();
std::filesystem::path data_home();

// The folder that the desktop uses, whatever its localised name. It may not exist.
enum class Known { documents, downloads, desktop };
std::filesystem::path known_folder(Known which);

// Moves files into the desktop's trash, or the trash of their disk. All of them or none; `io`
// "file.trash".
base::Result<void> move_to_trash(std::vector<std::filesystem::path> const& files);

} // namespace platform
