#include "base/text.h"
#include "ui/kit/paint.h"
#include "ui/screens/review/review_parts.h"
#include "wording/story.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

// The timeline of the session by played time, divided by steps, with landmarks below.
namespace ui {
namespace {

using story::Story;

constexpr float mark_size = 32, mark_pitch = 36, bar_height = 14; // design pixels
constexpr float left_column = 150;                                // of the buttons
constexpr std::size_t tip_lines = 6, tip_signs = 90;
constexpr float stretch_gap = 4;

// The layout of the timeline.
struct Place {
    base::Rect bar; // of the step segments
    std::int64_t whole_ms = 1;

    [[nodiscard]] float x_of(std::int64_t played_ms) const
    {
        return bar.min.x + bar.width() * static_cast<float>(played_ms) /
                               static_cast<float>(std::max<std::int64_t>(1, whole_ms));
    }
    [[nodiscard]] std::int64_t played_at(float x) const
    {
        double const share = std::clamp((x - bar.min.x) / std::max(1.0F, bar.width()), 0.0F, 1.0F);
        return static_cast<std::int64_t>(std::llround(share * static_cast<double>(whole_ms)));
    }
};

// Priority for the icon of merged landmarks: decisions before preparations.
int weight_of(story::Event const& event)
{
    if (std::holds_alternative<story::Decided>(event.what)) return 4;
    if (std::holds_alternative<story::Polled>(event.what)) return 3;
    if (std::holds_alternative<story::Weighed>(event.what)) return 2;
    return std::holds_alternative<story::Merged>(event.what) ? 1 : 0;
}

void lay_out(Ui const& ui, ReviewView::Line& line, Story const& story, Place const& place)
{
    if (line.of == story.size() && line.width == place.bar.width()) return;
    line.of = story.size();
    line.width = place.bar.width();
    line.stretches.clear();
    line.marks.clear();
    for (std::uint64_t n = 1; n <= story.size(); ++n) {
        auto const step = story.moments[n].step;
        if (line.stretches.empty() || line.stretches.back().step != step)
            line.stretches.push_back({step, n, n});
        line.stretches.back().last = n;
    }
    for (std::size_t i = 0; i < story.events.size(); ++i) {
        auto const& event = story.events[i];
        if (!story::is_landmark(event)) continue;
        float const x = place.x_of(story.moments[event.n].played_ms) - place.bar.min.x;
        if (line.marks.empty() || x - line.marks.back().x >= ui.px(mark_pitch))
            line.marks.push_back({x, {}});
        line.marks.back().events.push_back(i);
    }
}

void draw_stretches(Ui& ui, ReviewView const& view, Story const& story, Place const& place,
                    std::uint64_t n)
{
    auto const& c = ui.color();
    float free = 0; // start of the space for the next label
    float timed = 0;
    for (auto const& one : view.line.stretches) {
        float const from = place.x_of(story.moments[one.first - 1].played_ms);
        float const to = place.x_of(story.moments[one.last].played_ms);
        bool const now = n >= one.first && n <= one.last;
        float const gap = to - from > ui.px(3 * stretch_gap) ? ui.px(stretch_gap) / 2 : 0;
        fill(ui,
             {{from + gap, place.bar.min.y}, {std::max(to - gap, from + gap + 1), place.bar.max.y}},
             ui.px(3), now ? c.accent : c.ink2);
        auto const number = std::to_string(static_cast<int>(one.step) + 1);
        auto name = number + " " + ui.tr("step." + std::string(base::name_of(one.step)));
        float wide = text_width(ui, type::legend, name);
        if (to - from < wide + ui.px(8)) { // only the number fits
            name = number;
            wide = text_width(ui, type::legend, name);
        }
        if (from >= free && to - from >= wide + ui.px(8)) {
            draw_text(ui, {from, place.bar.min.y - ui.px(30)}, type::legend,
                      now ? c.accent : c.ink2, name);
            free = from + wide + ui.px(14);
        }
        auto const time = ui.words->time(story.moments[one.first].at_ms);
        float const long_as = text_width(ui, type::meta, time);
        if (from >= timed && from + long_as < place.bar.max.x) {
            draw_text(ui, {from, place.bar.max.y + ui.px(54)}, type::meta, c.ink2, time);
            timed = from + long_as + ui.px(24);
        }
    }
}

std::string said_of(Ui const& ui, Story const& story, ReviewView::Line::Mark const& mark)
{
    std::string said;
    for (std::size_t i = 0; i < mark.events.size(); ++i) {
        if (!said.empty()) said += "\n";
        if (i == tip_lines) {
            said +=
                ui.words->plural("review.more", static_cast<std::int64_t>(mark.events.size() - i));
            break;
        }
        auto const& event = story.events[mark.events[i]];
        said += ui.words->time(event.at_ms) + " · " +
                base::truncated(wording::told_short(*ui.words, event), tip_signs);
    }
    return said;
}

// How many landmarks each mark stands for: above its disc, clear of its icon.
void draw_counts(Ui& ui, ReviewView const& view, Place const& place)
{
    for (auto const& mark : view.line.marks) {
        if (mark.events.size() < 2) continue;
        auto const count = std::to_string(mark.events.size());
        base::Vec2 const at{place.bar.min.x + mark.x, place.bar.max.y + ui.px(32)};
        float const left = at.x + ui.px(9), middle = at.y - ui.px(19);
        float const wide = text_width(ui, type::rail, count) + ui.px(8);
        base::Rect const badge{{left, middle - ui.px(9)}, {left + wide, middle + ui.px(9)}};
        fill(ui, badge, ui.px(9), ui.color().card);
        outline(ui, badge, ui.px(9), ui.color().edge, ui.snap(1));
        draw_text_in(ui, badge, type::rail, ui.color().ink, count, Align::centre);
    }
}

// Landmarks below the line. A press goes to the first; further presses to the next ones at the same
// position.
std::optional<std::uint64_t> draw_marks(Ui& ui, ReviewView const& view, Story const& story,
                                        Place const& place, std::uint64_t n)
{
    auto const& c = ui.color();
    std::optional<std::uint64_t> pressed;
    for (auto const& mark : view.line.marks) {
        auto const top = std::ranges::max_element(
            mark.events, {}, [&](std::size_t i) { return weight_of(story.events[i]); });
        bool const here =
            std::ranges::any_of(mark.events, [&](std::size_t i) { return story.events[i].n == n; });
        base::Vec2 const at{place.bar.min.x + mark.x, place.bar.max.y + ui.px(32)};
        auto const box = base::grown({at, at}, ui.px(mark_size / 2));
        auto const said = said_of(ui, story, mark);
        auto const id = "review.mark." + std::to_string(story.events[mark.events.front()].n);
        auto const press = touch(ui, id, box, said);
        if (here) probe_on(ui, id, On::yes);
        line(ui, {at.x, place.bar.max.y}, {at.x, box.min.y}, c.edge, ui.snap(1.5F));
        disc(ui, at, ui.px(mark_size / 2), here ? c.accent : press.hovered ? c.line2 : c.sunken);
        draw_icon_at(ui, at, ui.px(19), here ? c.onaccent : c.ink, icon_of(story.events[*top]));
        if (press.focused) focus_ring(ui, box, ui.px(mark_size / 2));
        if (press.hovered || press.focused) tooltip(ui, box, said);
        if (!press.clicked) continue;
        pressed = story.events[mark.events.front()].n;
        for (auto i : mark.events)
            if (here && story.events[i].n > n) {
                pressed = story.events[i].n;
                break;
            }
    }
    draw_counts(ui, view, place);
    return pressed;
}

// The label above the handle: time and event.
void draw_bubble(Ui& ui, Story const& story, Place const& place, float x, std::uint64_t n)
{
    auto const& c = ui.color();
    auto said = n == 0 ? ui.tr("review.start") : ui.words->time(story.moments[n].at_ms);
    if (auto const* event = event_at(story, n))
        said += " · " + base::truncated(wording::told_short(*ui.words, *event), tip_signs);
    float const wide = text_width(ui, type::strong, said) + ui.px(32);
    float const y = place.bar.min.y - ui.px(72);
    float const from = std::clamp(x - wide / 2, place.bar.min.x - ui.px(8),
                                  std::max(place.bar.min.x, place.bar.max.x + ui.px(24) - wide));
    base::Rect const box{{from, y}, {from + wide, y + ui.px(38)}};
    touch(ui, "review.bubble", box, said, Enabled::yes, Role::area); // notices stay beside it
    line(ui, {x, box.max.y}, {x, place.bar.center().y}, c.accent, ui.snap(2));
    triangle(ui, {x - ui.px(8), box.max.y - 1}, {x + ui.px(8), box.max.y - 1},
             {x, box.max.y + ui.px(8)}, c.accent);
    fill(ui, box, ui.px(19), c.accent);
    draw_text_in(ui, box, type::strong, c.onaccent, said, Align::centre);
}

std::optional<std::uint64_t> draw_handle(Ui& ui, ReviewView& view, Workshop const& workshop,
                                         Place const& place, std::uint64_t n)
{
    auto const& story = *workshop.story;
    auto const& c = ui.color();
    auto const base_ms =
        view.player.plays() ? view.player.played_ms(ui.now_s) : story.moments[n].played_ms;
    float const x = place.x_of(std::min(base_ms, place.whole_ms));
    base::Rect const bar = base::grown(place.bar, ui.px(8));
    auto const said = ui.tr("review.handle", ui.words->number(static_cast<std::int64_t>(n)),
                            ui.words->number(static_cast<std::int64_t>(workshop.entries)));
    auto const press = touch(ui, "review.line", bar, said, Enabled::yes, Role::area);
    probe_value(ui, "review.line", std::to_string(n));
    draw_bubble(ui, story, place, x, n);
    base::Vec2 const at{x, place.bar.center().y};
    disc(ui, at, ui.px(13), c.card);
    ring(ui, at, ui.px(13), c.accent, ui.px(4));
    view.drag = press.held ? ReviewView::Drag::yes : ReviewView::Drag::no;
    if (!press.held && !press.released) return std::nullopt;
    return story.at(place.played_at(ui.mouse.x));
}

std::optional<Wish> draw_buttons(Ui& ui, ReviewView& view, Workshop const& workshop,
                                 base::Rect const& area)
{
    std::optional<Wish> wish;
    auto const n = workshop.session.version;
    auto const* story = workshop.story;
    auto const may = enabled_if(story && story->size() > 0);
    float const x = area.min.x + ui.px(left_column) / 2 + ui.px(4), y = area.min.y + ui.px(64);
    auto around = [&](float at, float size) {
        return base::grown({{at, y}, {at, y}}, ui.px(size) / 2);
    };
    if (icon_button(ui, "review.previous", around(x - ui.px(52), 44), icon::skip_previous,
                    ui.tr("review.previous"), Rank::quiet, may))
        wish = go_to_entry(view, workshop, landmark_before(*story, n).value_or(0));
    bool const plays = view.player.plays();
    auto const main = around(x, 56);
    auto const said = ui.tr(plays ? "review.pause" : "review.play");
    auto const press = touch(ui, "review.play", main, said, may);
    auto const& c = ui.color();
    disc(ui, main.center(), ui.px(28), may == Enabled::yes ? c.accent : c.line2);
    draw_icon_at(ui, main.center(), ui.px(30), c.onaccent, plays ? icon::pause : icon::play_arrow);
    if (plays) probe_on(ui, "review.play", On::yes);
    if (press.focused) focus_ring(ui, main, ui.px(28));
    if (press.hovered) tooltip(ui, main, said);
    if (press.clicked && plays) view.player.stop();
    if (press.clicked && !plays) view.player.play(*story, n, ui.now_s);
    if (icon_button(ui, "review.next", around(x + ui.px(52), 44), icon::skip_next,
                    ui.tr("review.next"), Rank::quiet, may))
        wish = go_to_entry(view, workshop, landmark_after(*story, n).value_or(workshop.entries));
    auto const speed = ui.tr("review.speed", view.player.speed);
    base::Rect const pill{{area.min.x + ui.px(16), area.min.y + ui.px(112)},
                          {area.min.x + ui.px(16 + left_column - 16), area.min.y + ui.px(152)}};
    if (button(ui, "review.speed", pill, speed, {.radius = 20}))
        view.player.at_speed(view.player.speed >= Player::fastest ? 1 : view.player.speed * 2,
                             ui.now_s);
    return wish;
}

} // namespace

Wish go_to_entry(ReviewView& view, Workshop const& workshop, std::uint64_t n)
{
    view.player.stop();
    return LookBack{std::min(n, workshop.entries)};
}

std::optional<Wish> draw_line(Ui& ui, ReviewView& view, Workshop const& workshop,
                              base::Rect const& area)
{
    auto const& c = ui.color();
    draw_surface(ui, area, {ui.px(20), c.card, c.line, 1, Level::e1});
    auto wish = draw_buttons(ui, view, workshop, area);
    if (!workshop.story || workshop.story->size() == 0) return wish;
    auto const& story = *workshop.story;
    auto const shown = std::min(workshop.session.version, story.size());
    Place place;
    place.bar = {{area.min.x + ui.px(left_column + 34), area.min.y + ui.px(76)},
                 {area.max.x - ui.px(36), area.min.y + ui.px(76 + bar_height)}};
    place.whole_ms = story.moments.back().played_ms;
    lay_out(ui, view.line, story, place);
    draw_stretches(ui, view, story, place, shown);
    if (auto const n = draw_marks(ui, view, story, place, shown))
        wish = go_to_entry(view, workshop, *n);
    auto const dragged = draw_handle(ui, view, workshop, place, shown);
    if (dragged && *dragged != workshop.session.version)
        wish = go_to_entry(view, workshop, *dragged);
    if (!view.player.plays()) return wish;
    ui.keep_drawing(0.05);
    auto const n = view.player.advance(story, ui.now_s);
    if (!wish && n != workshop.session.version) wish = LookBack{n};
    return wish;
}

std::optional<Wish> line_keys(Ui& ui, ReviewView& view, Workshop const& workshop)
{
    auto const* story = workshop.story;
    if (!story || story->size() == 0) return std::nullopt;
    auto const n = workshop.session.version;
    constexpr int shift = ImGuiMod_Shift;
    if (shortcut(ui, ImGuiKey_Space)) {
        if (view.player.plays())
            view.player.stop();
        else
            view.player.play(*story, n, ui.now_s);
    }
    if (shortcut(ui, ImGuiKey_UpArrow)) view.player.at_speed(view.player.speed * 2, ui.now_s);
    if (shortcut(ui, ImGuiKey_DownArrow)) view.player.at_speed(view.player.speed / 2, ui.now_s);
    auto to = [&](std::uint64_t where) { return go_to_entry(view, workshop, where); };
    if (shortcut(ui, ImGuiKey_LeftArrow, Repeat::yes)) return to(n > 0 ? n - 1 : 0);
    if (shortcut(ui, ImGuiKey_RightArrow, Repeat::yes)) return to(n + 1);
    if (shortcut(ui, shift | ImGuiKey_LeftArrow, Repeat::yes) ||
        shortcut(ui, ImGuiKey_PageUp, Repeat::yes))
        return to(landmark_before(*story, n).value_or(0));
    if (shortcut(ui, shift | ImGuiKey_RightArrow, Repeat::yes) ||
        shortcut(ui, ImGuiKey_PageDown, Repeat::yes))
        return to(landmark_after(*story, n).value_or(workshop.entries));
    if (shortcut(ui, ImGuiKey_Home)) return to(0);
    if (shortcut(ui, ImGuiKey_End)) return to(workshop.entries);
    return std::nullopt;
}

} // namespace ui
