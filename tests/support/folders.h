#pragma once

#include <filesystem>
#include <string>

// The folders that tests read, defined in one source: a path in the flags of every file would keep
// checkouts from sharing a compiler cache.
namespace support {

std::filesystem::path const& assets_dir();  // the build's copy beside the program
std::filesystem::path const& sources_dir(); // the checkout
std::filesystem::path const& shared_dir();  // real data beside the checkout; may be missing
std::string const& binary();                // the program

} // namespace support
