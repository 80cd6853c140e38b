#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace journal {

// When a file was last touched, as the system says it: nanoseconds, in no particular epoch.
struct Touched {
    std::int64_t content = 0, any = 0; // mtime, ctime
    friend bool operator==(Touched const&, Touched const&) = default;
};
// Of an open file; zero when it cannot be asked.
Touched touched(int file);

// Whether `path` still leads to the open file `file`, and whether it still holds `bytes`: same
// device, inode and size, and the same last bytes. All bytes are compared when somebody touched the
// file since `seen`, which is then brought up to date. Nothing may be at `path` when `file` is -1.
// The file has to be held open since it was written: a number of an inode is given again.
bool still_there(int file, std::filesystem::path const& path, std::string_view bytes,
                 Touched& seen);

} // namespace journal
