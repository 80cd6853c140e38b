#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

// The few things that the journal asks of the disk. A test stands between to make any of them fail.
namespace journal {

class Disk {
public:
    Disk() = default;
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;
    virtual ~Disk() = default;

    // As the system calls of the same names: bytes written or -1; 0 or -1, and errno.
    virtual long write(int file, void const* bytes, std::size_t size);
    virtual int sync(int file);
    virtual int truncate(int file, long size);
    virtual int rename(char const* from, char const* to);
};

// The machine's own.
Disk& real_disk();

// Writes all of `bytes`, however many calls it takes. `io` "file.disk_full" or "file.write".
base::Result<void> write_all(Disk& disk, int file, std::string_view bytes);

enum class Clobber { no, yes };
// Writes a whole file beside `path`, makes it durable, then gives it that name: there is the old
// one or the new one, never half of either. With Clobber::no, `conflict` "file.exists" when the
// name is taken.
base::Result<void> write_whole(Disk& disk, std::filesystem::path const& path,
                               std::string_view bytes, Clobber clobber, unsigned permissions);

// The bytes of a file, at most 1 GiB. `io` "file.read".
base::Result<std::string> read_whole(std::filesystem::path const& path);

} // namespace journal
