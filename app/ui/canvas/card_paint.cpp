#include "ui/canvas/card_paint.h"

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/frame_tag.h"
#include "ui/kit/paint.h"
#include "ui/kit/quads.h"
#include "ui/kit/skins.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr float radius = 18; // board units
constexpr float chip_radius = 16.5F;
constexpr float compact_chip_x = 31, compact_text_x = 60;
constexpr float merged_width = 56;               // of « + 2 », with margin
constexpr float room_badge = 46, room_high = 26; // the badge of another room
constexpr float greeked_below = 8;               // screen pixels: smaller text is drawn as bars
constexpr float greeked_moving = 12;             // the same while zooming
constexpr float unreadable_below = 6;            // below this size numbers are omitted
// Space of the enlarged label of a full card, board units: above and below.
constexpr float label_top = board::card_padding_y + board::card_head + 4, label_foot = 9;
constexpr float far_chip = 36, far_chip_most = 14; // radius: board units, design pixels
constexpr float grid_dot = 1.5F;

unsigned source_icon(model::Origin origin)
{
    switch (origin) {
    case model::Origin::typed: return icon::keyboard;
    case model::Origin::phone: return icon::smartphone;
    case model::Origin::imported: return icon::table_view;
    }
    return icon::keyboard;
}

struct Tints {
    board::Color fill, border, ink, ink2, ink3, bar;
};

Tints tints_of(Ui const& ui, CardLook const& look)
{
    auto const& c = ui.color();
    Tints t{c.card, c.line, c.ink, c.ink2, c.ink3, c.aline};
    switch (look.state) {
    case CardLook::State::rest: break;
    case CardLook::State::hovered: t.border = c.edge; break;
    case CardLook::State::selected:
    case CardLook::State::dragged: t.border = c.accent; break;
    case CardLook::State::paired: t.fill = c.atint, t.border = c.accent; break;
    case CardLook::State::faded:
        t.fill = board::mixed(c.paper, c.card, 0.4F);
        for (auto* ink : {&t.ink, &t.ink2, &t.ink3, &t.bar}) *ink = board::faded(*ink, 0.38F);
        break;
    }
    return t;
}

Level level_of(CardLook const& look)
{
    // No shadows while zooming, as every pixel is redrawn.
    if (look.zoom == Zoom::moving && look.state != CardLook::State::dragged) return Level::flat;
    switch (look.state) {
    case CardLook::State::hovered: return Level::e2;
    case CardLook::State::dragged: return Level::e3;
    case CardLook::State::faded: return Level::flat;
    case CardLook::State::rest:
    case CardLook::State::paired:
    case CardLook::State::selected: break;
    }
    return look.detail == board::Detail::full || look.detail == board::Detail::compact
               ? Level::e1
               : Level::flat;
}

// While zooming, surfaces use a ladder of sizes, like fonts.
struct Sized {
    float scale = 1;   // scale for which the surface is made
    float stretch = 1; // and its enlargement
};

Sized sized(CardLook const& look)
{
    if (look.zoom == Zoom::resting) return {look.scale, 1};
    constexpr float usual = 100; // base of the ladder
    auto const made = board::ladder_size(look.scale * usual) / usual;
    return {made, look.scale / made};
}

// `chip`: its radius, board units.
void paint_number(Ui& ui, base::Vec2 centre, int number, float chip, Tints const& t,
                  CardLook const& look)
{
    std::array<char, 16> digits{};
    auto const length = std::snprintf(digits.data(), digits.size(), "%d", number);
    std::string_view text(digits.data(), static_cast<std::size_t>(std::max(length, 0)));
    bool const waits = look.numbered == CardLook::Numbered::waits;
    if (waits) text = "…";
    auto const k = look.scale;
    auto const made = sized(look);
    Skin coin{chip * made.scale, {0, 0, 0, 0}, t.ink};
    coin.border_width = std::max(1.0F, 1.5F * made.scale);
    draw_coin(ui, centre, coin, made.stretch);
    auto size = card_type::number.px * k * chip / chip_radius;
    if (text.size() > 2 && !waits) size *= text.size() == 3 ? 0.84F : 0.66F;
    if (size < unreadable_below) return;
    Letters const letters(ui, card_type::number.face, size, look.zoom);
    letters.draw({centre.x - letters.width(text) / 2, centre.y + 0.3636F * size}, t.ink, text);
}

// The letter of the room that it is of, in place of the icon of its origin.
void paint_room(Ui& ui, base::Rect const& box, CardLook const& look)
{
    auto const k = look.scale;
    auto const& c = ui.color();
    outline(ui, box, 6 * k, c.edge, std::max(1.0F, 1.5F * k));
    draw_icon_at(ui, {box.min.x + 15 * k, box.center().y}, 17 * k, c.ink2, icon::meeting_room);
    Letters const letters(ui, Face::semibold, 15 * k, look.zoom);
    std::string_view const letter(look.room.data());
    letters.draw(
        {box.min.x + (33 * k) - letters.width(letter) / 2, box.center().y + 0.3636F * 15 * k},
        c.ink, letter);
}

void paint_title(Ui& ui, CardText const& text, Type const& type, base::Vec2 at, float room,
                 board::Color ink, CardLook const& look)
{
    auto const k = look.scale;
    auto const size = type.px * text.shrink * k, line = type.line * text.shrink * k;
    auto const fits = static_cast<std::size_t>(std::max(1.0F, std::floor(room / line + 0.05F)));
    auto const count = std::min(text.lines.size(), fits);
    if (size < (look.zoom == Zoom::moving ? greeked_moving : greeked_below)) {
        for (std::size_t i = 0; i < count; ++i) {
            auto const y = whole(at.y + (static_cast<float>(i) + 0.3F) * line);
            auto const high = std::max(1.0F, std::round(line * 0.42F));
            fill(ui, {{at.x, y}, {at.x + text.lines[i].width * k, y + high}}, 0,
                 board::faded(ink, 0.35F));
        }
        return;
    }
    Letters const letters(ui, type.face, size, look.zoom);
    auto const base_y = letters.baseline(line);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& l = text.lines[i];
        std::string_view const part = std::string_view(text.text).substr(l.begin, l.end - l.begin);
        auto const y = at.y + static_cast<float>(i) * line + base_y;
        auto const end = letters.draw({at.x, y}, ink, part);
        if (i + 1 == count && count < text.lines.size()) letters.draw({end, y}, ink, "…");
    }
}

void paint_full(Ui& ui, CardTexts& texts, board::Card const& card, model::Case const& text,
                base::Rect const& box, Tints const& t, CardLook const& look)
{
    auto const k = look.scale;
    auto const left = box.min.x + board::card_padding_x * k;
    auto const right = box.max.x - board::card_padding_x * k;
    auto const middle = box.min.y + (board::card_padding_y + board::card_head / 2) * k;
    paint_number(ui, {left + chip_radius * k, middle}, card.number, chip_radius, t, look);
    bool const foreign = card.merged == 0 && look.room.front() != 0;
    auto const icon_size = (card.merged > 0 ? merged_width : foreign ? room_badge : 21) * k;
    if (foreign)
        paint_room(
            ui,
            {{right - icon_size, middle - room_high / 2 * k}, {right, middle + room_high / 2 * k}},
            look);
    else if (card.merged == 0)
        draw_icon_at(ui, {right - icon_size / 2, middle}, icon_size, t.ink3,
                     source_icon(text.origin));
    if (!text.domain.empty()) {
        auto const size = card_type::domain.px * k;
        Letters const letters(ui, card_type::domain.face, size, look.zoom);
        auto const x = left + (2 * chip_radius + 10) * k;
        auto const room = right - icon_size - 6 * k - x;
        std::string_view shown = text.domain;
        bool cut = false;
        while (!shown.empty() && letters.width(shown) + (cut ? size * 0.8F : 0) > room) {
            shown.remove_suffix(1);
            while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0x80U) != 0 &&
                   (static_cast<unsigned char>(shown.back()) & 0xC0U) != 0xC0U)
                shown.remove_suffix(1);
            if (!shown.empty() && static_cast<unsigned char>(shown.back()) >= 0xC0U)
                shown.remove_suffix(1); // removes an incomplete character
            cut = true;
        }
        auto const y = middle + 0.3636F * size;
        auto const end = letters.draw({x, y}, t.ink2, shown);
        if (cut) letters.draw({end, y}, t.ink2, "…");
    }
    auto const& title = texts.of(ui, card.id, text, board::Form::full);
    auto const top = (board::card_padding_y + board::card_head + board::card_head_gap) * k;
    paint_title(ui, title, card_type::title, {left, box.min.y + top}, title.height * k + 1, t.ink,
                look);
}

void paint_compact(Ui& ui, CardTexts& texts, board::Card const& card, model::Case const& text,
                   base::Rect const& box, Tints const& t, CardLook const& look)
{
    auto const k = look.scale;
    auto const& title = texts.of(ui, card.id, text, board::Form::compact);
    auto const room = box.height() - 12 * k;
    auto const line = card_type::compact.line * title.shrink * k;
    auto const high = std::min(title.height * k, std::floor(room / line) * line);
    auto const middle = box.center().y;
    paint_number(ui, {box.min.x + compact_chip_x * k, middle}, card.number, chip_radius, t, look);
    paint_title(ui, title, card_type::compact, {box.min.x + compact_text_x * k, middle - high / 2},
                high, t.ink, look);
}

// A full card at a smaller zoom: its number, and its title in large type.
void paint_label(Ui& ui, CardTexts& texts, board::Card const& card, model::Case const& text,
                 base::Rect const& box, Tints const& t, CardLook const& look)
{
    auto const k = look.scale;
    auto const left = box.min.x + board::card_padding_x * k;
    auto const middle = box.min.y + (board::card_padding_y + board::card_head / 2) * k;
    paint_number(ui, {left + chip_radius * k, middle}, card.number, chip_radius, t, look);
    auto const room = label_room(card);
    paint_title(ui, texts.label(ui, card.id, text, room), card_type::label,
                {left, box.min.y + label_top * k}, room * k, t.ink, look);
}

// A card at a very small zoom: a large number, and a bar for its text.
void paint_chip(Ui& ui, board::Card const& card, base::Rect const& box, Tints const& t,
                CardLook const& look)
{
    auto const k = look.scale;
    auto const y = box.center().y;
    auto const chip = std::min(far_chip, ui.px(far_chip_most) / k);
    auto const x = box.min.x + (12 + chip) * k;
    paint_number(ui, {x, y}, card.number, chip, t, look);
    auto const high = std::max(1.0F, std::round(7 * k));
    fill(ui,
         {{whole(x + (chip + 12) * k), whole(y) - high},
          {whole(box.max.x - 16 * k), whole(y) + high}},
         look.zoom == Zoom::moving ? 0 : high, t.bar); // round ends are expensive
}

void paint_tick(Ui& ui, base::Rect const& box)
{
    auto const size = ui.px(30);
    base::Vec2 const centre{box.max.x - size * 0.1F, box.min.y + size * 0.1F};
    disc(ui, centre, size / 2 + ui.px(2), ui.color().paper);
    disc(ui, centre, size / 2, ui.color().accent);
    draw_icon_at(ui, centre, size * 0.66F, ui.color().onaccent, icon::check);
}

// A line across a rounded box, clipped at its corners.
void paint_slash(Ui& ui, base::Rect const& box, float round, base::Vec2 from, base::Vec2 by,
                 board::Color color, float width)
{
    auto const inside = [&](float t) {
        auto const p = from + by * t;
        auto const dx = std::max({box.min.x + round - p.x, p.x - (box.max.x - round), 0.0F});
        auto const dy = std::max({box.min.y + round - p.y, p.y - (box.max.y - round), 0.0F});
        return std::hypot(dx, dy) <= round;
    };
    constexpr int steps = 48;
    int first = 0, last = steps;
    auto const at = [](int step) { return static_cast<float>(step) / steps; };
    while (first < last && !inside(at(first))) ++first;
    while (last > first && !inside(at(last))) --last;
    if (first < last) line(ui, from + by * at(first), from + by * at(last), color, width);
}

// The back of a card: shows neither text nor number.
void paint_back(Ui& ui, base::Rect const& box, float round, CardLook const& look)
{
    auto const& c = ui.color();
    auto const k = look.scale;
    auto const step = 60 * k, lean = box.height() / 1.73F; // 60 degrees
    auto const width = std::max(1.0F, 2 * k);
    for (auto x = box.min.x - lean + step * 0.3F; x < box.max.x; x += step)
        paint_slash(ui, box, round, {x, box.max.y}, {lean, -box.height()}, c.line2, width);
    auto const r = std::min(26 * k, box.height() * 0.3F);
    disc(ui, box.center(), r, c.card);
    ring(ui, box.center(), r, c.line2, std::max(1.0F, k));
    draw_icon_at(ui, box.center(), r * 1.15F, c.ink2, icon::visibility_off);
}

// « + 2 », the number of merged cases: in the head of a full card, on the edge of a compact one.
void paint_merged(Ui& ui, base::Rect const& box, board::Card const& card, CardLook const& look)
{
    auto const k = look.scale;
    bool const full = look.detail == board::Detail::full && card.form == board::Form::full;
    auto const text = "+" + std::string("\u00A0") + std::to_string(card.merged);
    Letters const letters(ui, Face::semibold, 17 * k, look.zoom);
    auto const wide = letters.width(text) + 22 * k, high = 30 * k;
    auto const right = box.max.x - (full ? board::card_padding_x - 4 : 14.0F) * k;
    auto const middle =
        full ? box.min.y + (board::card_padding_y + board::card_head / 2) * k : box.max.y;
    base::Rect const pill{{right - wide, middle - high / 2}, {right, middle + high / 2}};
    fill(ui, pill, high / 2, ui.color().sunken);
    if (!full) outline(ui, pill, high / 2, ui.color().line2, std::max(1.0F, 1.5F * k));
    letters.draw({pill.min.x + 11 * k, middle + 0.3636F * 17 * k}, ui.color().ink2, text);
}

} // namespace

float label_room(board::Card const& card) { return card.box.height() - label_top - label_foot; }

base::Rect card_box(board::Card const& card, base::Vec2 at, float scale)
{
    base::Vec2 const min{std::round(at.x), std::round(at.y)};
    return {min, min + base::Vec2{std::round(card.box.width() * scale),
                                  std::round(card.box.height() * scale)}};
}

board::Color block_color(Ui const& ui, CardLook::State state)
{
    switch (state) {
    case CardLook::State::selected:
    case CardLook::State::paired:
    case CardLook::State::dragged: return ui.color().accent;
    case CardLook::State::faded: return ui.color().line;
    case CardLook::State::rest:
    case CardLook::State::hovered: break;
    }
    return ui.color().line2;
}

void paint_card(Ui& ui, CardTexts& texts, board::Card const& card, model::Case const& text,
                base::Vec2 at, CardLook const& look)
{
    using board::Detail;
    auto k = look.scale;
    auto box = card_box(card, at, k);
    if (look.state == CardLook::State::hovered && look.detail == Detail::full)
        box.min.y -= ui.snap(2), box.max.y -= ui.snap(2);
    CardLook inner = look;
    if (look.state == CardLook::State::dragged) { // raised
        auto const size = box.max - box.min;
        base::Vec2 const more{std::round(size.x * 0.015F), std::round(size.y * 0.015F)};
        base::Vec2 const up{0, std::round(ui.px(6))};
        box = {box.min - more - up, box.max + more - up};
        inner.scale = k *= 1.03F;
    }
    auto t = tints_of(ui, look);
    if (look.face == CardLook::Face::down) t.fill = ui.color().sunken;
    auto const made = sized(inner);
    Skin skin{radius * made.scale * (card.form == board::Form::compact ? 0.85F : 1.0F), t.fill,
              t.border};
    if (look.state == CardLook::State::selected || look.state == CardLook::State::dragged ||
        look.state == CardLook::State::paired)
        skin.border_width = std::max(1.5F, ui.px(2.5F));
    // edges of the merged cards behind it
    for (int behind = std::min(card.merged, 2); behind > 0; --behind) {
        auto const by = std::round(static_cast<float>(behind) * 4 * k);
        draw_skin(ui, {{box.min.x + by, box.min.y + by}, {box.max.x + by, box.max.y + by}},
                  {skin.radius, t.fill, ui.color().line2}, made.stretch);
    }
    skin.level = level_of(look);
    // Square corners below this size while zooming, as they are expensive.
    constexpr float square_below = 5;
    if (look.zoom == Zoom::moving && skin.radius * made.stretch < ui.px(square_below)) {
        fill(ui, box, 0, skin.border);
        fill(ui, base::grown(box, -std::max(1.0F, std::round(skin.border_width))), 0, skin.fill);
    } else {
        draw_skin(ui, box, skin, made.stretch);
    }
    if (look.face == CardLook::Face::down) {
        paint_back(ui, box, skin.radius * made.stretch, inner);
        if (look.state == CardLook::State::selected) paint_tick(ui, box);
        return;
    }
    bool const full = card.form == board::Form::full;
    if (look.detail == Detail::chip)
        paint_chip(ui, card, box, t, inner);
    else if (look.detail == Detail::full && full)
        paint_full(ui, texts, card, text, box, t, inner);
    else if (full)
        paint_label(ui, texts, card, text, box, t, inner);
    else
        paint_compact(ui, texts, card, text, box, t, inner);
    if (card.merged > 0 && look.detail != Detail::chip) paint_merged(ui, box, card, inner);
    if (look.state == CardLook::State::selected && look.detail != Detail::chip) paint_tick(ui, box);
}

void paint_slot(Ui& ui, base::Rect const& box, float scale)
{
    fill(ui, box, radius * scale, ui.color().atint);
    dashed_outline(ui, box, radius * scale, ui.color().aline, ui.px(2), {ui.px(9), ui.px(7)});
}

void paint_frame(Ui& ui, board::Frame const& frame, std::string_view title, base::Rect const& box,
                 FrameLook const& look)
{
    auto const& c = ui.color();
    auto const k = look.scale;
    auto const round = 24 * k;
    if (look.state == FrameLook::State::target) {
        fill(ui, box, round, c.atint);
        dashed_outline(ui, box, round, c.accent, ui.px(2), {ui.px(9), ui.px(7)});
    } else {
        CardLook const size{CardLook::State::rest, look.detail, look.zoom, k};
        auto const made = sized(size);
        Skin skin{24 * made.scale, c.panel, c.line2, std::max(1.0F, ui.px(1.5F))};
        if (look.state == FrameLook::State::hovered) skin.border = c.edge;
        if (look.state == FrameLook::State::selected) {
            skin.border = c.accent;
            skin.border_width = std::max(1.5F, ui.px(2.5F));
        }
        base::Rect const whole_box{{std::round(box.min.x), std::round(box.min.y)},
                                   {std::round(box.max.x), std::round(box.max.y)}};
        draw_skin(ui, whole_box, skin, made.stretch);
    }
    if (look.detail == board::Detail::block) return;

    auto const middle = box.min.y + (board::frame_head / 2 + 2) * k;
    auto const count = std::to_string(frame.cards);
    Letters const small(ui, Face::medium, 20 * k, look.zoom);
    auto const wide = small.width(count) + 26 * k, high = 36 * k;
    auto const pill_right = box.max.x - (board::frame_padding + 40) * k;
    base::Rect const pill{{pill_right - wide, middle - high / 2}, {pill_right, middle + high / 2}};
    fill(ui, pill, high / 2, c.sunken);
    small.draw({pill.min.x + 13 * k, middle + 0.3636F * 20 * k}, c.ink2, count);

    auto const tag = paint_frame_tag(ui, {box.min.x + board::frame_padding * k, middle},
                                     frame.number, k, look.zoom);
    if (look.title == FrameLook::Title::hidden) return;
    auto const size = card_type::frame.px * k;
    Letters const letters(ui, card_type::frame.face, size, look.zoom);
    auto const untitled = ui.tr("group.untitled");
    auto const left = box.min.x + board::frame_padding * k + tag + 10 * k;
    ui.list->PushClipRect({left, box.min.y}, {pill.min.x - 8 * k, box.max.y}, true);
    letters.draw({left, middle + 0.3636F * size}, title.empty() ? c.ink3 : c.ink,
                 title.empty() ? std::string_view(untitled) : title);
    ui.list->PopClipRect();
}

void paint_ground(Ui& ui, base::Rect const& area, base::Vec2 origin, float zoom, float density,
                  Zoom moving)
{
    fill(ui, area, 0, ui.color().paper);
    if (zoom < 0.3F || moving == Zoom::moving) return;
    auto const step = grid_step * zoom * density * (zoom < 0.6F ? 2.0F : 1.0F);
    dot_grid(ui, area, origin, step, grid_dot * density * std::min(1.0F, std::max(zoom, 0.7F)),
             ui.color().dot);
}

} // namespace ui
