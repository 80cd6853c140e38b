#pragma once

#include "base/result.h"

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

// The folders of this machine.
class Folders {
public:
    Folders() = default;
    Folders(Folders const&) = delete;
    Folders& operator=(Folders const&) = delete;
    virtual ~Folders() = default;

    // `io` "folder.read" with the path when it cannot be listed. "~" is the person's own folder.
    virtual base::Result<Folder> list_folder(std::filesystem::path const& path) = 0;
    // Those that exist, the most useful first; then those where files were chosen lately.
    virtual std::vector<FolderPlace> places() = 0;
    virtual void chose_in(std::filesystem::path const& folder) = 0;
};

} // namespace ui
