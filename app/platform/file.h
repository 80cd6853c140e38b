#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

// Open files and file metadata.
namespace platform {

// Why the system refused an operation.
enum class Refusal {
    full,        // no room on the disk
    denied,      // this person has no permission
    read_only,   // the file system is read-only
    gone,        // no such file or folder
    taken,       // the name already exists
    device,      // input/output error of the device
    too_big,     // larger than that file system allows
    busy,        // in use by another program
    interrupted, // by a signal; try again
    other
};
struct Refused {
    Refusal why = Refusal::other;
    int number = 0; // the system's error number, for a message
};
template <class T>
using Tried = tl::expected<T, Refused>;

// An open file, or none. The destructor closes it and releases its lock.
class File {
public:
    File() = default;
    explicit File(std::intptr_t handle) // the system's handle; -1: none
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

// Identifies a file whatever its name: equal for two names of one file. The system may reuse it
// once the file has no name and is not open.
struct Identity {
    std::uint64_t disk = 0, high = 0, low = 0;
    friend auto operator<=>(Identity const&, Identity const&) = default;
};

// When a file was last changed: nanoseconds since 1970, at the resolution of its file system.
struct Touched {
    std::int64_t content = 0, any = 0; // `any`: also permissions and names
    friend bool operator==(Touched const&, Touched const&) = default;
};

struct Facts {
    enum class Kind { file, folder, other } kind = Kind::other;
    Identity identity;
    std::int64_t size = 0; // bytes
    Touched touched;
    std::uint64_t names = 0; // number of names (hard links)
};
enum class Links { follow, stay };
Tried<Facts> facts(File const& file);
Tried<Facts> facts(std::filesystem::path const& path, Links links = Links::follow);

// At most `size` bytes from offset `at`; fewer at the end of the file.
Tried<std::string> read_at(File const& file, std::int64_t at, std::size_t size);

// Locks the file for this program until it is closed. False when another program still holds the
// lock after `patience`: a killed program holds it until the system has cleaned up.
constexpr std::chrono::milliseconds a_moment{200};
bool try_lock(File const& file, std::chrono::milliseconds patience = a_moment);
// Whether any program, including this one, holds that lock.
bool is_locked(std::filesystem::path const& path);

// Whether a program on this machine has the file open for writing. False when the system cannot
// tell (a file on another machine, or of another person).
bool being_written(std::filesystem::path const& path);

} // namespace platform
