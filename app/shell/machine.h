#pragma once

#include "base/clock.h"

namespace shell {

// The machine's own clock and chance.
struct SystemClock : base::Clock {
    std::int64_t now_ms() override;
};
struct SystemChance : base::Chance {
    std::uint64_t draw() override; // from the system's generator of secrets
};

} // namespace shell
