#pragma once

#include "ui/kit/folders.h"

#include <filesystem>
#include <vector>

// Folders of this machine, as the interface asks for them.
namespace shell {

// See ui::Host::list_folder. Hidden files are left out; "~" and "~/…" are the person's own.
base::Result<ui::Folder> list_folder(std::filesystem::path const& path);

// The person's own folders that exist, `sessions` first.
std::vector<ui::FolderPlace> known_places(std::filesystem::path const& sessions);

} // namespace shell
