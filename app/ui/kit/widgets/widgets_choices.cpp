#include "ui/kit/ui_state.h"
#include "ui/kit/widgets.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace ui {
namespace {

using base::Rect;
using base::Vec2;
using board::Color;

void draw_toggle(Ui& ui, std::string_view id, Rect const& track, bool on, Touch const& touched,
                 Enabled enabled)
{
    auto const& c = ui.color();
    auto const alpha = enabled == Enabled::yes ? 1.0F : disabled_alpha;
    auto const along = follow(ui, std::string{id} + "/knob", on ? 1.0F : 0.0F, span_ms::popover);
    auto const half = track.height() / 2;
    auto ground = board::mixed(c.edge, c.accent, along);
    if (touched.hovered) ground = board::mixed(ground, c.ink, touched.held ? 0.08F : 0.04F);
    fill(ui, track, half, board::faded(ground, alpha));
    Vec2 const knob{track.min.x + half + along * (track.width() - 2 * half), track.center().y};
    disc(ui, knob, ui.px(12), on ? c.onaccent : c.knob);
    if (on) draw_icon_at(ui, knob, ui.px(18), board::faded(c.accent, alpha * along), icon::check);
    if (touched.focused) focus_ring(ui, track, half);
}

Rect toggle_track(Ui const& ui, Vec2 at)
{
    return {at, {at.x + std::round(ui.px(54)), at.y + std::round(ui.px(32))}};
}

float to_step(float value, SliderRange const& range)
{
    if (range.step > 0)
        value = range.least + std::round((value - range.least) / range.step) * range.step;
    return std::clamp(value, range.least, range.most);
}

// Steps by the arrow keys while the slider has the focus.
int key_steps()
{
    int steps = 0;
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow)) ++steps;
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow) || ImGui::IsKeyPressed(ImGuiKey_DownArrow)) --steps;
    return ImGui::GetIO().KeyShift ? steps * 5 : steps;
}

} // namespace

bool toggle(Ui& ui, std::string_view id, Vec2 at, std::string_view label, bool& on, Enabled enabled)
{
    auto const track = toggle_track(ui, at);
    auto const touched = touch(ui, id, track, label, enabled);
    if (touched.clicked) on = !on;
    probe_on(ui, id, on ? On::yes : On::no);
    draw_toggle(ui, id, track, on, touched, enabled);
    return touched.clicked;
}

bool toggle_row(Ui& ui, std::string_view id, Rect const& box, std::string_view label, bool& on,
                Enabled enabled)
{
    auto const touched = touch(ui, id, box, label, enabled);
    if (touched.clicked) on = !on;
    probe_on(ui, id, on ? On::yes : On::no);
    auto const track = toggle_track(
        ui, {box.max.x - std::round(ui.px(54)), std::round(box.center().y - ui.px(16))});
    auto const color =
        enabled == Enabled::yes ? ui.color().ink : board::faded(ui.color().ink, disabled_alpha);
    draw_text_in(ui, {box.min, {track.min.x - ui.px(8), box.max.y}}, type::label, color, label);
    draw_toggle(ui, id, track, on, touched, enabled);
    return touched.clicked;
}

Slide slider(Ui& ui, std::string_view id, Rect const& box, std::string_view label, float& value,
             SliderRange const& range, Enabled enabled)
{
    auto const touched = touch(ui, id, box, label, enabled, Role::slider);
    auto const inset = ui.px(6.5F);
    auto const left = box.min.x + inset, run = box.width() - 2 * inset;
    auto const span = range.most - range.least;
    auto const before = value;
    auto answer = Slide::none;
    if (touched.double_clicked) {
        value = std::clamp(range.neutral, range.least, range.most);
        answer = Slide::done;
    } else if (touched.held && (touched.dragged || touched.pressed) && run > 0) {
        value = to_step(range.least + (ui.mouse.x - left) / run * span, range);
        answer = value != before ? Slide::moving : Slide::none;
    } else if (touched.released) {
        answer = Slide::done;
    }
    if (touched.focused)
        if (auto const steps = key_steps(); steps != 0) {
            value = to_step(value + static_cast<float>(steps) * range.step, range);
            answer = value != before ? Slide::done : Slide::none;
        }
    probe_value(ui, id, fmt::format("{:g}", std::round(value * 1000) / 1000));

    auto const& c = ui.color();
    auto const shown = [&](Color color) {
        return enabled == Enabled::yes ? color : board::faded(color, disabled_alpha);
    };
    auto const y = std::round(box.center().y), half = ui.px(2.5F);
    auto const at = [&](float v) { return left + (span > 0 ? (v - range.least) / span : 0) * run; };
    auto const thumb = at(value);
    fill(ui, {{box.min.x, y - half}, {box.max.x, y + half}}, half, shown(c.line2));
    fill(ui, {{box.min.x, y - half}, {thumb, y + half}}, half, shown(c.accent));
    if (range.tick == SliderRange::Tick::shown) {
        auto const x = std::round(at(range.neutral)), w = ui.snap(2);
        fill(ui, {{x - w / 2, y - ui.px(8)}, {x + w / 2, y + ui.px(8)}}, 0,
             shown(board::faded(c.ink3, 0.8F)));
    }
    auto const grow = follow(ui, std::string{id} + "/thumb",
                             touched.hovered || touched.held ? 1 : 0, span_ms::hover, Ease::linear);
    auto const r = ui.px(10.5F + 1.5F * grow);
    disc(ui, {thumb, y}, r + ui.px(1.5F), enabled == Enabled::yes ? c.accent : c.line2);
    disc(ui, {thumb, y}, r - ui.px(1.5F), c.card);
    if (touched.focused)
        focus_ring(ui, base::grown({{thumb, y}, {thumb, y}}, r + ui.px(1.5F)), r + ui.px(1.5F));
    return answer;
}

bool segmented(Ui& ui, std::string_view id, Rect const& box,
               std::span<std::string_view const> labels, std::size_t& chosen, Enabled enabled)
{
    auto const& c = ui.color();
    auto const radius = ui.px(10);
    auto const before = chosen;
    fill(ui, box, radius, c.card);
    auto const width = box.width() / static_cast<float>(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Rect const part{{std::round(box.min.x + static_cast<float>(i) * width), box.min.y},
                        {std::round(box.min.x + static_cast<float>(i + 1) * width), box.max.y}};
        auto const part_id = fmt::format("{}.{}", id, i);
        auto const touched = touch(ui, part_id, part, labels[i], enabled);
        if (touched.clicked) chosen = i;
        bool const on = i == chosen;
        probe_on(ui, part_id, on ? On::yes : On::no);
        auto const corners = i == 0                   ? Corners::left
                             : i + 1 == labels.size() ? Corners::right
                                                      : Corners::none;
        if (on)
            fill(ui, part, radius, c.ink, corners);
        else if (touched.hovered)
            fill(ui, part, radius, board::faded(c.ink, 0.05F), corners);
        Type const face{on ? Face::semibold : Face::medium, 16, 20};
        auto const color = on ? c.paper : c.ink2;
        draw_text_in(ui, part, face,
                     enabled == Enabled::yes ? color : board::faded(color, disabled_alpha),
                     labels[i], Align::centre);
        if (touched.focused) focus_ring(ui, part, radius);
    }
    outline(ui, box, radius, c.line2, ui.snap(1.5F));
    return chosen != before;
}

bool choice_card(Ui& ui, std::string_view id, Rect const& box, std::string_view title,
                 std::string_view text, On chosen, Enabled enabled)
{
    auto const touched = touch(ui, id, box, title, enabled);
    probe_on(ui, id, chosen);
    auto const& c = ui.color();
    bool const on = chosen == On::yes;
    auto const shown = [&](Color color) {
        return enabled == Enabled::yes ? color : board::faded(color, disabled_alpha);
    };
    auto const radius = ui.px(14);
    auto const ground = on ? c.atint : c.card;
    fill(ui, box, radius, touched.hovered && !on ? board::mixed(ground, c.ink, 0.04F) : ground);
    outline(ui, box, radius, on ? c.accent : c.line2, on ? ui.snap(2.5F) : ui.snap(1.5F));
    if (touched.focused) focus_ring(ui, box, radius);
    auto const pad = ui.px(16), r = ui.px(11);
    auto const x = box.min.x + pad + 2 * r + ui.px(12), room = box.max.x - pad - x;
    auto const title_h = line_height(ui, type::strong);
    auto const text_h =
        text.empty() ? 0 : paragraph_height(ui, type::legend, text, room) + ui.px(2);
    auto const top = std::round(box.center().y - (title_h + text_h) / 2);
    Vec2 const mark{box.min.x + pad + r, top + title_h / 2};
    ring(ui, mark, r - ui.px(1), shown(on ? c.accent : c.edge), ui.px(2));
    if (on) disc(ui, mark, ui.px(6), shown(c.accent));
    draw_text_in(ui, {{x, top}, {x + room, top + title_h}}, type::strong, shown(c.ink), title);
    if (!text.empty())
        draw_paragraph(ui, {x, top + title_h + ui.px(2)}, room, type::legend, shown(c.ink2), text);
    return touched.clicked;
}

bool number_stepper(Ui& ui, std::string_view id, Rect const& box, std::string_view label,
                    int& value, int least, int most, Enabled enabled, std::string_view unsaid)
{
    auto const before = value;
    auto const side = box.height();
    bool const number = value != 0 || unsaid.empty();
    auto const text = number ? std::to_string(value) : std::string(unsaid);
    auto const& c = ui.color();
    std::string const name{id};
    auto const with = [&](bool room) {
        return enabled == Enabled::yes && room ? Enabled::yes : Enabled::no;
    };
    auto const step_of = [&](std::string_view end, Rect const& at, unsigned sign, Enabled can) {
        auto const part = name + std::string{end};
        auto const touched = touch(ui, part, at, label, can);
        auto const ground =
            touched.hovered ? board::mixed(c.card, c.ink, touched.held ? 0.08F : 0.04F) : c.card;
        fill(ui, at, ui.px(12), ground);
        outline(ui, at, ui.px(12), c.line2, ui.snap(1.5F));
        if (touched.focused) focus_ring(ui, at, ui.px(12));
        draw_icon_at(ui, at.center(), ui.px(24),
                     can == Enabled::yes ? c.ink : board::faded(c.ink, disabled_alpha), sign);
        return touched.clicked;
    };
    if (step_of(".minus", {box.min, {box.min.x + side, box.max.y}}, icon::remove,
                with(value > least)))
        --value;
    auto const value_color = enabled == Enabled::yes ? c.ink : board::faded(c.ink, disabled_alpha);
    draw_text_in(ui, box, number ? Type{Face::semibold, 22, 28} : type::label, value_color, text,
                 Align::centre);
    if (step_of(".plus", {{box.max.x - side, box.min.y}, box.max}, icon::add, with(value < most)))
        ++value;
    probe_value(ui, name + ".plus", value != before || number ? std::to_string(value) : text);
    return value != before;
}

} // namespace ui
