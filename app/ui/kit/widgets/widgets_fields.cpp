#include "base/text.h"
#include "ui/kit/field_text.h"

#include <imgui.h>
#include <imgui_internal.h> // position of the input method

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace ui {
namespace {

using base::Rect;
using base::Vec2;

// Scrolls to the caret when it moved; the wheel may scroll it out of view.
void keep_in_sight(Ui const& ui, FieldText const& layout, Typing& typing)
{
    auto const& text = typing.edit.text();
    auto const caret = typing.edit.caret();
    auto const room = layout.kind == Lines::one ? layout.area.width() : layout.area.height();
    float low = 0, high = 0, whole = 0;
    if (layout.kind == Lines::one) {
        low = high = x_of(ui, layout, text, caret, typing.leans);
        high += ui.px(3);
        whole = layout.lines[0].width + ui.px(3);
    } else {
        low = static_cast<float>(line_of(layout, caret, typing.leans)) * layout.line;
        high = low + layout.line;
        whole = static_cast<float>(layout.lines.size()) * layout.line;
    }
    if (std::exchange(typing.moved, false)) {
        typing.scroll = std::max(typing.scroll, high - room);
        typing.scroll = std::min(typing.scroll, low);
    }
    typing.scroll = std::clamp(typing.scroll, 0.0F, std::max(0.0F, whole - room));
}

void turn_wheel(Ui& ui, FieldText const& layout, Typing& typing)
{
    auto const wheel = ImGui::GetIO().MouseWheel;
    auto const whole = static_cast<float>(layout.lines.size()) * layout.line;
    bool const scrolls = layout.kind == Lines::many && whole > layout.area.height() + 1;
    if (wheel == 0 || !scrolls || ui.state->wheel_taken || !pointer_over(ui, layout.area)) return;
    ui.state->wheel_taken = true;
    typing.scroll -= wheel * 2 * layout.line;
    ui.keep_drawing(0.05);
}

bool key(ImGuiKey k) { return ImGui::IsKeyPressed(k); }

void put(Typing& typing, Spot const& spot, Select select)
{
    typing.edit.place(spot.at, select);
    typing.leans = spot.leans;
    typing.moved = true;
}

// Moves `by` visual lines; past the first or last, to the start or end of the text.
void go_vertically(Ui const& ui, FieldText const& layout, Typing& typing, int by, Select select)
{
    auto const& edit = typing.edit;
    auto const line = static_cast<int>(line_of(layout, edit.caret(), typing.leans));
    auto const last = static_cast<int>(layout.lines.size()) - 1;
    if (typing.goal_x < 0)
        typing.goal_x = x_of(ui, layout, edit.text(), edit.caret(), typing.leans);
    if (by < 0 && line == 0)
        put(typing, {0, Leans::next}, select);
    else if (by > 0 && line == last)
        put(typing, {edit.text().size(), Leans::next}, select);
    else
        put(typing,
            spot_at(ui, layout, edit.text(),
                    static_cast<std::size_t>(std::clamp(line + by, 0, last)), typing.goal_x),
            select);
}

// Home and End of the visual line.
void go_along_line(FieldText const& layout, Typing& typing, Select select)
{
    auto const line = line_of(layout, typing.edit.caret(), typing.leans);
    bool const home = key(ImGuiKey_Home);
    put(typing, home ? line_start(layout, line) : line_end(layout, line), select);
}

void move_by_keys(Ui const& ui, FieldText const& layout, Typing& typing)
{
    auto const& io = ImGui::GetIO();
    auto const select = io.KeyShift ? Select::yes : Select::no;
    if (layout.kind == Lines::many && !io.KeyCtrl) {
        auto const page = std::max(1, static_cast<int>(layout.area.height() / layout.line) - 1);
        struct Step {
            ImGuiKey key;
            int by;
        };
        for (auto const& step : {Step{ImGuiKey_UpArrow, -1}, Step{ImGuiKey_DownArrow, 1},
                                 Step{ImGuiKey_PageUp, -page}, Step{ImGuiKey_PageDown, page}})
            if (key(step.key)) go_vertically(ui, layout, typing, step.by, select);
    }
    if (!io.KeyCtrl && (key(ImGuiKey_Home) || key(ImGuiKey_End))) {
        go_along_line(layout, typing, select);
        typing.goal_x = -1;
    }
    struct Way {
        ImGuiKey key;
        Move plain, with_ctrl;
    };
    constexpr std::array ways{Way{ImGuiKey_LeftArrow, Move::left, Move::word_left},
                              Way{ImGuiKey_RightArrow, Move::right, Move::word_right},
                              Way{ImGuiKey_Home, Move::text_start, Move::text_start},
                              Way{ImGuiKey_End, Move::text_end, Move::text_end}};
    for (auto const& way : ways) {
        bool const along_line = way.plain == way.with_ctrl && !io.KeyCtrl;
        if (along_line || !key(way.key)) continue;
        typing.edit.move(io.KeyCtrl ? way.with_ctrl : way.plain, select);
        typing.leans = Leans::next;
        typing.goal_x = -1;
        typing.moved = true;
    }
}

std::string cleaned(std::string_view text, Lines kind)
{
    auto clean = base::sanitized(text);
    if (kind == Lines::one) std::replace(clean.begin(), clean.end(), '\n', ' ');
    return clean;
}

// Inserts as much as the field's limit allows, and counts the rest.
void insert(Typing& typing, std::string_view text, FieldLook const& look)
{
    auto const kept = typing.edit.text().size() - typing.edit.selected().size();
    auto const most = look.most_bytes > 0 ? look.most_bytes : kept + text.size();
    auto const room = std::max(most, kept) - kept;
    std::size_t fits = 0, next = 0;
    std::int64_t over = 0;
    while (next < text.size()) {
        next += base::character_at(text, next).bytes;
        if (next <= room)
            fits = next;
        else
            ++over;
    }
    if (fits > 0) typing.edit.insert(text.substr(0, fits));
    typing.left_out += over;
}

void type_characters(Typing& typing, FieldLook const& look)
{
    auto const& io = ImGui::GetIO();
    for (int i = 0; i < io.InputQueueCharacters.Size; ++i) {
        auto const c = static_cast<unsigned>(io.InputQueueCharacters[i]);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0)) continue;
        insert(typing, encoded(c), look);
    }
}

void copy(Typing const& typing)
{
    if (!typing.edit.selected().empty())
        ImGui::SetClipboardText(std::string{typing.edit.selected()}.c_str());
}

void paste(Typing& typing, FieldLook const& look, Lines kind)
{
    if (auto const* pasted = ImGui::GetClipboardText()) insert(typing, cleaned(pasted, kind), look);
}

void edit_by_keys(Typing& typing, FieldLook const& look, Lines kind)
{
    auto const& io = ImGui::GetIO();
    auto& edit = typing.edit;
    bool const ctrl = io.KeyCtrl && !io.KeyAlt;
    bool const cut_by_shift = io.KeyShift && !ctrl && key(ImGuiKey_Delete);
    if (key(ImGuiKey_Backspace)) edit.erase(ctrl ? Move::word_left : Move::left);
    if (key(ImGuiKey_Delete) && !(cut_by_shift && !edit.selected().empty()))
        edit.erase(ctrl ? Move::word_right : Move::right);
    bool const insert_key = key(ImGuiKey_Insert);
    if (insert_key && io.KeyShift && !ctrl) paste(typing, look, kind);
    if (insert_key && ctrl && !io.KeyShift) copy(typing);
    bool const cut = (ctrl && key(ImGuiKey_X)) || cut_by_shift;
    if (cut && !edit.selected().empty()) {
        copy(typing);
        edit.erase(Move::right);
    }
    if (!ctrl) return;
    if (key(ImGuiKey_A)) edit.select_all();
    if (key(ImGuiKey_Z)) io.KeyShift ? edit.redo() : edit.undo();
    if (key(ImGuiKey_Y)) edit.redo();
    if (key(ImGuiKey_C)) copy(typing);
    if (key(ImGuiKey_V)) paste(typing, look, kind);
}

Span unit_around(TextEdit const& edit, Typing::Unit unit, std::size_t at)
{
    TextEdit whole = edit;
    if (unit == Typing::Unit::character) return {at, at};
    if (unit == Typing::Unit::word)
        whole.select_word(at);
    else
        whole.select_line(at);
    return {whole.anchor(), whole.caret()};
}

// One press places the caret, two select a word, three the line, four everything; a drag extends by
// that unit. The selection becomes the primary selection (middle button).
void point(Ui& ui, FieldText const& layout, Typing& typing, Touch const& touched,
           FieldLook const& look)
{
    using Unit = Typing::Unit;
    auto& edit = typing.edit;
    auto const spot = spot_under(ui, layout, edit.text(), typing.scroll, ui.mouse);
    auto const clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
    auto const was = edit.selected().size();
    if (touched.pressed) {
        typing.goal_x = -1;
        typing.unit = clicks == 2 ? Unit::word : clicks >= 3 ? Unit::line : Unit::character;
        bool const extends = ImGui::GetIO().KeyShift && clicks < 2;
        if (!extends) {
            auto const chosen = unit_around(edit, typing.unit, spot.at);
            typing.from = chosen.begin;
            typing.to = chosen.end;
            edit.select(chosen.begin, chosen.end);
        } else {
            edit.place(spot.at, Select::yes);
            typing.from = typing.to = edit.anchor();
        }
        if (clicks > 3) edit.select_all();
        typing.leans = typing.unit == Unit::character ? spot.leans : Leans::next;
        typing.moved = true;
    } else if (touched.held && touched.dragged) {
        auto const chosen = unit_around(edit, typing.unit, spot.at);
        if (spot.at < typing.from)
            edit.select(typing.to, chosen.begin);
        else
            edit.select(typing.from, std::max(chosen.end, typing.to));
        typing.leans = spot.leans;
        typing.moved = true;
        if (!pointer_over(ui, layout.area)) ui.keep_drawing(0.05); // scrolls while dragging outside
    }
    if (ui.primary.give && (touched.released || was != edit.selected().size()) &&
        !edit.selected().empty())
        ui.primary.give(std::string{edit.selected()});
    if (touched.hovered && ui.primary.take && ImGui::IsMouseClicked(ImGuiMouseButton_Middle)) {
        put(typing, spot, Select::no);
        insert(typing, cleaned(ui.primary.take(), layout.kind), look);
    }
}

// Tells the system where to show the text being composed by an input method.
void say_where_composed(FieldText const& layout, base::Vec2 caret)
{
    auto& ime = ImGui::GetCurrentContext()->PlatformImeData;
    ime.WantVisible = ime.WantTextInput = true;
    ime.InputPos = {caret.x, caret.y};
    ime.InputLineHeight = layout.line;
    ime.ViewportId = ImGui::GetMainViewport()->ID;
}

// Where one line is too short: on two if the field is high enough, else smaller.
void draw_hint(Ui& ui, FieldText const& layout, Vec2 origin, std::string_view hint)
{
    auto const color = ui.color().ink3;
    float const width = layout.area.max.x - origin.x;
    bool const one = text_width(ui, layout.type, hint) <= width ||
                     layout.area.height() < 2 * layout.line || layout.kind == Lines::many;
    auto face = layout.type;
    float const least = face.px * 0.75F;
    while (one && face.px > least && text_width(ui, face, hint) > width) face.px -= 0.5F;
    if (one)
        draw_text_in(ui, {origin, {layout.area.max.x, origin.y + layout.line}}, face, color, hint);
    else
        draw_paragraph(ui, {origin.x, layout.area.center().y - layout.line}, width, layout.type,
                       color, hint, 2);
}

void draw_typed(Ui& ui, FieldText const& layout, std::string_view text, Typing const* typing,
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
    if (text.empty()) draw_hint(ui, layout, origin, look.hint);
    auto const color = enabled == Enabled::yes ? c.ink : board::faded(c.ink, 0.38F);
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        auto const& l = layout.lines[i];
        draw_text(ui, {origin.x, top_of(i)}, layout.type, color,
                  text.substr(l.begin, l.end - l.begin));
    }
    if (!typing) return;
    auto const line = line_of(layout, typing->edit.caret(), typing->leans);
    auto const x =
        std::round(origin.x + x_of(ui, layout, text, typing->edit.caret(), typing->leans));
    auto const half = std::round(ui.px(layout.type.px) * 0.62F);
    auto const middle = top_of(line) + layout.line / 2;
    fill(ui, {{x, middle - half}, {x + caret_width, middle + half}}, 0, c.accent);
    say_where_composed(layout, {x, top_of(line)});
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

// The meaning of Enter, if it was pressed.
enum class Entered { no, line, submit };
Entered entered(Lines kind, Enter enter)
{
    if (!key(ImGuiKey_Enter)) return Entered::no;
    auto const& io = ImGui::GetIO();
    if (kind == Lines::one || io.KeyCtrl) return Entered::submit;
    if (enter == Enter::submits) return io.KeyShift ? Entered::line : Entered::submit;
    return Entered::line;
}

// Applies mouse and keys to the field being edited. `before`: the text when editing started.
Edit type_into(Ui& ui, Rect const& area, Touch const& touched, std::string& text,
               FieldLook const& look, Lines kind, Enter enter, std::string& before)
{
    auto& state = *ui.state;
    auto answer = Edit::none;
    auto& typing = *state.field;
    state.field_seen = true;
    if (typing.edit.text() != text) {
        typing.edit.replace_all(text);
        typing.before = text;
        typing.moved = true;
    }
    auto const layout = laid_out(ui, look.type, area, text, kind);
    auto const left_out = typing.left_out;
    point(ui, layout, typing, touched, look);
    turn_wheel(ui, layout, typing);
    bool const reads = !std::exchange(typing.started, false) && state.layer >= state.top_before;
    auto press = Entered::no;
    if (reads) {
        auto const caret = typing.edit.caret();
        type_characters(typing, look);
        edit_by_keys(typing, look, kind);
        press = entered(kind, enter);
        if (press == Entered::line) insert(typing, "\n", look);
        if (typing.edit.caret() != caret || typing.edit.text() != text) {
            typing.goal_x = -1;
            typing.leans = Leans::next;
            typing.moved = true;
        }
        auto const typed = laid_out(ui, look.type, area, typing.edit.text(), kind);
        move_by_keys(ui, typed, typing);
    }
    if (typing.edit.text() != text) {
        bool const shorter = typing.edit.text().size() < text.size();
        if (shorter && typing.left_out == left_out) typing.left_out = 0;
        text = typing.edit.text();
        typing.changed = true;
        answer = Edit::changed;
    }
    if (!reads) return answer;
    if (press == Entered::submit) {
        answer = Edit::submitted;
        state.taken.push_back(ImGuiKey_Enter);
        before = std::exchange(typing.before, text);
        typing.changed = false;
        if (look.after == FieldLook::After::leaves) state.field.reset();
    } else if (key(ImGuiKey_Escape)) {
        text = typing.before;
        answer = Edit::cancelled;
        state.taken.push_back(ImGuiKey_Escape);
        state.field.reset();
    }
    return answer;
}

// That what was typed or pasted last is not all in the text.
void say_what_is_left_out(Ui& ui, std::string_view id, Rect const& box, std::int64_t count)
{
    auto const said = ui.trn("field.full", count);
    touch(ui, std::string(id) + ".full", {{box.min.x, box.max.y}, {box.max.x, box.max.y + 1}}, said,
          Enabled::yes, Role::area);
    tooltip(ui, box, said);
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
    bool const by_middle = touched.hovered && ui.primary.take && state.layer >= state.top_before &&
                           ImGui::IsMouseClicked(ImGuiMouseButton_Middle);
    if (enabled == Enabled::yes && state.returned && state.returned->field == id) {
        auto const back = std::move(*std::exchange(state.returned, std::nullopt));
        state.field = Typing{hash, TextEdit{back.text}, back.before};
        state.field->changed = true;
        state.focus = id;
        state.ring = true;
        text = back.text;
        answer = Edit::changed;
    }
    bool active = state.field && state.field->field == hash;
    if (!active && enabled == Enabled::yes && (touched.pressed || by_key || by_middle)) {
        leave_field(state);
        state.field = Typing{hash, TextEdit{text}, text};
        // A field that was to be focused earlier accepts all letters of this frame.
        state.field->started = !by_key || state.wanted_frame == state.frame;
        if (by_key && kind == Lines::one) state.field->edit.select_all();
        active = true;
    }
    bool const elsewhere = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !touched.hovered;
    if (active && (elsewhere || enabled == Enabled::no)) {
        leave_field(state);
        active = false;
    }
    auto const area = drawn_frame(ui, box, look, touched, active, enabled, kind);
    std::string before;
    if (active) {
        auto const typed = type_into(ui, area, touched, text, look, kind, enter, before);
        if (typed != Edit::none) answer = typed;
        active = state.field.has_value();
    }
    if (state.left && state.left->field == hash) {
        if (state.left->changed && answer == Edit::none) answer = Edit::left;
        before = std::move(state.left->before);
        state.left.reset();
    }
    if (answer == Edit::submitted || answer == Edit::left)
        state.handed = HandedWords{std::string{id}, text, std::move(before), state.frame};
    auto const layout = laid_out(ui, look.type, area, text, kind);
    if (active) keep_in_sight(ui, layout, *state.field);
    draw_typed(ui, layout, text, active ? &*state.field : nullptr, look, enabled);
    if (active && state.field->left_out > 0)
        say_what_is_left_out(ui, id, box, state.field->left_out);
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
