#include "ui/kit/paint.h"
#include "ui/screens/rooms/rooms_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// The rooms with their state and the last half hour.
namespace ui {
namespace {

constexpr float row_height = 50, letter_side = 30, strip_width = 104, strip_height = 6,
                least_strip = 4;
constexpr float shown_s = 30 * 60;
constexpr unsigned speaks = 0xE91F; // record_voice_over

// From the left, half an hour ago, to now. What came before this machine looked is left empty.
// Returns the part that is not, in per cent.
int draw_strip(Ui& ui, base::Rect const& box, SharedRoom const& room)
{
    auto const& c = ui.color();
    auto const at = [&](int ago_s) {
        auto const part = 1 - std::clamp(static_cast<float>(ago_s) / shown_s, 0.0F, 1.0F);
        return box.min.x + part * box.width();
    };
    constexpr int minute_s = 60;
    float x = std::min(at(room.watched_min * minute_s), box.max.x - ui.px(least_strip));
    auto const watched = static_cast<int>(std::lround(100 * (box.max.x - x) / box.width()));
    fill(ui, box, ui.px(3), c.sunken);
    for (auto const& [from, to] : room.gaps) {
        auto left = at(from), right = std::max(at(to), at(from) + ui.px(8));
        right = std::min(right, box.max.x), left = std::min(left, right - ui.px(8));
        if (left > x + 1)
            fill(ui, {{x, box.min.y}, {left - ui.px(1), box.max.y}}, ui.px(3), c.oppfill);
        base::Rect const gap =
            base::grown(base::Rect{{left, box.min.y}, {right, box.max.y}}, ui.px(2));
        fill(ui, gap, ui.px(4), c.warntint);
        dashed_outline(ui, gap, ui.px(4), c.warn, ui.snap(1.5F), {ui.px(4), ui.px(3)});
        x = right + ui.px(2);
    }
    if (x < box.max.x - 1) fill(ui, {{x, box.min.y}, box.max}, ui.px(3), c.oppfill);
    return watched;
}

} // namespace

unsigned icon_of(SharedRoom const& room)
{
    switch (room.state) {
    case SharedRoom::State::here: return icon::home;
    case SharedRoom::State::linked: return icon::link;
    case SharedRoom::State::back: return icon::sync;
    case SharedRoom::State::cut: return icon::link_off;
    }
    return icon::link;
}

std::string state_of(Ui const& ui, SharedRoom const& room)
{
    auto const phones = static_cast<std::int64_t>(room.phones);
    auto const with_phones = [&](std::string const& said) {
        return phones > 0 ? fmt::format("{} · {}", said, ui.trn("rooms.phones", phones)) : said;
    };
    switch (room.state) {
    case SharedRoom::State::here: return with_phones(ui.tr("rooms.state.here"));
    case SharedRoom::State::linked: return with_phones(ui.tr("rooms.state.linked"));
    case SharedRoom::State::back:
        return room.cut_min > 0 ? ui.words->text("rooms.state.back", room.cut_min)
                                : ui.tr("rooms.state.back.now");
    case SharedRoom::State::cut:
        return room.cut_min > 0 ? ui.words->text("rooms.state.cut", room.cut_min)
                                : ui.tr("rooms.state.cut.now");
    }
    return {};
}

std::string head_of(Ui const& ui, SharedState const& shared)
{
    using Link = SharedState::Link;
    if (shared.link == Link::stopped) return ui.tr("rooms.head.stopped");
    if (shared.link == Link::replaced) return ui.tr("rooms.head.replaced");
    if (shared.link == Link::alone || shared.link == Link::unlinked)
        return ui.tr("rooms.head.alone");
    if (!shared.hindered.where.empty()) return ui.tr("rooms.hindered");
    auto const all = static_cast<std::int64_t>(shared.rooms.size());
    auto const cut = std::ranges::count(shared.rooms, SharedRoom::State::cut, &SharedRoom::state);
    if (cut == 0) return ui.trn("rooms.head", all);
    return ui.words->text("rooms.head.of", ui.trn("rooms.head", all - cut), all);
}

void draw_letter(Ui& ui, base::Rect const& box, SharedRoom const& room)
{
    auto const& c = ui.color();
    bool const here = room.state == SharedRoom::State::here;
    fill(ui, box, ui.px(8), here ? c.ink : c.card);
    if (!here) outline(ui, box, ui.px(8), c.edge, ui.snap(1.5F));
    draw_text_in(ui, box, {Face::semibold, room.letter.size() > 1 ? 14.0F : 17.0F, 22},
                 here ? c.paper : c.ink, room.letter, Align::centre);
}

float draw_rooms_list(Ui& ui, SharedState const& shared, base::Rect const& area, float y)
{
    auto const& c = ui.color();
    auto const head = head_of(ui, shared);
    auto const period = ui.tr("rooms.period");
    auto const right = text_width(ui, small_type, period);
    auto const width = area.width() - right - ui.px(12);
    auto const high = std::max(ui.px(28), paragraph_height(ui, type::h3, head, width));
    touch(ui, "rooms.head", {{area.min.x, y}, {area.max.x, y + high}}, head, Enabled::yes,
          Role::area);
    draw_paragraph(ui, {area.min.x, y}, width, type::h3, c.ink, head);
    draw_text_in(ui, {{area.min.x, y}, {area.max.x, y + ui.px(28)}}, small_type, c.ink2, period,
                 Align::right);
    y += high + ui.px(8);
    for (auto const& room : shared.rooms) {
        base::Rect const row{{area.min.x, y}, {area.max.x, y + ui.px(row_height)}};
        auto const name = name_of_room(ui, room), state = state_of(ui, room);
        touch(ui, "rooms.row." + room.letter, row, fmt::format("{} · {}", name, state),
              Enabled::yes, Role::area);
        base::Rect const mark{{row.min.x, y + ui.px(8)},
                              {row.min.x + ui.px(letter_side), y + ui.px(8 + letter_side)}};
        draw_letter(ui, mark, room);
        base::Rect const strip{{row.max.x - ui.px(strip_width), y + ui.px(33)},
                               {row.max.x, y + ui.px(33 + strip_height)}};
        probe_value(ui, "rooms.row." + room.letter,
                    std::to_string(draw_strip(ui, strip, room)) + " %");
        float const x = mark.max.x + ui.px(10), end = strip.min.x - ui.px(10);
        auto const wide = draw_text_in(ui, {{x, y}, {row.max.x - ui.px(54), y + ui.px(26)}},
                                       type::label, c.ink, name);
        bool const away = room.state == SharedRoom::State::cut;
        auto const sign = away || room.state == SharedRoom::State::back ? c.warn
                          : room.state == SharedRoom::State::here       ? c.ink2
                                                                        : c.opp;
        draw_icon_at(ui, {x + wide + ui.px(16), y + ui.px(13)}, ui.px(19), sign, icon_of(room));
        if (room.leads)
            draw_icon_at(ui, {x + wide + ui.px(40), y + ui.px(13)}, ui.px(19), c.ink2, speaks);
        draw_text_in(ui, {{x, y + ui.px(24)}, {end, y + ui.px(47)}}, small_type, c.ink2, state);
        y = row.max.y;
    }
    return y + ui.px(6);
}

} // namespace ui
