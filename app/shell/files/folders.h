#pragma once

#include "base/result.h"
#include "ui/dialogs/folders.h"

#include <filesystem>
#include <vector>

// Lists folders for the file dialogs.
namespace shell {

// `io` "folder.read" with the path. Hidden files are omitted; "~" and "~/…" are expanded.
base::Result<ui::Folder> list_folder(std::filesystem::path const& path);

// The user's standard folders that exist, `sessions` first.
std::vector<ui::FolderPlace> known_places(std::filesystem::path const& sessions);

} // namespace shell
