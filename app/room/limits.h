#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>

// How often something may be tried. In memory alone; the time comes in.
namespace room {

// At most `most` times in `span_ms`, looking back from each moment.
class Pace {
public:
    Pace(std::size_t most, std::int64_t span_ms)
        : most_(most)
        , span_ms_(span_ms)
    {
    }
    // How long to wait for the next one; 0: now.
    [[nodiscard]] std::int64_t wait_ms(std::int64_t now_ms);
    void count(std::int64_t now_ms);
    [[nodiscard]] bool empty(std::int64_t now_ms) const; // nothing in the span

private:
    void forget(std::int64_t now_ms);
    std::size_t most_;
    std::int64_t span_ms_;
    std::deque<std::int64_t> at_;
};

// Codes that were not the room's: of 32^6, ten a minute from one address and a hundred in all find
// one in four months on average, should they never stop.
class WrongCodes {
public:
    static constexpr std::size_t from_one = 10, in_all = 100;
    static constexpr std::int64_t minute_ms = 60'000;

    // How long an address waits before it may try again; 0: now.
    [[nodiscard]] std::int64_t wait_ms(std::string const& address, std::int64_t now_ms);
    void wrong(std::string const& address, std::int64_t now_ms);

private:
    std::map<std::string, Pace> by_address_; // of the last minute
    Pace all_{in_all, minute_ms};
};

} // namespace room
