#pragma once

#include <cstdint>

// Every allocation of the program, counted: operator new and what Dear ImGui takes.
namespace bench {

std::uint64_t allocations();

// Dear ImGui's own memory is counted from here on; before its first context.
void count_imgui();

} // namespace bench
