#pragma once

#include "base/result.h"
#include "ui/dialogs/folders.h"

#include <filesystem>
#include <string>
#include <vector>

// Lists folders for the file dialogs; free names in a folder.
namespace shell {

// `io` "folder.read" with the path. Hidden files are omitted; "~" and "~/…" are expanded.
base::Result<ui::Folder> list_folder(std::filesystem::path const& path);

// The user's standard folders that exist, `sessions` first.
std::vector<ui::FolderPlace> known_places(std::filesystem::path const& sessions);

// `folder/stem.extension`, or with "-2", "-3"… if taken.
std::filesystem::path free_path(std::filesystem::path const& folder, std::string const& stem,
                                std::string const& extension);

} // namespace shell
