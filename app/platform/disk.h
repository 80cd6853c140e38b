#pragma once

#include "base/result.h"
#include "platform/file.h"

#include <string_view>

// What is written so that it survives. A test stands between the program and the disk to make any
// operation fail.
namespace platform {

enum class Use {
    read,   // never waits: of a pipe it is told later that it is no file
    append, // read, and written at its end
    update, // read, and written anywhere; never through a link
    fresh   // written; a new file, `taken` when there is something
};
enum class Readers { everyone, owner }; // of a new file

class Disk {
public:
    Disk() = default;
    Disk(Disk const&) = delete;
    Disk& operator=(Disk const&) = delete;
    virtual ~Disk() = default;

    virtual Tried<File> open(std::filesystem::path const& path, Use use,
                             Readers readers = Readers::everyone);
    // How many of the bytes were written, from the first; 0 of a disk that says no more.
    virtual Tried<std::size_t> write(File const& file, std::string_view bytes);
    virtual Tried<std::size_t> write_at(File const& file, std::int64_t at, std::string_view bytes);
    // What was written is on the disk, not only on its way.
    virtual Tried<void> flush(File const& file);
    virtual Tried<void> flush_folder(std::filesystem::path const& folder);
    virtual Tried<void> truncate(File const& file, std::int64_t size);
    virtual Tried<void> rename(std::filesystem::path const& from, std::filesystem::path const& to);
    // `taken` when there is something under the new name.
    virtual Tried<void> rename_new(std::filesystem::path const& from,
                                   std::filesystem::path const& to);
    virtual Tried<void> remove(std::filesystem::path const& path);
};

// The machine's own.
Disk& real_disk();

// In the person's words: `io` "file.disk_full", or `where` with a detail that says why ("why.…").
base::Error told(Refused const& refused, char const* where);

// Writes all of `bytes`, however many calls it takes. `io` "file.disk_full" or "file.write".
base::Result<void> write_all(Disk& disk, File const& file, std::string_view bytes);
base::Result<void> write_all_at(Disk& disk, File const& file, std::int64_t at,
                                std::string_view bytes);

// What was written is on the disk, or `io` "file.sync": asking again would be told a lie.
base::Result<void> flush(Disk& disk, File const& file);
base::Result<void> flush_folder_of(Disk& disk, std::filesystem::path const& path);
// Shortens a file. `io` "file.write".
base::Result<void> cut(Disk& disk, File const& file, std::int64_t size);

enum class Clobber { no, yes };
// Writes a whole file beside `path`, makes it durable, then gives it that name: there is the old
// one or the new one, never half of either. With Clobber::no, `conflict` "file.exists" when the
// name is taken, and after any failure nothing is there; with Clobber::yes the new one may stand
// under its name after `io` "file.sync".
base::Result<void> write_whole(Disk& disk, std::filesystem::path const& path,
                               std::string_view bytes, Clobber clobber, Readers readers);

constexpr std::int64_t file_max = 1LL << 30; // bytes of one file

// The bytes of a file, at most `file_max`. `io` "file.read", "file.too_large".
base::Result<std::string> read_whole(std::filesystem::path const& path);
base::Result<std::string> read_whole(File const& file, std::filesystem::path const& path);

} // namespace platform
