#pragma once

#include "journal/disk.h"

#include <unistd.h>

// A disk that is not waited for: whoever kills a process, or cuts a file itself, needs no more.
struct QuickDisk : journal::Disk {
    int sync(int) override { return 0; }
};

// Where files are in memory, if the machine has such a place: for tests of many small files that
// look at bytes alone.
inline std::filesystem::path in_memory()
{
    return ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
}
