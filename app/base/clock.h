#pragma once

#include <cstdint>

namespace base {

// Where time comes in. Order never depends on it: only what people read does.
struct Clock {
    Clock() = default;
    Clock(Clock const&) = delete;
    Clock& operator=(Clock const&) = delete;
    virtual ~Clock() = default;
    virtual std::int64_t now_ms() = 0; // Unix time, UTC, milliseconds
};

// Where chance comes in: shuffling a ballot box, minting a voter's token.
struct Chance {
    Chance() = default;
    Chance(Chance const&) = delete;
    Chance& operator=(Chance const&) = delete;
    virtual ~Chance() = default;
    virtual std::uint64_t draw() = 0; // 64 uniform bits
};

} // namespace base
