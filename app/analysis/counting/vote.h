#pragma once

#include <compare>
#include <cstdint>

namespace analysis {

// What someone says of one case: its index among the cases of a count, and a value.
struct Vote {
    std::uint32_t at = 0;
    std::int32_t value = 0;
    friend auto operator<=>(Vote, Vote) = default;
};

} // namespace analysis
