#include "ui/kit/ask.h"
#include "ui/kit/ui_state.h"
#include "ui/kit/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace ui {
namespace {

using base::Rect;
using base::Vec2;

constexpr float menu_item_height = 44, menu_rule_height = 13, menu_pad = 8;

float height_of(MenuItem const& item)
{
    return item.kind == MenuItem::Kind::rule ? menu_rule_height : menu_item_height;
}

// Below `anchor` if it fits, else above; on the screen.
Rect hung(Ui const& ui, Rect const& anchor, Vec2 size, Align align)
{
    auto const gap = std::round(ui.px(8)), margin = ui.px(8);
    auto x = anchor.min.x;
    if (align == Align::right) x = anchor.max.x - size.x;
    if (align == Align::centre) x = anchor.center().x - size.x / 2;
    x = std::clamp(x, margin, std::max(margin, ui.size.x - size.x - margin));
    auto y = anchor.max.y + gap;
    if (y + size.y > ui.size.y - margin) y = anchor.min.y - gap - size.y;
    y = std::clamp(y, margin, std::max(margin, ui.size.y - size.y - margin));
    Vec2 const at{std::round(x), std::round(y)};
    return {at, at + size};
}

// Escape, or a press outside `box`.
bool pressed_away(Ui& ui, std::string_view id, Rect const& box)
{
    auto const away =
        touch(ui, std::string{id} + ".away", ui.screen(), {}, Enabled::yes, Role::area);
    touch(ui, std::string{id} + ".ground", box, {}, Enabled::yes, Role::area);
    return away.pressed || away.right_clicked || shortcut(ui, ImGuiKey_Escape);
}

// Moves through the items of a menu by arrow keys.
void walk_items(Ui& ui, std::span<MenuItem const> items)
{
    int const by = shortcut(ui, ImGuiKey_DownArrow, Repeat::yes) ? 1
                   : shortcut(ui, ImGuiKey_UpArrow, Repeat::yes) ? -1
                                                                 : 0;
    if (by == 0) return;
    std::vector<std::string_view> stops;
    for (auto const& item : items)
        if (item.enabled == Enabled::yes && item.kind != MenuItem::Kind::rule &&
            item.kind != MenuItem::Kind::heading)
            stops.push_back(item.id);
    if (stops.empty()) return;
    auto const now = std::find(stops.begin(), stops.end(), focused_id(ui));
    auto const count = static_cast<std::ptrdiff_t>(stops.size());
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (now != stops.end()) next = (now - stops.begin() + by + count) % count;
    focus(ui, stops[static_cast<std::size_t>(next)]);
}

bool menu_row(Ui& ui, MenuItem const& item, Rect const& row)
{
    auto const& c = ui.color();
    if (item.kind == MenuItem::Kind::rule) {
        hairline_h(ui, row.min.x, row.max.x, row.center().y, c.line);
        return false;
    }
    auto const pad = ui.px(12);
    if (item.kind == MenuItem::Kind::heading) {
        draw_text_in(ui, {{row.min.x + pad, row.min.y}, row.max}, type::meta, c.ink3, item.label);
        return false;
    }
    auto const touched = touch(ui, item.id, row, item.label, item.enabled);
    bool const chosen = item.kind == MenuItem::Kind::chosen;
    probe_on(ui, item.id, chosen ? On::yes : On::no);
    if (touched.hovered && item.enabled == Enabled::yes)
        fill(ui, row, ui.px(10), board::faded(c.ink, 0.05F));
    if (touched.focused) fill(ui, row, ui.px(10), c.atint);
    if (touched.focused) outline(ui, row, ui.px(10), c.accent, ui.snap(2));
    auto const color = item.enabled == Enabled::yes ? c.ink : board::faded(c.ink, 0.38F);
    auto x = row.min.x + pad;
    auto const icon = chosen ? icon::check : item.icon;
    if (icon != 0)
        draw_icon_at(ui, {x + ui.px(11), row.center().y}, ui.px(22),
                     board::faded(c.ink2, static_cast<float>(color.a) / 255.0F), icon);
    x += ui.px(34);
    auto right = row.max.x - pad;
    if (!item.key.empty()) {
        right -= key_width(ui, item.key);
        draw_key(ui, {right, row.center().y}, item.key);
        right -= ui.px(8);
    }
    draw_text_in(ui, {{x, row.min.y}, {right, row.max.y}}, type::label, color, item.label);
    return touched.clicked;
}

Vec2 menu_size(Ui const& ui, std::span<MenuItem const> items)
{
    float width = ui.px(200), height = ui.px(2 * menu_pad);
    for (auto const& item : items) {
        auto row = text_width(ui, type::label, item.label) + ui.px(2 * menu_pad + 34 + 24);
        if (!item.key.empty()) row += key_width(ui, item.key) + ui.px(24);
        width = std::max(width, row);
        height += std::round(ui.px(height_of(item)));
    }
    return {std::min(std::ceil(width) + 1, std::round(ui.size.x - ui.px(16))), std::round(height)};
}

void floating(Ui& ui, Rect const& box, float radius)
{
    draw_surface(ui, box, {ui.px(radius), ui.color().card, ui.color().line, ui.snap(1), Level::e2});
}

} // namespace

MenuAnswer menu(Ui& ui, std::string_view id, Rect const& anchor, std::span<MenuItem const> items,
                Align align)
{
    Layer const layer(ui, id);
    auto const box = hung(ui, anchor, menu_size(ui, items), align);
    MenuAnswer answer;
    answer.closed = pressed_away(ui, id, box);
    walk_items(ui, items);
    floating(ui, box, 14);
    auto const pad = std::round(ui.px(menu_pad));
    auto y = box.min.y + pad;
    for (auto const& item : items) {
        auto const height = std::round(ui.px(height_of(item)));
        if (menu_row(ui, item, {{box.min.x + pad, y}, {box.max.x - pad, y + height}})) {
            answer.id = item.id;
            answer.closed = true;
        }
        y += height;
    }
    return answer;
}

Popover::Popover(Ui& ui, std::string_view id, Rect const& anchor, Vec2 size, Align align)
    : layer_(ui, id)
{
    auto const box = hung(ui, anchor, size, align);
    closed_ = pressed_away(ui, id, box);
    floating(ui, box, 16);
    content_ = base::grown(box, -std::round(ui.px(16)));
}

namespace {

// Of a dialog, in design pixels: margin, above the title, title row, below it, above the buttons,
// buttons.
constexpr float dialog_pad = 28, dialog_top = 20, dialog_head = 44, dialog_under = 12,
                dialog_above_foot = 16, dialog_foot = 48;

} // namespace

float dialog_inside(Ui const& ui, float design_width)
{
    auto const width = std::min(ui.px(design_width), ui.size.x - 2 * ui.px(24));
    return width - 2 * std::round(ui.px(dialog_pad));
}

base::Vec2 dialog_around(Ui const& ui, float design_width, float body_height)
{
    constexpr float rest =
        dialog_top + dialog_head + dialog_under + dialog_above_foot + dialog_foot + dialog_pad;
    return {ui.px(design_width), std::ceil(body_height + ui.px(rest) + 3)};
}

Dialog::Dialog(Ui& ui, std::string_view id, Vec2 size, std::string_view title)
    : layer_(ui, id)
{
    auto const& c = ui.color();
    auto const margin = ui.px(24);
    size = {std::round(std::min(size.x, ui.size.x - 2 * margin)),
            std::round(std::min(size.y, ui.size.y - 2 * margin))};
    Vec2 const at{std::round((ui.size.x - size.x) / 2), std::round((ui.size.y - size.y) / 2)};
    Rect const box{at, at + size};
    std::string const name{id};
    touch(ui, name + ".veil", ui.screen(), {}, Enabled::yes, Role::area);
    fill(ui, ui.screen(), 0, board::faded(c.shadow, 0.42F));
    touch(ui, name, box, title, Enabled::yes, Role::area);
    draw_surface(ui, box, {ui.px(20), c.card, c.line, ui.snap(1), Level::e3});
    auto const pad = std::round(ui.px(dialog_pad)), close = std::round(ui.px(dialog_head));
    auto const head = at.y + std::round(ui.px(dialog_top));
    draw_text_in(ui, {{at.x + pad, head}, {box.max.x - pad - close, head + close}}, type::h2, c.ink,
                 title);
    Rect const cross{{box.max.x - ui.px(20) - close, head}, {box.max.x - ui.px(20), head + close}};
    footer_ = {{at.x + pad, box.max.y - pad - std::round(ui.px(dialog_foot))},
               {box.max.x - pad, box.max.y - pad}};
    body_ = {{at.x + pad, head + close + std::round(ui.px(dialog_under))},
             {box.max.x - pad, footer_.min.y - std::round(ui.px(dialog_above_foot))}};
    dismissed_ = icon_button(ui, name + ".close", cross, icon::close, ui.tr("action.close"));
    if (shortcut(ui, ImGuiKey_Escape)) dismissed_ = true;
}

bool confirmed(Ui& ui, Enabled enabled)
{
    return enabled == Enabled::yes &&
           (shortcut(ui, ImGuiKey_Enter) || shortcut(ui, ImGuiMod_Ctrl | ImGuiKey_Enter));
}

void tooltip(Ui& ui, Rect const& anchor, std::string_view text)
{
    if (text.empty()) return;
    auto* const below = std::exchange(ui.list, ImGui::GetForegroundDrawList());
    auto const room = std::min(ui.px(360), ui.size.x - ui.px(48));
    auto const natural = text_width(ui, type::legend, text);
    auto const width = std::min(natural + 1, room);
    auto const height = paragraph_height(ui, type::legend, text, width);
    Vec2 const pad{std::round(ui.px(12)), std::round(ui.px(8))};
    auto const box =
        hung(ui, anchor, {std::round(width) + 2 * pad.x, height + 2 * pad.y}, Align::centre);
    floating(ui, box, 10);
    draw_paragraph(ui, box.min + pad, width, type::legend, ui.color().ink, text);
    ui.list = below;
}

namespace {

float notice_room(Ui const& ui, float width) { return width - ui.px(16 + 24 + 12 + 12 + 44); }

} // namespace

float notice_height(Ui& ui, std::string_view text, float width)
{
    auto const lines = paragraph_height(ui, type::label, text, notice_room(ui, width));
    return std::max(std::round(ui.px(52)), lines + std::round(ui.px(28)));
}

bool notice(Ui& ui, std::string_view id, Rect const& box, Tone tone, std::string_view text)
{
    auto const& c = ui.color();
    auto tint = c.atint, border = c.aline, color = c.accent;
    auto icon = icon::info;
    if (tone == Tone::warn)
        tint = c.warntint, border = c.warnline, color = c.warn, icon = icon::warning_amber;
    if (tone == Tone::error)
        tint = c.risktint, border = c.riskline, color = c.risk, icon = icon::warning_amber;
    touch(ui, id, box, text, Enabled::yes, Role::area);
    draw_surface(ui, box, {ui.px(14), tint, border, ui.snap(1.5F), Level::e2});
    auto const middle = box.center().y;
    draw_icon_at(ui, {box.min.x + ui.px(16 + 12), middle}, ui.px(24), color, icon);
    auto const room = notice_room(ui, box.width());
    auto const height = paragraph_height(ui, type::label, text, room);
    draw_paragraph(ui, {box.min.x + ui.px(52), std::round(middle - height / 2)}, room, type::label,
                   c.ink, text);
    auto const side = std::round(ui.px(44));
    Vec2 const at{box.max.x - side - ui.px(4), std::round(middle - side / 2)};
    return icon_button(ui, std::string{id} + ".close", {at, at + Vec2{side, side}}, icon::close,
                       ui.tr("action.close"));
}

ScrollArea::ScrollArea(Ui& ui, std::string_view id, Rect const& box, Scroll& scroll)
    : ui_(ui)
    , id_(id)
    , box_(box)
    , scroll_(scroll)
    , clip_(ui, box)
{
    ui.state->scrolls.push_back({box, &scroll.offset, 0});
}

void ScrollArea::show(float from_y, float to_y)
{
    auto const margin = ui_.px(8);
    if (to_y + margin > box_.max.y) scroll_.offset += to_y + margin - box_.max.y;
    if (from_y - margin < box_.min.y) scroll_.offset -= box_.min.y - from_y + margin;
    ui_.keep_drawing(0.05);
}

ScrollArea::~ScrollArea()
{
    auto& state = *ui_.state;
    state.scrolls.pop_back();
    auto const most = std::max(0.0F, height_ - box_.height());
    auto const wheel = ImGui::GetIO().MouseWheel;
    if (most > 0 && wheel != 0 && !state.wheel_taken && pointer_over(ui_, box_)) {
        state.wheel_taken = true;
        scroll_.offset -= wheel * ui_.px(60);
        ui_.keep_drawing(0.05);
    }
    scroll_.offset = std::clamp(scroll_.offset, 0.0F, most);
    if (most <= 0) return;
    auto const width = ui_.px(6), margin = ui_.px(2);
    auto const run = box_.height() - 2 * margin;
    auto const length = std::max(ui_.px(32), run * box_.height() / height_);
    auto const start = box_.min.y + margin + (run - length) * scroll_.offset / most;
    Rect const thumb{{box_.max.x - width - margin, start}, {box_.max.x - margin, start + length}};
    auto const grip = base::grown(thumb, ui_.px(4));
    auto const touched = touch(ui_, id_ + ".bar", grip, {}, Enabled::yes, Role::area);
    if (touched.held && run > length)
        scroll_.offset = std::clamp(
            scroll_.offset + ImGui::GetIO().MouseDelta.y * most / (run - length), 0.0F, most);
    auto const& c = ui_.color();
    fill(ui_, thumb, width / 2, touched.hovered || touched.held ? c.edge : c.line2);
}

} // namespace ui
