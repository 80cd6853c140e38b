#pragma once

#include <filesystem>
#include <vector>

namespace bench {

// From the start of the process to its first picture, and what a window at rest costs: with a
// screen, or one of its own where there is none. `window`: the program board_window.
void window(std::filesystem::path const& program);

// The memory of a process of its own that shows sessions of each size. `self`: this program.
void memory(std::filesystem::path const& self, std::vector<int> const& sizes);

} // namespace bench
