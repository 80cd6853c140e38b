#pragma once

#include "base/result.h"
#include "ui/dialogs/folders.h"

#include <filesystem>
#include <vector>

// Folders of this machine, as the interface asks for them.
namespace shell {

// `io` "folder.read" with the path. Hidden files are left out; "~" and "~/…" are the person's own.
base::Result<ui::Folder> list_folder(std::filesystem::path const& path);

// The person's own folders that exist, `sessions` first.
std::vector<ui::FolderPlace> known_places(std::filesystem::path const& sessions);

} // namespace shell
