#pragma once

#include <filesystem>

namespace bench {

// Opening a session of `cards` cards, with and without its snapshot, and adding to its journal.
void files(int cards);

// Writes a session of `cards` cards.
void write_session(std::filesystem::path const& path, int cards);

} // namespace bench
