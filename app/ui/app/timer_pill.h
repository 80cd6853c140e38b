#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/settings.h"
#include "ui/paint/timer.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ui {

// The room's timer, in the top bar.
struct TimerPill {
    enum class Open { nothing, menu, custom } open = Open::nothing;
    std::string minutes;                                     // the input field
    enum class Player { none, ready } player = Player::none; // whether sounds can be played
    // of the steps, in minutes, from the session's template; 0: none
    std::array<int, base::count_of<model::Step>> planned{};
    // end of the timer, as last seen running
    std::int64_t running_to_ms = 0;
    double ended_s = -10; // clock of Ui
    // read by the code that plays the sound
    enum class Ended { no, just_now } ended = Ended::no;
};

// Parses "12", "1:30" or "2,5" minutes into milliseconds, from one second to ten hours.
std::optional<std::int64_t> duration_of(std::string_view typed);

// In screen pixels.
float timer_width(Ui const& ui, Workshop const& workshop);
std::optional<Wish> draw_timer(Ui& ui, TimerPill& pill, base::Rect const& box,
                               Workshop const& workshop, model::Step step,
                               Settings const& settings);
// T starts the planned duration of the step, else ten minutes; pauses and resumes. P adds two
// minutes. Not in Décider, which uses these letters.
std::optional<Wish> timer_keys(Ui& ui, TimerPill const& pill, Workshop const& workshop,
                               model::Step step);

} // namespace ui
