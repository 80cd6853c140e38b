#pragma once

#include "story/story.h"

#include <cstdint>
#include <optional>

namespace ui {

// How a session is played: from a moment on, so much faster than it was, pauses cut short as
// story::Moment has them.
struct Player {
    static constexpr int fastest = 16;

    enum class State { still, playing } state = State::still;
    int speed = 1;            // 1, 2, 4, 8 or 16 times
    double since_s = 0;       // on the ui's clock, when it began to play
    std::int64_t from_ms = 0; // the played time it began from

    [[nodiscard]] bool plays() const { return state == State::playing; }
    // From the moment after entry `n`; from the start when that is the last.
    void play(story::Story const& story, std::uint64_t n, double now_s);
    void stop() { state = State::still; }
    // The same moment, faster or slower from now on.
    void at_speed(int times, double now_s);
    // Where it is now, in played time.
    [[nodiscard]] std::int64_t played_ms(double now_s) const;
    // The entry after which the session is to be shown, and stops at the end.
    std::uint64_t advance(story::Story const& story, double now_s);
};

// The first landmark after entry `n`, and the last before it; nothing when there is none.
std::optional<std::uint64_t> landmark_after(story::Story const& story, std::uint64_t n);
std::optional<std::uint64_t> landmark_before(story::Story const& story, std::uint64_t n);

} // namespace ui
