#pragma once

#include <filesystem>

namespace bench {

// Times opening a session of `cards` cards, and appending to its journal.
void files(int cards);

// `people` cast estimates of `cases` cases on eight axes, and one of them corrects hers. Counts
// bytes passed to the disk.
void ballots(int people, int cases);

// Writes a session of `cards` cards.
void write_session(std::filesystem::path const& path, int cards);

} // namespace bench
