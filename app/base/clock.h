#pragma once

#include <cstdint>

namespace base {

// Source of the time. Times are shown to people and never decide an order.
struct Clock {
    Clock() = default;
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    virtual ~Clock() = default;
    virtual std::int64_t now_ms() = 0; // Unix time, UTC, milliseconds
};

// Random source: shuffles ballots, makes voters' tokens and ids.
struct RandomSource {
    RandomSource() = default;
    RandomSource(RandomSource const&) = delete;
    RandomSource& operator=(RandomSource const&) = delete;
    virtual ~RandomSource() = default;
    virtual std::uint64_t draw() = 0; // 64 uniform bits
};

} // namespace base
