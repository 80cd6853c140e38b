#pragma once

#include "platform/file.h"

#include <string_view>

namespace platform {

// The contents of a file, which the system reads where they are looked at: what is never looked at
// takes no memory. Only for files of the program itself, which nobody shortens meanwhile.
class Mapped {
public:
    Mapped() = default;
    explicit Mapped(std::string_view bytes) // mapped by the system
        : bytes_(bytes)
    {
    }
    ~Mapped();
    Mapped(Mapped&& other) noexcept
        : bytes_(std::exchange(other.bytes_, {}))
    {
    }
    Mapped& operator=(Mapped&& other) noexcept
    {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    [[nodiscard]] std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

// Refused also for what is no file, or is empty (`other`).
Tried<Mapped> map_file(std::filesystem::path const& path);

} // namespace platform
