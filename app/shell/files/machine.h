#pragma once

#include "base/clock.h"
#include "edit/permission.h"

namespace shell {

// The machine's own clock and chance.
struct SystemClock : base::Clock {
    std::int64_t now_ms() override;
};
struct SystemChance : base::Chance {
    std::uint64_t draw() override; // from the system's generator of secrets
};

// Who acts in this program's windows and commands: the one who holds the workshop.
constexpr edit::Actor own_actor() { return edit::facilitator; }

} // namespace shell
