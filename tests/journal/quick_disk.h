#pragma once

#include "platform/disk.h"

// A disk that is not waited for: whoever kills a process, or cuts a file itself, needs no more.
struct QuickDisk : platform::Disk {
    platform::Tried<void> flush(platform::File const&) override { return {}; }
    platform::Tried<void> flush_folder(std::filesystem::path const&) override { return {}; }
};

// Where files are in memory, if the machine has such a place: for tests of many small files that
// look at bytes alone.
inline std::filesystem::path in_memory()
{
    std::error_code failed;
    auto const place = std::filesystem::status("/dev/shm", failed);
    bool const ours = (place.permissions() & std::filesystem::perms::others_write) !=
                      std::filesystem::perms::none;
    return std::filesystem::is_directory(place) && ours ? "/dev/shm"
                                                        : std::filesystem::temp_directory_path();
}
