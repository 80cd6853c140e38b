#pragma once

#include <filesystem>
#include <string>

// Where a test finds what it reads, said once: a path in the flags of every file would keep a
// compiler cache from being shared between checkouts.
namespace support {

std::filesystem::path const& assets_dir();  // as the build lays them beside the program
std::filesystem::path const& sources_dir(); // the checkout
std::filesystem::path const& shared_dir();  // real data beside the checkout; may be missing
std::string const& binary();                // the program itself

} // namespace support
