#pragma once

#include "platform/disk.h"

// A disk without flushing, sufficient for killed processes and truncated files.
struct QuickDisk : platform::Disk {
    platform::Tried<void> flush(platform::File const&) override { return {}; }
    platform::Tried<void> flush_folder(std::filesystem::path const&) override { return {}; }
};

// A folder in memory, if there is one: for tests with many small files.
inline std::filesystem::path in_memory()
{
    std::error_code failed;
    auto const place = std::filesystem::status("/dev/shm", failed);
    bool const ours = (place.permissions() & std::filesystem::perms::others_write) !=
                      std::filesystem::perms::none;
    return std::filesystem::is_directory(place) && ours ? "/dev/shm"
                                                        : std::filesystem::temp_directory_path();
}
