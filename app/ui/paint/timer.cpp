#include "ui/paint/timer.h"

#include "ui/kit/paint.h"
#include "wording/times.h"

#include <algorithm>

namespace ui {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t usual_ms = 10 * minute_ms, more_ms = 2 * minute_ms;
constexpr std::int64_t said_over_ms = 15 * minute_ms;

} // namespace

Left left_of(model::Timer const& timer, std::int64_t now_ms)
{
    if (timer.end_ms == 0) return {};
    auto const whole = static_cast<float>(std::max<std::int64_t>(1, timer.end_ms - timer.start_ms));
    bool const waits = timer.paused_left_ms > 0;
    auto const ms = waits ? timer.paused_left_ms : timer.end_ms - now_ms;
    if (ms <= -said_over_ms) return {};
    if (ms <= 0) return {0, 0, Left::State::over};
    return {ms, std::min(1.F, static_cast<float>(ms) / whole),
            waits ? Left::State::paused : Left::State::running};
}

bool counts(Left const& left)
{
    return left.state == Left::State::running || left.state == Left::State::paused;
}

bool last_minute(Left const& left) { return counts(left) && left.ms <= minute_ms; }

std::string time_said(Ui const& ui, Left const& left)
{
    if (left.state == Left::State::off) return ui.tr("top.timer");
    if (left.state == Left::State::over) return ui.tr("top.timer.over");
    return wording::countdown(left.ms);
}

void draw_clock(Ui& ui, base::Vec2 at, float radius, Left const& left)
{
    auto const& c = ui.color();
    if (left.state == Left::State::off) {
        draw_icon_at(ui, at, radius * 24 / 13, c.ink2, icon::timer);
        return;
    }
    bool const late = !counts(left) || last_minute(left);
    auto const width = radius * 4 / 13;
    ring(ui, at, radius, c.line2, width);
    if (left.share > 0) arc(ui, at, radius, 1 - left.share, 1, late ? c.risk : c.accent, width);
    if (late) draw_icon_at(ui, at, radius * 15 / 13, c.risk, icon::hourglass_empty);
}

edit::SetTimer started(std::int64_t now_ms, std::int64_t for_ms)
{
    return {{now_ms, now_ms + for_ms, 0}};
}

edit::SetTimer paused(model::Timer const& timer, Left const& left)
{
    return {{timer.start_ms, timer.end_ms, left.ms}};
}

edit::SetTimer resumed(model::Timer const& timer, Left const& left, std::int64_t now_ms)
{
    auto const whole = timer.end_ms - timer.start_ms;
    return {{now_ms - (whole - left.ms), now_ms + left.ms, 0}};
}

edit::SetTimer given_more(model::Timer const& timer, Left const& left, std::int64_t now_ms)
{
    if (!counts(left)) return started(now_ms, more_ms);
    bool const waits = left.state == Left::State::paused;
    return {{timer.start_ms, timer.end_ms + more_ms, waits ? left.ms + more_ms : 0}};
}

edit::SetTimer turned(model::Timer const& timer, Left const& left, int planned_minutes,
                      std::int64_t now_ms)
{
    if (left.state == Left::State::running) return paused(timer, left);
    if (left.state == Left::State::paused) return resumed(timer, left, now_ms);
    return started(now_ms, planned_minutes > 0 ? planned_minutes * minute_ms : usual_ms);
}

} // namespace ui
