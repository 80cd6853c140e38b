#include "ui/kit/paint.h"
#include "ui/paint/timer.h"
#include "ui/screens/facilitator/facilitator_view.h"

namespace ui {
namespace {

constexpr Type figures{Face::display, 60, 66};
constexpr Type word{Face::display, 34, 42};

} // namespace

std::optional<Wish> draw_timer_card(Ui& ui, FacilitatorGround const& ground, base::Rect const& box)
{
    auto const& c = ui.color();
    auto const inner = draw_card(ui, box);
    auto const timer = model::get<model::Timer>(ground.workshop.doc());
    auto const now = ground.workshop.now_ms;
    auto const left = left_of(timer, now);
    bool const late = left.state == Left::State::over || last_minute(left);
    base::Vec2 const centre{inner.min.x + ui.px(58), box.center().y};
    ring(ui, centre, ui.px(55), c.line2, ui.px(9));
    if (left.share > 0)
        arc(ui, centre, ui.px(55), 1 - left.share, 1, late ? c.risk : c.accent, ui.px(9));
    draw_icon_at(ui, centre, ui.px(44), late ? c.risk : c.ink2,
                 left.state == Left::State::over ? icon::hourglass_empty : icon::timer);
    float const x = inner.min.x + ui.px(138);
    auto const said = counts(left)                      ? time_said(ui, left)
                      : left.state == Left::State::over ? ui.tr("top.timer.over")
                                                        : ui.tr("facilitator.timer.off");
    auto const type = counts(left) ? figures : word;
    base::Rect const figure{{x, inner.min.y - ui.px(8)}, {inner.max.x, inner.min.y + ui.px(58)}};
    auto const wide = draw_text_in(ui, figure, type, late ? c.risk : c.ink, said);
    touch(ui, "facilitator.timer", figure, said, Enabled::yes, Role::area);
    constexpr std::int64_t minute = 60'000;
    if (counts(left)) {
        auto const whole = (timer.end_ms - timer.start_ms + minute / 2) / minute;
        base::Rect const lines{{x + wide + ui.px(16), figure.min.y}, figure.max};
        draw_text_in(ui, {lines.min, {lines.max.x, lines.center().y}}, type::text, c.ink2,
                     ui.tr("facilitator.timer.of", whole));
        if (left.state == Left::State::running)
            draw_text_in(ui, {{lines.min.x, lines.center().y}, lines.max}, type::text, c.ink2,
                         ui.tr("facilitator.timer.until", ui.words->time(timer.end_ms)));
    }
    auto const may = enabled_if(ground.workshop.access == Access::edit);
    float const y = inner.max.y - ui.px(46), gap = ui.px(8), high = ui.px(46);
    bool const on = counts(left);
    float const reset = left.state == Left::State::off ? 0 : ui.px(64);
    float const more = on ? ui.px(108) : 0;
    float const rest =
        inner.max.x - x - (reset > 0 ? reset + gap : 0) - (more > 0 ? more + gap : 0);
    auto const turn =
        left.state == Left::State::running ? ui.tr("facilitator.timer.pause")
        : left.state == Left::State::paused
            ? ui.tr("top.timer.resume")
            : ui.tr("facilitator.timer.start", ground.minutes > 0 ? ground.minutes : 10);
    auto const sign = left.state == Left::State::running ? icon::pause : icon::play_arrow;
    std::optional<Wish> wish;
    if (button(ui, "facilitator.timer.turn", {{x, y}, {x + rest, y + high}}, turn, {.icon = sign},
               may))
        wish = edit::Command{turned(timer, left, ground.minutes, now)};
    float at = x + rest + gap;
    if (more > 0) {
        if (button(ui, "facilitator.timer.more", {{at, y}, {at + more, y + high}},
                   ui.tr("facilitator.timer.more"), {.icon = icon::add}, may))
            wish = edit::Command{given_more(timer, left, now)};
        at += more + gap;
    }
    if (reset > 0 && icon_button(ui, "facilitator.timer.stop", {{at, y}, {at + reset, y + high}},
                                 icon::replay, ui.tr("top.timer.stop"), Rank::secondary, may))
        wish = edit::Command{edit::SetTimer{}};
    return wish;
}

} // namespace ui
