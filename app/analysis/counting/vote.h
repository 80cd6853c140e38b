#pragma once

#include <compare>
#include <cstdint>

namespace analysis {

// A voter's answer on one case: the index of the case in the count, and a value.
struct Vote {
    std::uint32_t at = 0;
    std::int32_t value = 0;
    friend auto operator<=>(Vote, Vote) = default;
};

} // namespace analysis
