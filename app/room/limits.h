#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>

// Rate limits, in memory. The caller passes the time, in milliseconds.
namespace room {

// A sliding window: at most `most` events in any `span_ms`.
class Pace {
public:
    Pace(std::size_t most, std::int64_t span_ms)
        : most_(most)
        , span_ms_(span_ms)
    {
    }
    // Time until the next event is allowed; 0: now.
    [[nodiscard]] std::int64_t wait_ms(std::int64_t now_ms);
    void count(std::int64_t now_ms);
    [[nodiscard]] bool empty(std::int64_t now_ms) const; // nothing in the span

private:
    void forget(std::int64_t now_ms);
    std::size_t most_;
    std::int64_t span_ms_;
    std::deque<std::int64_t> at_;
};

// Limits wrong room codes, per client address and in all. At 100 a minute, trying half of the 32^6
// codes takes ten years.
class WrongCodes {
public:
    static constexpr std::size_t from_one = 10, in_all = 100;
    static constexpr std::int64_t minute_ms = 60'000;

    // Time until that address may try again; 0: now.
    [[nodiscard]] std::int64_t wait_ms(std::string const& address, std::int64_t now_ms);
    void wrong(std::string const& address, std::int64_t now_ms);

private:
    std::map<std::string, Pace> by_address_; // of the last minute
    Pace all_{in_all, minute_ms};
};

} // namespace room
