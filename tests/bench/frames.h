#pragma once

#include <filesystem>
#include <vector>

namespace bench {

// What one frame costs the processor, from the input to the draw data, at each number of cards.
void frames(std::vector<int> const& sizes, int frames_each);

// What its parts cost: a board moved a little in each frame, of which only a part is drawn.
void parts(std::vector<int> const& sizes, int frames_each);

// The memory of this process once it has shown the session of a file, whole and at 100 %.
void memory_of(std::filesystem::path const& session);

} // namespace bench
