#pragma once

#include <cstdint>

namespace analysis {

// Below this number of people nothing is broken down, as it would reveal single ballots.
constexpr std::int64_t group_min = 5;

} // namespace analysis
