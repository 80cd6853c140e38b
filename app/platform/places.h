#pragma once

#include "base/result.h"

#include <filesystem>
#include <vector>

// The folders of this person on this machine.
namespace platform {

std::filesystem::path home();
// Where programs keep a folder of their own: what can be deleted at any time, what is of this
// machine alone, what the person chose.
std::filesystem::path cache_home();
std::filesystem::path state_home();
std::filesystem::path settings_home();

// As the desktop says, whatever it is called in the person's language. It may not be there.
enum class Known { documents, downloads, desktop };
std::filesystem::path known_folder(Known which);

// Moves files into the trash of the desktop, or that of their disk. All of them or none; `io`
// "file.trash".
base::Result<void> move_to_trash(std::vector<std::filesystem::path> const& files);

} // namespace platform
