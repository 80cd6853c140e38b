#pragma once

#include "ui/kit/recent.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

// What was read of the sessions of this machine, kept in one file of the cache: what is as it was
// by path, size and time is not read again.
namespace shell {

// What tells one state of a file from another.
struct FileState {
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; // of its own clock
    friend bool operator==(FileState const&, FileState const&) = default;
};
// None: it is not there.
std::optional<FileState> state_of(std::filesystem::path const& path);

struct Remembered {
    FileState state;
    ui::Recent one; // without what only a listing knows
};
using ShelfCache = std::map<std::filesystem::path, Remembered>;

// Empty where there is none, or it cannot be read.
ShelfCache read_shelf_cache(std::filesystem::path const& file);
// For its owner alone. Where it cannot be written, sessions are read again the next time.
void keep_shelf_cache(std::filesystem::path const& file, std::vector<Remembered> const& sessions);

} // namespace shell
