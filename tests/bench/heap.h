#pragma once

#include <cstdint>

// Counts every allocation of the program: operator new and Dear ImGui.
namespace bench {

std::uint64_t allocations();

// Counts Dear ImGui's allocations from here on; call before its first context.
void count_imgui();

} // namespace bench
