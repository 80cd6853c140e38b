#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ui {

// An entry of a folder in the file dialog.
struct FileEntry {
    enum class Kind { folder, file };
    std::filesystem::path path;
    std::string name; // displayed name, UTF-8
    Kind kind = Kind::file;
    std::uint64_t bytes = 0;
    std::int64_t changed_ms = 0; // Unix time
};
struct Folder {
    std::filesystem::path path;     // absolute
    std::vector<FileEntry> entries; // unsorted; without hidden ones
};
// A known folder.
struct FolderPlace {
    enum class Kind { sessions, home, documents, downloads, desktop, lately };
    Kind kind = Kind::lately;
    std::filesystem::path path;
};

} // namespace ui
