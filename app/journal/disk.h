#pragma once

#include "base/result.h"

#include <cstdint>
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

    // As the system calls of the same names: a descriptor, bytes written or 0; -1 and errno.
    virtual int open(char const* path, int flags, unsigned permissions);
    virtual long write(int file, void const* bytes, std::size_t size);
    virtual int sync(int file);
    virtual int truncate(int file, long size);
    virtual int rename(char const* from, char const* to);
    virtual int rename_new(char const* from, char const* to); // EEXIST when `to` is taken
    virtual int unlink(char const* path);
};

// The machine's own.
Disk& real_disk();

constexpr std::int64_t file_max = 1LL << 30; // bytes of one file

// A file descriptor that closes itself.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : number_(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    void reset(int number); // closes the one it held
    void close();
    [[nodiscard]] int release(); // gives it up, still open
    [[nodiscard]] int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_ = -1;
};

// What the system says of the call that just failed: `io` "file.disk_full", or `where` with a
// detail that says why ("why.…").
base::Error refusal(char const* where);

// Writes all of `bytes`, however many calls it takes. `io` "file.disk_full" or "file.write".
base::Result<void> write_all(Disk& disk, int file, std::string_view bytes);

// What was written is on the disk, or `io` "file.sync": asking again would be told a lie.
base::Result<void> sync_file(Disk& disk, int file);
base::Result<void> sync_folder_of(Disk& disk, std::filesystem::path const& path);
// Shortens a file. `io` "file.write".
base::Result<void> cut(Disk& disk, int file, std::int64_t size);

enum class Clobber { no, yes };
// Writes a whole file beside `path`, makes it durable, then gives it that name: there is the old
// one or the new one, never half of either. With Clobber::no, `conflict` "file.exists" when the
// name is taken, and after any failure nothing is there; with Clobber::yes the new one may stand
// under its name after `io` "file.sync".
base::Result<void> write_whole(Disk& disk, std::filesystem::path const& path,
                               std::string_view bytes, Clobber clobber, unsigned permissions);

// The bytes of a file, at most `file_max`. `io` "file.read", "file.too_large".
base::Result<std::string> read_whole(std::filesystem::path const& path);
base::Result<std::string> read_whole(int file, std::filesystem::path const& path);

} // namespace journal
