#include "support/folders.h"

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
    static std::string const path = CADRAN_BINARY;
    return path;
}

} // namespace support
