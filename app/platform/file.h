#pragma once

#include <tl/expected.hpp>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

// Open files, and what the system says of files.
namespace platform {

// Why the system refused.
enum class Refusal {
    full,        // no room on the disk
    denied,      // not for this person
    read_only,   // nothing is written on that disk
    gone,        // no such file or folder
    taken,       // the name already leads to something
    device,      // the disk does not answer
    too_big,     // for a file of that disk
    busy,        // another program is in the way
    interrupted, // nothing is wrong: ask again
    other
};
struct Refused {
    Refusal why = Refusal::other;
    int number = 0; // the system's own, for a message
};
template <class T>
using Tried = tl::expected<T, Refused>;

// An open file, or none. It closes itself, and gives up its lock with that.
class File {
public:
    File() = default;
    explicit File(std::intptr_t handle) // what the system calls it; -1 is none
        : handle_(handle)
    {
    }
    ~File() { close(); }
    File(File&& other) noexcept
        : handle_(std::exchange(other.handle_, -1))
    {
    }
    File& operator=(File&& other) noexcept
    {
        std::swap(handle_, other.handle_);
        return *this;
    }
    void close();
    explicit operator bool() const { return handle_ != -1; }
    [[nodiscard]] std::intptr_t handle() const { return handle_; }

private:
    std::intptr_t handle_ = -1;
};

// Which file it is, by whatever name: equal for two names of one file. It is given again once no
// program holds the file and no name leads to it.
struct Identity {
    std::uint64_t disk = 0, high = 0, low = 0;
    friend auto operator<=>(Identity const&, Identity const&) = default;
};

// When a file was last touched: nanoseconds since 1970, in the steps of its disk.
struct Touched {
    std::int64_t content = 0, any = 0; // `any`: its permissions, its names
    friend bool operator==(Touched const&, Touched const&) = default;
};

struct Facts {
    enum class Kind { file, folder, other } kind = Kind::other;
    Identity identity;
    std::int64_t size = 0; // bytes
    Touched touched;
    std::uint64_t names = 0; // that lead to it
};
enum class Links { follow, stay };
Tried<Facts> facts(File const& file);
Tried<Facts> facts(std::filesystem::path const& path, Links links = Links::follow);

// At most `size` bytes from `at` on: fewer at the end of the file.
Tried<std::string> read_at(File const& file, std::int64_t at, std::size_t size);

// Takes the file for this program alone, until it is closed. False when another has it.
bool try_lock(File const& file);
// Has some program, this one too, taken it so?
bool is_locked(std::filesystem::path const& path);

// Has a program of this machine the file open for writing? Of a file on another machine, or of
// another person, the system may not say: then false.
bool being_written(std::filesystem::path const& path);

} // namespace platform
