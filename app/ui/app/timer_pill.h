#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/settings.h"

#include <optional>
#include <string>
#include <string_view>

namespace ui {

// The room's timer, in the bar above every screen.
struct TimerPill {
    enum class Open { nothing, menu, custom } open = Open::nothing;
    std::string minutes;                                     // being typed
    enum class Player { none, ready } player = Player::none; // of sounds, on this machine
    std::int64_t running_to_ms = 0;                          // as last seen running
    double ended_s = -10;                                    // on the ui's clock
    enum class Ended { no, just_now } ended = Ended::no;     // taken by whoever rings
};

// What is left on a timer. Over for a quarter of an hour, it is off.
struct Left {
    std::int64_t ms = 0;
    float share = 0; // of the whole
    enum class State { off, running, paused, over } state = State::off;
};
Left left_of(model::Timer const& timer, std::int64_t now_ms);

// "12", "1:30" or "2,5" in milliseconds, from a second to ten hours.
std::optional<std::int64_t> duration_of(std::string_view typed);

// In screen pixels.
float timer_width(Ui const& ui, Workshop const& workshop);
std::optional<Wish> draw_timer(Ui& ui, TimerPill& pill, base::Rect const& box,
                               Workshop const& workshop, Settings const& settings);
// T starts it, stops it a while and lets it go on; P gives two minutes more. Both are letters of
// their own in Décider.
std::optional<Wish> timer_keys(Ui& ui, Workshop const& workshop, model::Step step);

} // namespace ui
