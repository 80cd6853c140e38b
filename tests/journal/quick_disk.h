#pragma once

#include "platform/disk.h"

// A disk without flushing, sufficient for killed processes and truncated files.
struct QuickDisk : platform::Disk {
    platform::Tried<void> flush(platform::File const&) override { return {}; }
    platform::Tried<void> flush_folder(std::filesystem::path const&) override { return {}; }
};

// Tests that damage each byte of a file in turn take every one; on Windows, where opening a file
// takes ten times as long, one of 29.
#if defined(_WIN32)
constexpr std::size_t byte_step = 29;
#else
constexpr std::size_t byte_step = 1;
#endif

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
