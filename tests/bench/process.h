#pragma once

#include <filesystem>
#include <vector>

namespace bench {

// Times the start up to the first picture, and an idle window; on the present display, or a
// temporary one. `window`: the program board_window.
void window(std::filesystem::path const& program);

// Memory of separate processes that show sessions of each size. `self`: this program.
void memory(std::filesystem::path const& self, std::vector<int> const& sizes);

} // namespace bench
