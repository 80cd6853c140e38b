#pragma once

#include "ui/kit/recent.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

// A cache file with the data read from the sessions of this machine: files with unchanged path,
// size and time are not read again.
namespace shell {

// Identifies one state of a file.
struct FileState {
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; // modification time of the file system
    friend bool operator==(FileState const&, FileState const&) = default;
};
// Nothing when the file does not exist.
std::optional<FileState> state_of(std::filesystem::path const& path);

struct Remembered {
    FileState state;
    ui::Recent one; // without data that only a listing has
};
using ShelfCache = std::map<std::filesystem::path, Remembered>;

// Empty when missing or unreadable.
ShelfCache read_shelf_cache(std::filesystem::path const& file);
// Readable by its owner only. If it cannot be written, sessions are read again next time.
void keep_shelf_cache(std::filesystem::path const& file, std::vector<Remembered> const& sessions);

} // namespace shell
