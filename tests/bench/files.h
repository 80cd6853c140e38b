#pragma once

#include <filesystem>

namespace bench {

// Opening a session of `cards` cards, and adding to its journal.
void files(int cards);

// `people` cast estimates of `cases` cases on eight axes, and one of them corrects hers. Bytes are
// those handed to the disk.
void ballots(int people, int cases);

// Writes a session of `cards` cards.
void write_session(std::filesystem::path const& path, int cards);

} // namespace bench
