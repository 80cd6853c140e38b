#pragma once

#include "story/story.h"

#include <cstdint>
#include <optional>

namespace ui {

// Playback of a session from a moment on, at a speed, with pauses shortened as in story::Moment.
struct Player {
    static constexpr int fastest = 16;

    enum class State { still, playing } state = State::still;
    int speed = 1;            // factor: 1, 2, 4, 8 or 16
    double since_s = 0;       // clock of Ui, start of playback
    std::int64_t from_ms = 0; // played time at the start

    [[nodiscard]] bool plays() const { return state == State::playing; }
    // Plays from the moment after entry `n`; from the start if that is the last.
    void play(story::Story const& story, std::uint64_t n, double now_s);
    void stop() { state = State::still; }
    // Changes the speed, keeping the position.
    void at_speed(int times, double now_s);
    // The present position in played time.
    [[nodiscard]] std::int64_t played_ms(double now_s) const;
    // The entry to show now; stops at the end.
    std::uint64_t advance(story::Story const& story, double now_s);
};

// The first landmark after entry `n`, and the last one before it; nothing when there is none.
std::optional<std::uint64_t> landmark_after(story::Story const& story, std::uint64_t n);
std::optional<std::uint64_t> landmark_before(story::Story const& story, std::uint64_t n);

} // namespace ui
