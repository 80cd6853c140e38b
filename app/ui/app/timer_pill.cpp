#include "ui/app/timer_pill.h"

#include "base/text.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"

#include <imgui.h>

#include <charconv>
#include <cmath>
#include <vector>

namespace ui {
namespace {

constexpr std::int64_t second_ms = 1000, minute_ms = 60'000;
constexpr std::int64_t longest_ms = 600 * minute_ms;
constexpr float pulse_ms = 900;
constexpr Type figures{Face::display, 25, 32};
constexpr Type over_type{Face::semibold, 19, 24};

Type type_of(Left const& left)
{
    if (left.state == Left::State::off) return type::label;
    return counts(left) ? figures : over_type;
}

edit::SetTimer turned(TimerPill const& pill, Workshop const& workshop, model::Step step,
                      Left const& left)
{
    return turned(model::get<model::Timer>(workshop.doc()), left,
                  pill.planned.at(static_cast<std::size_t>(step)), workshop.now_ms);
}

// Detects the end of a timer seen running, so that one that ended long ago gives no sound.
void mind_the_end(Ui const& ui, TimerPill& pill, model::Timer const& timer, Left const& left)
{
    if (left.state == Left::State::running) {
        pill.running_to_ms = timer.end_ms;
        return;
    }
    bool const reached = left.state == Left::State::over && pill.running_to_ms == timer.end_ms;
    pill.running_to_ms = 0;
    if (!reached) return;
    pill.ended = TimerPill::Ended::just_now;
    pill.ended_s = ui.now_s;
}

void draw_pulse(Ui& ui, TimerPill const& pill, base::Rect const& box)
{
    if (ui.now_s - pill.ended_s > 2) return;
    auto const t = progress(ui, pill.ended_s, pulse_ms, Ease::out_cubic);
    if (t >= 1) return;
    auto const out = base::grown(box, ui.px(12) * t);
    outline(ui, out, out.height() / 2, board::faded(ui.color().risk, 1 - t), ui.px(3));
}

std::optional<Wish> draw_menu(Ui& ui, TimerPill& pill, base::Rect const& box,
                              Workshop const& workshop, model::Step step, Settings const& settings,
                              Left const& left)
{
    auto const timer = model::get<model::Timer>(workshop.doc());
    auto const now = workshop.now_ms;
    auto const minutes = [&](int n) { return ui.words->text("top.timer.start", n); };
    auto const pause = ui.tr("top.timer.pause"), resume = ui.tr("top.timer.resume"),
               more = ui.tr("top.timer.more"), stop = ui.tr("top.timer.stop"),
               other = ui.tr("top.timer.custom"), five = minutes(5), ten = minutes(10),
               quarter = minutes(15);
    auto const plan = pill.planned.at(static_cast<std::size_t>(step));
    auto const by_plan = ui.words->text("top.timer.planned", plan);
    bool const heard = pill.player == TimerPill::Player::ready;
    auto const sound = ui.tr(heard ? "top.timer.chime" : "top.timer.chime.none");
    using Kind = MenuItem::Kind;
    std::vector<MenuItem> items;
    if (left.state == Left::State::running)
        items.push_back({"timer.pause", pause, icon::pause, "T"});
    if (left.state == Left::State::paused)
        items.push_back({"timer.resume", resume, icon::play_arrow, "T"});
    if (counts(left)) items.push_back({"timer.more", more, icon::add, "P"});
    if (left.state != Left::State::off) items.push_back({"timer.stop", stop, icon::close});
    if (!items.empty()) items.push_back({"timer.rule", {}, 0, {}, Enabled::yes, Kind::rule});
    if (plan > 0) items.push_back({"timer.planned", by_plan, icon::schedule});
    if (plan != 5) items.push_back({"timer.5", five, icon::timer});
    if (plan != 10) items.push_back({"timer.10", ten, icon::timer});
    if (plan != 15) items.push_back({"timer.15", quarter, icon::timer});
    items.push_back({"timer.custom", other, icon::tune});
    items.push_back({"timer.rule.sound", {}, 0, {}, Enabled::yes, Kind::rule});
    items.push_back({"timer.chime",
                     sound,
                     icon::notifications,
                     {},
                     enabled_if(heard),
                     heard && settings.chime == Chime::on ? Kind::chosen : Kind::action});
    auto const answer = menu(ui, "top.timer.menu", box, items, Align::right);
    if (answer.closed) pill.open = TimerPill::Open::nothing;
    if (answer.id == "timer.5") return started(now, 5 * minute_ms);
    if (answer.id == "timer.10") return started(now, 10 * minute_ms);
    if (answer.id == "timer.15") return started(now, 15 * minute_ms);
    if (answer.id == "timer.planned") return started(now, plan * minute_ms);
    if (answer.id == "timer.stop") return edit::SetTimer{};
    if (answer.id == "timer.pause") return paused(timer, left);
    if (answer.id == "timer.resume") return resumed(timer, left, now);
    if (answer.id == "timer.more") return given_more(timer, left, now);
    if (answer.id == "timer.chime")
        return SetChime{settings.chime == Chime::on ? Chime::off : Chime::on};
    if (answer.id == "timer.custom") {
        pill.open = TimerPill::Open::custom;
        pill.minutes.clear();
        focus(ui, "timer.minutes");
        ui.keep_drawing(0.2);
    }
    return std::nullopt;
}

std::optional<Wish> draw_custom(Ui& ui, TimerPill& pill, base::Rect const& box,
                                Workshop const& workshop)
{
    Popover const popover(ui, "top.timer.custom", box, {ui.px(360), ui.px(126)}, Align::right);
    auto const& inside = popover.content();
    auto const label = ui.tr("top.timer.minutes"), go = ui.tr("top.timer.go"),
               hint = ui.tr("top.timer.hint");
    draw_text(ui, inside.min, type::label, ui.color().ink2, label);
    auto const y = inside.min.y + ui.px(36), wide = button_width(ui, go, {Rank::primary});
    FieldLook look;
    look.hint = hint;
    look.after = FieldLook::After::stays;
    look.most_bytes = 12;
    base::Rect const field{{inside.min.x, y}, {inside.max.x - wide - ui.px(10), y + ui.px(48)}};
    auto const edit = text_field(ui, "timer.minutes", field, label, pill.minutes, look);
    auto const asked = duration_of(pill.minutes);
    base::Rect const start{{inside.max.x - wide, y}, {inside.max.x, y + ui.px(48)}};
    bool const pressed =
        button(ui, "timer.start", start, go, {Rank::primary}, enabled_if(asked.has_value()));
    bool const given_up = edit == Edit::cancelled || popover.closed();
    if (given_up) pill.open = TimerPill::Open::nothing;
    if (!asked || given_up || (!pressed && edit != Edit::submitted)) return std::nullopt;
    return started(workshop.now_ms, *asked); // closed when it runs
}

} // namespace

std::optional<std::int64_t> duration_of(std::string_view typed)
{
    auto const text = base::trimmed(typed);
    auto const mark = text.find_first_of(":,.");
    auto const number = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        auto const [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        bool const whole = error == std::errc{} && end == digits.data() + digits.size();
        return whole && value >= 0 && digits.size() <= 3 ? std::optional(value) : std::nullopt;
    };
    auto const minutes = number(text.substr(0, mark));
    if (!minutes) return std::nullopt;
    std::int64_t ms = *minutes * minute_ms;
    if (mark != std::string_view::npos) {
        auto const rest = text.substr(mark + 1);
        auto const after = number(rest);
        bool const clock = text[mark] == ':';
        if (!after || (clock && (rest.size() != 2 || *after > 59))) return std::nullopt;
        ms += clock ? *after * second_ms
                    : std::llround(*after * static_cast<double>(minute_ms) /
                                   std::pow(10.0, static_cast<double>(rest.size())));
    }
    return ms >= second_ms && ms <= longest_ms ? std::optional(ms) : std::nullopt;
}

float timer_width(Ui const& ui, Workshop const& workshop)
{
    auto const left = left_of(model::get<model::Timer>(workshop.doc()), workshop.now_ms);
    // Tabular digits keep the width constant.
    auto const text = text_width(ui, type_of(left), time_said(ui, left));
    return std::round(text + ui.px(counts(left) ? 49 + 52 : 49 + 18));
}

std::optional<Wish> draw_timer(Ui& ui, TimerPill& pill, base::Rect const& box,
                               Workshop const& workshop, model::Step step, Settings const& settings)
{
    auto const timer = model::get<model::Timer>(workshop.doc());
    auto const left = left_of(timer, workshop.now_ms);
    mind_the_end(ui, pill, timer, left);
    auto const& c = ui.color();
    bool const over = left.state == Left::State::over;
    auto const text = time_said(ui, left);
    auto const may = enabled_if(workshop.access == Access::edit);
    auto const round = box.height() / 2;
    auto const press = touch(ui, "top.timer", box, text, may);
    draw_pulse(ui, pill, box);
    auto const ground = over ? c.risktint : press.hovered ? c.sunken : c.panel;
    draw_surface(ui, box,
                 {.radius = round,
                  .fill = ground,
                  .border = over ? c.riskline : c.line2,
                  .border_width = ui.snap(1.5F)});
    draw_clock(ui, {box.min.x + ui.px(25), box.center().y}, ui.px(13), left);
    auto const ink = over || last_minute(left)           ? c.risk
                     : left.state == Left::State::paused ? c.ink2
                                                         : c.ink;
    draw_text_in(ui, {{box.min.x + ui.px(49), box.min.y}, {box.max.x, box.max.y}}, type_of(left),
                 ink, text);
    if (press.focused) focus_ring(ui, box, round);
    if (press.clicked) pill.open = TimerPill::Open::menu;
    if (counts(left)) {
        auto const half = ui.px(20);
        base::Vec2 const middle{box.max.x - ui.px(27), box.center().y};
        base::Rect const part{middle - base::Vec2{half, half}, middle + base::Vec2{half, half}};
        bool const runs = left.state == Left::State::running;
        auto const word = ui.tr(runs ? "top.timer.pause" : "top.timer.resume");
        auto const turn = touch(ui, "top.timer.turn", part, word, may);
        if (turn.hovered) disc(ui, middle, ui.px(18), board::faded(c.ink, 0.08F));
        draw_icon_at(ui, middle, ui.px(24), c.ink2, runs ? icon::pause : icon::play_arrow);
        if (turn.focused) focus_ring(ui, part, half);
        if (turn.hovered) tooltip(ui, part, word + " (T)");
        if (turn.clicked) return turned(pill, workshop, step, left);
    }
    if (pill.open == TimerPill::Open::menu)
        return draw_menu(ui, pill, box, workshop, step, settings, left);
    if (pill.open == TimerPill::Open::custom) return draw_custom(ui, pill, box, workshop);
    return std::nullopt;
}

std::optional<Wish> timer_keys(Ui& ui, TimerPill const& pill, Workshop const& workshop,
                               model::Step step)
{
    if (workshop.access == Access::read || step >= model::Step::decide) return std::nullopt;
    auto const timer = model::get<model::Timer>(workshop.doc());
    auto const left = left_of(timer, workshop.now_ms);
    if (shortcut(ui, ImGuiKey_T)) return turned(pill, workshop, step, left);
    if (shortcut(ui, ImGuiKey_P)) return given_more(timer, left, workshop.now_ms);
    return std::nullopt;
}

} // namespace ui
