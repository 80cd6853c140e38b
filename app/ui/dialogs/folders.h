#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ui {

// What a folder holds, for choosing a file in it.
struct FileEntry {
    enum class Kind { folder, file };
    std::filesystem::path path;
    std::string name; // as shown, UTF-8
    Kind kind = Kind::file;
    std::uint64_t bytes = 0;
    std::int64_t changed_ms = 0; // Unix time
};
struct Folder {
    std::filesystem::path path;     // absolute
    std::vector<FileEntry> entries; // in no order; hidden ones left out
};
// A folder that people come back to.
struct FolderPlace {
    enum class Kind { sessions, home, documents, downloads, desktop, lately };
    Kind kind = Kind::lately;
    std::filesystem::path path;
};

} // namespace ui
