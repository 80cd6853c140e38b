#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace shell {

// Rows from the top, four bytes per pixel: red, green, blue, and one that is ignored.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

// Writes a PNG file. `io` "picture.write" with the path on failure.
base::Result<void> write_png(std::filesystem::path const& path, Picture const& picture);

} // namespace shell
