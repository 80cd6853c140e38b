#include "support/folders.h"

#include <cstdlib>

namespace support {

std::filesystem::path const& assets_dir()
{
    static std::filesystem::path const path = CADRAN_ASSETS_DIR;
    return path;
}

std::filesystem::path const& sources_dir()
{
    static std::filesystem::path const path = CADRAN_SOURCE_DIR;
    return path;
}

std::filesystem::path const& shared_dir()
{
    static std::filesystem::path const path = CADRAN_SHARED_DIR;
    return path;
}

std::string const& binary()
{
    // Another one than the build's: how the program for Windows is tried.
    auto const* said = std::getenv("CADRAN_BINARY"); // NOLINT(concurrency-mt-unsafe): one thread
    static std::string const path = said ? said : CADRAN_BINARY;
    return path;
}

} // namespace support
