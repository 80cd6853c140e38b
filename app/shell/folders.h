#pragma once

#include "ui/folders.h"

#include <filesystem>
#include <string>
#include <vector>

// Folders of this machine, as the interface asks for them.
namespace shell {

// See ui::Host::list_folder. Hidden files are left out; "~" and "~/…" are the person's own.
base::Result<ui::Folder> list_folder(std::filesystem::path const& path);

// The person's own folders that exist, `sessions` first.
std::vector<ui::FolderPlace> known_places(std::filesystem::path const& sessions);

// The folder that user-dirs.dirs calls `name` ("DOCUMENTS"), empty when it says nothing.
std::filesystem::path user_folder(std::filesystem::path const& config, std::string const& name);

// Moves files into the trash of the desktop, as freedesktop.org lays it out: the home trash, or
// that of their disk. All of them or none; `io` "file.trash".
base::Result<void> move_to_trash(std::vector<std::filesystem::path> const& files);

// Is the session file open for writing somewhere? Its owner holds a lock on it.
bool is_open_elsewhere(std::filesystem::path const& path);

} // namespace shell
