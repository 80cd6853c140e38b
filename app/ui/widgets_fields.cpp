#include "base/text.h"
#include "ui/ui_state.h"
#include "ui/widgets.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace ui {
namespace {

using base::Rect;
using base::Vec2;

enum class Lines { one, many };

// Where the text of a field stands: its visual lines within `area`.
struct Layout {
    Type type;
    Rect area;
    float line = 0; // height of one
    std::vector<Paragraph::Line> lines;
    Lines kind = Lines::one;
};

Layout laid_out(Ui& ui, Type type, Rect const& area, std::string_view text, Lines kind)
{
    Layout layout{type, area, line_height(ui, type), {}, kind};
    if (kind == Lines::one)
        layout.lines.push_back({0, text.size(), text_width(ui, type, text)});
    else
        layout.lines = paragraph(ui, type, text, area.width()).lines;
    return layout;
}

std::size_t line_of(Layout const& layout, std::size_t caret)
{
    std::size_t line = 0;
    while (line + 1 < layout.lines.size() && layout.lines[line + 1].begin <= caret) ++line;
    return line;
}

float x_of(Ui const& ui, Layout const& layout, std::string_view text, std::size_t caret)
{
    auto const begin = layout.lines[line_of(layout, caret)].begin;
    auto const x = text_width(ui, layout.type, text.substr(begin, caret - begin));
    return layout.kind == Lines::many ? std::min(x, layout.area.width()) : x;
}

// The place between two characters nearest to `x` on that line.
std::size_t offset_at(Ui const& ui, Layout const& layout, std::string_view text, std::size_t line,
                      float x)
{
    auto const& l = layout.lines[line];
    auto at = l.begin;
    float before = 0;
    while (at < l.end) {
        auto const next = character_after(text, at);
        auto const after = text_width(ui, layout.type, text.substr(l.begin, next - l.begin));
        if (x < (before + after) / 2) break;
        before = after;
        at = next;
    }
    return at;
}

// Top left of the first line, with what is scrolled away.
Vec2 origin_of(Layout const& layout, float scroll)
{
    if (layout.kind == Lines::many) return {layout.area.min.x, layout.area.min.y - scroll};
    auto const top = std::round(layout.area.min.y + (layout.area.height() - layout.line) / 2);
    return {layout.area.min.x - scroll, top};
}

std::size_t offset_under(Ui const& ui, Layout const& layout, std::string_view text, float scroll,
                         Vec2 mouse)
{
    auto const from = mouse - origin_of(layout, scroll);
    auto const last = static_cast<float>(layout.lines.size() - 1);
    auto const line = std::clamp(std::floor(from.y / layout.line), 0.0F, last);
    return offset_at(ui, layout, text, static_cast<std::size_t>(line), from.x);
}

void keep_caret_in_sight(Ui const& ui, Layout const& layout, Typing& typing)
{
    auto const& text = typing.edit.text();
    auto const caret = typing.edit.caret();
    auto const room = layout.kind == Lines::one ? layout.area.width() : layout.area.height();
    float low = 0, high = 0, whole = 0;
    if (layout.kind == Lines::one) {
        low = high = x_of(ui, layout, text, caret);
        high += ui.px(3);
        whole = layout.lines[0].width + ui.px(3);
    } else {
        low = static_cast<float>(line_of(layout, caret)) * layout.line;
        high = low + layout.line;
        whole = static_cast<float>(layout.lines.size()) * layout.line;
    }
    typing.scroll = std::max(typing.scroll, high - room);
    typing.scroll = std::min(typing.scroll, low);
    typing.scroll = std::clamp(typing.scroll, 0.0F, std::max(0.0F, whole - room));
}

bool key(ImGuiKey k) { return ImGui::IsKeyPressed(k); }

void go_vertically(Ui const& ui, Layout const& layout, Typing& typing, int by, Select select)
{
    auto& edit = typing.edit;
    auto const line = line_of(layout, edit.caret());
    if (typing.goal_x < 0) typing.goal_x = x_of(ui, layout, edit.text(), edit.caret());
    if (by < 0 && line == 0)
        edit.place(0, select);
    else if (by > 0 && line + 1 == layout.lines.size())
        edit.place(edit.text().size(), select);
    else
        edit.place(offset_at(ui, layout, edit.text(), by < 0 ? line - 1 : line + 1, typing.goal_x),
                   select);
}

void move_by_keys(Ui const& ui, Layout const& layout, Typing& typing)
{
    auto const& io = ImGui::GetIO();
    auto const select = io.KeyShift ? Select::yes : Select::no;
    auto& edit = typing.edit;
    if (layout.kind == Lines::many && (key(ImGuiKey_UpArrow) || key(ImGuiKey_DownArrow))) {
        go_vertically(ui, layout, typing, key(ImGuiKey_UpArrow) ? -1 : 1, select);
        return;
    }
    struct Way {
        ImGuiKey key;
        Move plain, with_ctrl;
    };
    constexpr std::array ways{Way{ImGuiKey_LeftArrow, Move::left, Move::word_left},
                              Way{ImGuiKey_RightArrow, Move::right, Move::word_right},
                              Way{ImGuiKey_Home, Move::line_start, Move::text_start},
                              Way{ImGuiKey_End, Move::line_end, Move::text_end}};
    for (auto const& way : ways)
        if (key(way.key)) {
            edit.move(io.KeyCtrl ? way.with_ctrl : way.plain, select);
            typing.goal_x = -1;
        }
}

std::string cleaned(std::string_view text, Lines kind)
{
    auto clean = base::sanitized(text);
    if (kind == Lines::one) std::replace(clean.begin(), clean.end(), '\n', ' ');
    return clean;
}

void insert(Typing& typing, std::string_view text, FieldLook const& look)
{
    auto const size = typing.edit.text().size() - typing.edit.selected().size() + text.size();
    if (text.empty() || (look.most_bytes > 0 && size > look.most_bytes)) return;
    typing.edit.insert(text);
}

void type_characters(Typing& typing, FieldLook const& look)
{
    auto const& io = ImGui::GetIO();
    if (io.KeyCtrl && !io.KeyAlt) return; // Ctrl+Alt is AltGr, which does write
    for (int i = 0; i < io.InputQueueCharacters.Size; ++i) {
        auto const c = static_cast<unsigned>(io.InputQueueCharacters[i]);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) continue;
        std::string bytes;
        if (c < 0x80) {
            bytes += static_cast<char>(c);
        } else {
            auto const part = [&](unsigned lead, unsigned shift, unsigned mask) {
                bytes += static_cast<char>(lead | ((c >> shift) & mask));
            };
            if (c < 0x800)
                part(0xC0, 6, 0x1F);
            else if (c < 0x10000)
                part(0xE0, 12, 0x0F), part(0x80, 6, 0x3F);
            else
                part(0xF0, 18, 0x07), part(0x80, 12, 0x3F), part(0x80, 6, 0x3F);
            part(0x80, 0, 0x3F);
        }
        insert(typing, bytes, look);
    }
}

void edit_by_keys(Typing& typing, FieldLook const& look, Lines kind)
{
    auto const& io = ImGui::GetIO();
    auto& edit = typing.edit;
    bool const ctrl = io.KeyCtrl && !io.KeyAlt;
    if (key(ImGuiKey_Backspace)) edit.erase(ctrl ? Move::word_left : Move::left);
    if (key(ImGuiKey_Delete)) edit.erase(ctrl ? Move::word_right : Move::right);
    if (!ctrl) return;
    if (key(ImGuiKey_A)) edit.select_all();
    if (key(ImGuiKey_Z)) io.KeyShift ? edit.redo() : edit.undo();
    if (key(ImGuiKey_Y)) edit.redo();
    bool const cut = key(ImGuiKey_X);
    if ((cut || key(ImGuiKey_C)) && !edit.selected().empty()) {
        ImGui::SetClipboardText(std::string{edit.selected()}.c_str());
        if (cut) edit.erase(Move::right);
    }
    if (key(ImGuiKey_V))
        if (auto const* pasted = ImGui::GetClipboardText())
            insert(typing, cleaned(pasted, kind), look);
}

void point(Ui const& ui, Layout const& layout, Typing& typing, Touch const& touched)
{
    auto& edit = typing.edit;
    auto const under = offset_under(ui, layout, edit.text(), typing.scroll, ui.mouse);
    auto const clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
    if (touched.pressed && clicks == 2)
        edit.select_word(under);
    else if (touched.pressed && clicks > 2)
        edit.select_all();
    else if (touched.pressed)
        edit.place(under, ImGui::GetIO().KeyShift ? Select::yes : Select::no);
    else if (touched.held && touched.dragged)
        edit.place(under, Select::yes);
    if (touched.pressed) typing.goal_x = -1;
}

void draw_typed(Ui& ui, Layout const& layout, std::string_view text, Typing const* typing,
                FieldLook const& look, Enabled enabled)
{
    auto const& c = ui.color();
    auto const origin = origin_of(layout, typing ? typing->scroll : 0);
    auto const caret_width = ui.snap(layout.type.px >= 24 ? 3 : 2);
    auto clip_box = layout.area;
    clip_box.min.x -= 1;
    clip_box.max.x += caret_width;
    Clip const clip(ui, clip_box);
    auto const top_of = [&](std::size_t line) {
        return origin.y + static_cast<float>(line) * layout.line;
    };
    if (typing && !typing->edit.selected().empty()) {
        auto const begin = std::min(typing->edit.caret(), typing->edit.anchor());
        auto const end = std::max(typing->edit.caret(), typing->edit.anchor());
        for (std::size_t i = 0; i < layout.lines.size(); ++i) {
            auto const& l = layout.lines[i];
            auto const from = std::max(begin, l.begin);
            auto const to = std::min(end, i + 1 < layout.lines.size() ? layout.lines[i + 1].begin
                                                                      : text.size());
            if (from >= to) continue;
            auto const x0 =
                origin.x + text_width(ui, layout.type, text.substr(l.begin, from - l.begin));
            auto const x1 =
                origin.x + text_width(ui, layout.type, text.substr(l.begin, to - l.begin));
            fill(ui, {{x0, top_of(i)}, {std::max(x1, x0 + ui.px(4)), top_of(i) + layout.line}}, 0,
                 board::faded(c.aline, 0.75F));
        }
    }
    if (text.empty())
        draw_text_in(ui, {{origin.x, origin.y}, {layout.area.max.x, origin.y + layout.line}},
                     layout.type, c.ink3, look.hint);
    auto const color = enabled == Enabled::yes ? c.ink : board::faded(c.ink, 0.38F);
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        auto const& l = layout.lines[i];
        draw_text(ui, {origin.x, top_of(i)}, layout.type, color,
                  text.substr(l.begin, l.end - l.begin));
    }
    if (!typing) return;
    auto const line = line_of(layout, typing->edit.caret());
    auto const x = std::round(origin.x + x_of(ui, layout, text, typing->edit.caret()));
    auto const half = std::round(ui.px(layout.type.px) * 0.62F);
    auto const middle = top_of(line) + layout.line / 2;
    fill(ui, {{x, middle - half}, {x + caret_width, middle + half}}, 0, c.accent);
}

Rect drawn_frame(Ui& ui, Rect const& box, FieldLook const& look, Touch const& touched, bool active,
                 Enabled enabled, Lines kind)
{
    if (look.frame == FieldLook::Frame::bare) return box;
    auto const& c = ui.color();
    auto const radius = ui.px(12);
    fill(ui, box, radius, enabled == Enabled::yes ? c.card : c.sunken);
    auto const border = active ? c.accent : touched.hovered ? c.ink2 : c.edge;
    outline(ui, box, radius, enabled == Enabled::yes ? border : c.line2,
            ui.snap(active ? 2 : 1.5F));
    auto const pad = std::round(ui.px(14));
    Rect area{{box.min.x + pad, box.min.y}, {box.max.x - pad, box.max.y}};
    if (kind == Lines::many)
        area.min.y += std::round(ui.px(10)), area.max.y -= std::round(ui.px(10));
    if (look.icon != 0) {
        draw_icon_at(ui, {area.min.x + ui.px(11), box.center().y}, ui.px(22), c.ink2, look.icon);
        area.min.x += std::round(ui.px(32));
    }
    return area;
}

// What a press on Enter means here, if it was pressed.
enum class Entered { no, line, submit };
Entered entered(Lines kind, Enter enter)
{
    if (!key(ImGuiKey_Enter) && !key(ImGuiKey_KeypadEnter)) return Entered::no;
    auto const& io = ImGui::GetIO();
    if (kind == Lines::one || io.KeyCtrl) return Entered::submit;
    if (enter == Enter::submits) return io.KeyShift ? Entered::line : Entered::submit;
    return Entered::line;
}

Edit field(Ui& ui, std::string_view id, Rect const& box, std::string_view label, std::string& text,
           FieldLook const& look, Enabled enabled, Lines kind, Enter enter)
{
    auto& state = *ui.state;
    auto const hash = hash_of(id);
    auto const touched = touch(ui, id, box, label, enabled, Role::field);
    if (touched.hovered && enabled == Enabled::yes)
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    auto answer = Edit::none;

    bool const by_key = touched.focused && state.focus_new;
    bool active = state.field && state.field->field == hash;
    if (!active && enabled == Enabled::yes && (touched.pressed || by_key)) {
        leave_field(state);
        state.field = Typing{hash, TextEdit{text}, text};
        if (by_key && kind == Lines::one) state.field->edit.select_all();
        active = true;
    }
    bool const elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !touched.hovered;
    if (active && (elsewhere || enabled == Enabled::no)) {
        leave_field(state);
        active = false;
    }
    auto const area = drawn_frame(ui, box, look, touched, active, enabled, kind);
    if (active) {
        auto& typing = *state.field;
        state.field_seen = true;
        if (typing.edit.text() != text) {
            typing.edit.replace_all(text);
            typing.before = text;
        }
        auto const layout = laid_out(ui, look.type, area, text, kind);
        point(ui, layout, typing, touched);
        if (!std::exchange(typing.started, false) && state.layer >= state.top_before) {
            auto const caret = typing.edit.caret();
            type_characters(typing, look);
            edit_by_keys(typing, look, kind);
            auto const typed = laid_out(ui, look.type, area, typing.edit.text(), kind);
            move_by_keys(ui, typed, typing);
            auto const press = entered(kind, enter);
            if (press == Entered::line) insert(typing, "\n", look);
            if (typing.edit.text() != text) {
                text = typing.edit.text();
                typing.changed = true;
                answer = Edit::changed;
            }
            if (typing.edit.caret() != caret && answer == Edit::changed) typing.goal_x = -1;
            if (press == Entered::submit) {
                answer = Edit::submitted;
                state.taken.push_back(ImGuiKey_Enter);
                typing.before = text;
                typing.changed = false;
                if (look.after == FieldLook::After::leaves) state.field.reset();
            } else if (key(ImGuiKey_Escape)) {
                text = typing.before;
                answer = Edit::cancelled;
                state.taken.push_back(ImGuiKey_Escape);
                state.field.reset();
            }
        }
        active = state.field.has_value();
    }
    if (state.left && state.left->field == hash) {
        if (state.left->changed && answer == Edit::none) answer = Edit::left;
        state.left.reset();
    }
    auto const layout = laid_out(ui, look.type, area, text, kind);
    if (active) keep_caret_in_sight(ui, layout, *state.field);
    draw_typed(ui, layout, text, active ? &*state.field : nullptr, look, enabled);
    probe_value(ui, id, text);
    probe_on(ui, id, active ? On::yes : On::no);
    if (!active && touched.focused && look.frame == FieldLook::Frame::boxed)
        focus_ring(ui, box, ui.px(12));
    return answer;
}

} // namespace

Edit text_field(Ui& ui, std::string_view id, Rect const& box, std::string_view label,
                std::string& text, FieldLook const& look, Enabled enabled)
{
    return field(ui, id, box, label, text, look, enabled, Lines::one, Enter::submits);
}

Edit text_area(Ui& ui, std::string_view id, Rect const& box, std::string_view label,
               std::string& text, FieldLook const& look, Enter enter, Enabled enabled)
{
    return field(ui, id, box, label, text, look, enabled, Lines::many, enter);
}

} // namespace ui
