#pragma once

#include "base/result.h"
#include "platform/file.h"

#include <string_view>

// File operations that survive a crash or power failure. Tests replace `Disk` to make any operation
// fail.
namespace platform {

enum class Use {
    read,   // does not block on a pipe; the caller then learns that it is not a file
    append, // read, and write at its end
    update, // read, and write anywhere; does not follow links
    fresh   // write; creates the file, `taken` when the name exists
};
enum class Readers { everyone, owner }; // who may read a new file

class Disk {
public:
    Disk() = default;
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;
    virtual ~Disk() = default;

    virtual Tried<File> open(std::filesystem::path const& path, Use use,
                             Readers readers = Readers::everyone);
    // The number of bytes written, counted from the first; 0 when the disk is full without saying
    // so.
    virtual Tried<std::size_t> write(File const& file, std::string_view bytes);
    virtual Tried<std::size_t> write_at(File const& file, std::int64_t at, std::string_view bytes);
    // Returns after everything written is on the disk (fsync).
    virtual Tried<void> flush(File const& file);
    virtual Tried<void> flush_folder(std::filesystem::path const& folder);
    virtual Tried<void> truncate(File const& file, std::int64_t size);
    virtual Tried<void> rename(std::filesystem::path const& from, std::filesystem::path const& to);
    // Fails with `taken` when the new name exists.
    virtual Tried<void> rename_new(std::filesystem::path const& from,
                                   std::filesystem::path const& to);
    virtual Tried<void> remove(std::filesystem::path const& path);
    // Whether a file of this folder can be replaced by `rename` while a program has it open. Not on
    // Windows on network drives and most sticks.
    [[nodiscard]] virtual bool replaces_open_files(std::filesystem::path const& folder) const;
};

// The disk of this machine.
Disk& real_disk();

// The error to show: `io` "file.disk_full", or `io` `where` with the reason as detail ("why.…").
base::Error told(Refused const& refused, char const* where);

// Writes all of `bytes`, in as many calls as needed. `io` "file.disk_full" or "file.write".
base::Result<void> write_all(Disk& disk, File const& file, std::string_view bytes);
base::Result<void> write_all_at(Disk& disk, File const& file, std::int64_t at,
                                std::string_view bytes);

// Returns after everything written is on the disk, or fails with `io` "file.sync". Do not retry:
// after a failed fsync the kernel marks the pages clean, and a second call would succeed.
base::Result<void> flush(Disk& disk, File const& file);
base::Result<void> flush_folder_of(Disk& disk, std::filesystem::path const& path);
// Truncates a file. `io` "file.write".
base::Result<void> cut(Disk& disk, File const& file, std::int64_t size);

enum class Clobber { no, yes };
// Writes a whole file beside `path`, flushes it, then renames it: a reader sees the old file or the
// new one, never a part. With Clobber::no, `conflict` "file.exists" when the name is taken, and no
// file is left after a failure; with Clobber::yes the new file may be in place after `io`
// "file.sync".
base::Result<void> write_whole(Disk& disk, std::filesystem::path const& path,
                               std::string_view bytes, Clobber clobber, Readers readers);

// Removes a file, or a folder with all that it holds; links are not followed. What another program
// holds open is tried again for half a second (Windows). Whether it is gone.
bool remove_tree(std::filesystem::path const& path);

constexpr std::int64_t file_max = 1LL << 30; // largest file that is read, in bytes

// Why a file cannot be read: `io` "file.folder" for a folder, "file.none" where there is none, else
// "file.read".
base::Error unreadable(std::filesystem::path const& path);

// The contents of a file, at most `file_max` bytes. Errors of `unreadable`; `io` "file.too_large".
base::Result<std::string> read_whole(std::filesystem::path const& path);
base::Result<std::string> read_whole(File const& file, std::filesystem::path const& path);

} // namespace platform
