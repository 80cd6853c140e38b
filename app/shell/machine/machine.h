#pragma once

#include "base/clock.h"
#include "edit/permission.h"

namespace shell {

// The system's clock and random source.
struct SystemClock : base::Clock {
    std::int64_t now_ms() override;
};
struct SystemRandomSource : base::RandomSource {
    std::uint64_t draw() override; // cryptographically secure
};

// The actor of this program's windows and commands: the facilitator.
constexpr edit::Actor own_actor() { return edit::facilitator; }

} // namespace shell
