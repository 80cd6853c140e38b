#pragma once

#include "edit/command.h"
#include "model/document.h"
#include "ui/kit/ui.h"

#include <cstdint>
#include <string>

// The room's timer: what it shows, and the commands that change it.
namespace ui {

// The remaining time. Off when it ended over a quarter of an hour ago.
struct Left {
    std::int64_t ms = 0;
    float share = 0; // of the whole duration
    enum class State { off, running, paused, over } state = State::off;
};
Left left_of(model::Timer const& timer, std::int64_t now_ms);

// Whether it runs or is paused; whether a minute or less is left.
bool counts(Left const& left);
bool last_minute(Left const& left);
// "03:05", or the word for a timer that is off or over.
std::string time_said(Ui const& ui, Left const& left);
// The ring that empties, or a clock when off. `radius` in screen pixels.
void draw_clock(Ui& ui, base::Vec2 at, float radius, Left const& left);

edit::SetTimer started(std::int64_t now_ms, std::int64_t for_ms);
edit::SetTimer paused(model::Timer const& timer, Left const& left);
edit::SetTimer resumed(model::Timer const& timer, Left const& left, std::int64_t now_ms);
// Two minutes more; a timer of two minutes when none runs.
edit::SetTimer given_more(model::Timer const& timer, Left const& left, std::int64_t now_ms);
// Pauses, resumes, or starts the planned minutes of a step; 0: ten.
edit::SetTimer turned(model::Timer const& timer, Left const& left, int planned_minutes,
                      std::int64_t now_ms);

} // namespace ui
