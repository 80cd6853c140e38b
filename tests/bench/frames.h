#pragma once

#include <vector>

namespace bench {

// What one frame costs the processor, from the input to the draw data, at each number of cards.
void frames(std::vector<int> const& sizes, int frames_each);

} // namespace bench
