#pragma once

#include <filesystem>
#include <vector>

namespace bench {

// Processor time of one frame, from input to draw data, for each number of cards.
void frames(std::vector<int> const& sizes, int frames_each);

// Processor time of parts of a frame: the board moves a little in each frame, and only a part is
// drawn.
void parts(std::vector<int> const& sizes, int frames_each);

// Memory of this process after showing the session of a file, fitted and at 100 %.
void memory_of(std::filesystem::path const& session);

} // namespace bench
