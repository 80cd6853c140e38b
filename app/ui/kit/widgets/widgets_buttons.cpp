#include "ui/kit/ui_state.h"
#include "ui/kit/widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ui {
namespace {

using base::Rect;
using board::Color;

constexpr float main_height = 56;  // at least: a main button
constexpr float small_height = 46; // at most: a small button
constexpr double tooltip_after_s = 0.5;

struct Measures {
    Type type;
    float icon = 0, gap = 0, pad = 0; // design pixels
};

Measures measures_of(float height)
{
    if (height >= main_height) return {{Face::semibold, 20, 26}, 26, 10, 26};
    if (height <= small_height) return {type::strong, 20, 8, 14};
    return {type::strong, 24, 10, 20};
}

struct Paint {
    Color fill, border, text;
};

Paint paint_of(Ui const& ui, Rank rank)
{
    auto const& c = ui.color();
    constexpr Color none{0, 0, 0, 0};
    switch (rank) {
    case Rank::primary: return {c.accent, none, c.onaccent};
    case Rank::secondary: return {c.card, c.line2, c.ink};
    case Rank::quiet: return {none, none, c.ink2};
    case Rank::tinted: return {c.atint, c.aline, c.accent};
    case Rank::warning: return {c.warntint, c.warnline, c.warn};
    case Rank::danger: return {c.risktint, c.riskline, c.risk};
    }
    return {none, none, c.ink};
}

// The opacity of ink over a fill: 4 % hovered, 8 % pressed, animated.
float ink_share(Ui& ui, std::string_view id, Touch const& touch)
{
    auto const target = touch.held && touch.hovered ? 0.08F : touch.hovered ? 0.04F : 0.0F;
    return follow(ui, std::string{id} + "/ink", target, span_ms::hover, Ease::linear);
}

Color inked(Ui const& ui, Color fill, float share)
{
    if (fill.a == 0) return board::faded(ui.color().ink, share * 1.6F);
    return board::mixed(fill, ui.color().ink, share);
}

Paint drawn_ground(Ui& ui, std::string_view id, Rect const& box, Rank rank, float radius,
                   Touch const& touch, Enabled enabled)
{
    auto paint = paint_of(ui, rank);
    auto fill_color = inked(ui, paint.fill, enabled == Enabled::yes ? ink_share(ui, id, touch) : 0);
    if (enabled == Enabled::no) {
        paint.text =
            board::faded(rank == Rank::primary ? ui.color().ink : paint.text, disabled_alpha);
        if (rank == Rank::primary)
            fill_color = ui.color().line;
        else
            fill_color = board::faded(fill_color, 0.6F);
    }
    if (fill_color.a != 0) fill(ui, box, radius, fill_color);
    if (paint.border.a != 0)
        outline(ui, box, radius,
                enabled == Enabled::yes ? paint.border : board::faded(paint.border, disabled_alpha),
                ui.snap(1.5F));
    if (touch.focused) focus_ring(ui, box, radius);
    return paint;
}

// Breaks a name into two lines of similar length.
std::string in_two(Ui const& ui, Type type, std::string_view name)
{
    std::string lines{name};
    auto best = std::string::npos;
    float narrowest = text_width(ui, type, name);
    for (auto at = pictures::word_end(name, 0); at < name.size();
         at = pictures::word_end(name, at + 1)) {
        auto const width = std::max(text_width(ui, type, name.substr(0, at)),
                                    text_width(ui, type, name.substr(at + 1)));
        if (width < narrowest) narrowest = width, best = at;
    }
    if (best != std::string::npos) lines[best] = '\n';
    return lines;
}

float widest_line(Ui const& ui, Type type, std::string_view lines)
{
    auto const feed = std::min(lines.find('\n'), lines.size());
    auto const rest = feed < lines.size() ? lines.substr(feed + 1) : std::string_view{};
    return std::max(text_width(ui, type, lines.substr(0, feed)), text_width(ui, type, rest));
}

} // namespace

void focus_ring(Ui& ui, Rect const& box, float radius)
{
    auto const width = ui.snap(3), gap = ui.snap(2);
    outline(ui, base::grown(box, gap + width), radius + gap + width, ui.color().accent, width);
}

float button_width(Ui const& ui, std::string_view text, ButtonLook const& look, float height)
{
    auto const m = measures_of(height);
    auto width = text_width(ui, m.type, text) + ui.px(2 * m.pad);
    if (look.icon != 0) width += ui.px(m.icon + m.gap);
    if (look.icon_right != 0) width += ui.px(m.icon + m.gap);
    if (!look.key.empty()) width += key_width(ui, look.key) + ui.px(m.gap);
    return std::round(width);
}

bool button(Ui& ui, std::string_view id, Rect const& box, std::string_view text,
            ButtonLook const& look, Enabled enabled)
{
    auto const touched = touch(ui, id, box, text, enabled);
    auto const m = measures_of(box.height() / ui.scale);
    auto const paint = drawn_ground(ui, id, box, look.rank, ui.px(look.radius), touched, enabled);
    auto const icon = std::round(ui.px(m.icon)), gap = ui.px(m.gap);
    auto const text_w = text_width(ui, m.type, text);
    auto width = text_w;
    if (look.icon != 0) width += icon + gap;
    if (look.icon_right != 0) width += icon + gap;
    auto right = box.max.x;
    if (!look.key.empty()) {
        auto const key = key_width(ui, look.key);
        right -= key + ui.px(m.pad);
        draw_key(ui, {right, box.center().y}, look.key);
    }
    auto const most = right - box.min.x - ui.px(8);
    auto const inside = std::min(width, most);
    auto x = box.min.x + ui.px(m.pad);
    if (look.align == Align::centre) x = box.min.x + (right - box.min.x - inside) / 2;
    if (look.align == Align::right) x = right - ui.px(m.pad) - inside;
    auto const middle = box.center().y;
    if (look.icon != 0) {
        draw_icon_at(ui, {x + icon / 2, middle}, icon, paint.text, look.icon);
        x += icon + gap;
    }
    auto const room = text_w - (width - inside);
    draw_text_in(ui, {{x, box.min.y}, {x + room, box.max.y}}, m.type, paint.text, text);
    if (look.icon_right != 0)
        draw_icon_at(ui, {x + room + gap + icon / 2, middle}, icon, paint.text, look.icon_right);
    return touched.clicked;
}

bool icon_button(Ui& ui, std::string_view id, Rect const& box, unsigned icon,
                 std::string_view label, Rank rank, Enabled enabled)
{
    auto const touched = touch(ui, id, box, label, enabled);
    auto paint = drawn_ground(ui, id, box, rank, ui.px(12), touched, enabled);
    auto const size = std::min(ui.px(24), box.height() * 0.62F);
    draw_icon_at(ui, box.center(), size, paint.text, icon);
    if (touched.focused || touched.hovered) {
        auto const left = tooltip_after_s - (ui.now_s - ui.state->hovered_since_s);
        if (left <= 0 || touched.focused)
            tooltip(ui, box, label);
        else
            ui.keep_drawing(left + 0.05);
    }
    return touched.clicked;
}

bool rail_item(Ui& ui, std::string_view id, Rect const& box, unsigned icon, std::string_view label,
               On selected, Enabled enabled)
{
    auto const touched = touch(ui, id, box, label, enabled);
    probe_on(ui, id, selected);
    auto const& c = ui.color();
    bool const on = selected == On::yes;
    auto const radius = ui.px(14);
    auto const ground = on ? c.atint : Color{0, 0, 0, 0};
    auto const share = enabled == Enabled::yes ? ink_share(ui, id, touched) : 0;
    fill(ui, box, radius, inked(ui, ground, share));
    if (touched.focused) focus_ring(ui, box, radius);
    auto const color = enabled == Enabled::no ? board::faded(c.ink2, disabled_alpha)
                       : on                   ? c.accent
                                              : c.ink2;
    draw_icon_at(ui, {box.center().x, box.min.y + std::round(ui.px(24))}, ui.px(28), color, icon);
    auto const face = on ? Type{Face::semibold, 15, 18} : type::rail;
    auto const top = box.min.y + std::round(ui.px(40));
    draw_text_in(ui, {{box.min.x, top}, {box.max.x, top + line_height(ui, face)}}, face, color,
                 label, Align::centre);
    return touched.clicked;
}

float step_width(Ui const& ui, std::string_view label, StepState state)
{
    auto const face = state == StepState::current ? type::step_on : type::step;
    return std::round(text_width(ui, face, label) + ui.px(64));
}

bool step(Ui& ui, std::string_view id, base::Vec2 at, int number, std::string_view label,
          StepState state, Enabled enabled)
{
    auto const height = std::round(ui.px(44)), half = height / 2;
    Rect const box{at, {at.x + step_width(ui, label, state), at.y + height}};
    auto const touched = touch(ui, id, box, label, enabled);
    probe_on(ui, id, state == StepState::current ? On::yes : On::no);
    auto const& c = ui.color();
    bool const current = state == StepState::current;
    auto const ground = current ? c.accent : Color{0, 0, 0, 0};
    fill(ui, box, half,
         inked(ui, ground, enabled == Enabled::yes ? ink_share(ui, id, touched) : 0));
    if (touched.focused) focus_ring(ui, box, half);
    base::Vec2 const centre{at.x + ui.px(7) + ui.px(15), at.y + half};
    auto const r = ui.px(15);
    bool const done = state == StepState::done;
    if (current || done)
        disc(ui, centre, r, current ? c.onaccent : c.card);
    else
        ring(ui, centre, r - 0.5F, c.line2, ui.snap(1.5F));
    auto const color = current ? c.onaccent : done ? c.ink : c.ink3;
    if (done) {
        draw_icon_at(ui, centre, ui.px(20), c.ink, 0xE5CA);
    } else {
        constexpr Type face{Face::semibold, 18, 24};
        Rect const disc_box = base::grown({centre, centre}, r);
        draw_text_in(ui, disc_box, face, current ? c.accent : c.ink3, std::to_string(number),
                     Align::centre);
    }
    Rect const text{{at.x + ui.px(46), box.min.y}, box.max};
    draw_text_in(ui, text, current ? type::step_on : type::step, color, label);
    return touched.clicked;
}

bool axis_tab(Ui& ui, std::string_view id, Rect const& box, int place, std::string_view name,
              On selected, Complete complete)
{
    auto const touched = touch(ui, id, box, name, Enabled::yes);
    bool const on = selected == On::yes;
    probe_on(ui, id, selected);
    auto const& c = ui.color();
    fill(ui, box, 0, inked(ui, on ? c.paper : c.panel, ink_share(ui, id, touched)));
    hairline_v(ui, box.max.x - 1, box.min.y, box.max.y, c.line);
    if (on)
        fill(ui, {box.min, {box.max.x, box.min.y + std::round(ui.px(5))}}, 0,
             c.ax.at(hue_of(place)));
    else
        hairline_h(ui, box.min.x, box.max.x, box.max.y - 1, c.line);
    auto const badge = std::round(ui.px(40)),
               middle = std::round(box.min.y + (box.height() - 1) / 2);
    bool const narrow = box.width() < ui.px(210);
    auto const pad = std::round(ui.px(narrow ? 10 : 18));
    draw_axis_badge(ui, {box.min.x + pad, middle - badge / 2}, badge, place);
    auto x = box.min.x + pad + badge + std::round(ui.px(narrow ? 8 : 12));
    auto right = box.max.x - ui.px(8);
    if (complete == Complete::yes && !on) {
        draw_icon_at(ui, {box.max.x - ui.px(20), middle}, ui.px(20), c.ink2, 0xE5CA);
        right = box.max.x - ui.px(26);
    }
    Type face{on ? Face::semibold : Face::medium, 18, 22};
    auto const lines = in_two(ui, face, name);
    // A smaller font if needed, in whole pixels: rounding up would not fit.
    auto const smaller =
        std::floor(std::round(ui.px(face.px)) * (right - x) / (widest_line(ui, face, lines) + 1)) /
        ui.scale;
    face.px = std::clamp(smaller, 13.0F, face.px);
    auto const height = paragraph_height(ui, face, lines, right - x, 3);
    draw_paragraph(ui, {x, std::round(middle - height / 2)}, right - x, face, on ? c.ink : c.ink2,
                   lines, 3);
    if (touched.focused) focus_ring(ui, base::grown(box, -ui.px(6)), ui.px(8));
    return touched.clicked;
}

} // namespace ui
