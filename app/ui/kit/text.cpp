#include "ui/kit/text.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"
#include "ui/kit/quads.h"
#include "ui/kit/ui.h"
#include "ui/kit/ui_state.h"

#include <imgui.h>
#include <imgui_internal.h> // ImTextCharFromUtf8

#include <algorithm>
#include <array>
#include <bit>
#include <cfloat>
#include <cmath>

namespace ui {
namespace {

constexpr std::string_view ellipsis = "\u2026";
// Inter's metrics, of the em.
constexpr float ascent_em = 0.96875F, descent_em = 0.24148F;
constexpr float cap_em = 0.727F; // the height of a capital

float em_size(Ui const& ui, Type type)
{
    auto const size = ui.px(type.px);
    return type.fit == Fit::crisp ? std::max(1.0F, std::round(size)) : size;
}

struct Measured {
    ImFont* font;
    ImFontBaked* baked;
    float size, k;

    Measured(Ui const& ui, Type type)
        : font(ui.fonts.face(type.face, type.figures))
        , baked(font->GetFontBaked(em_size(ui, type)))
        , size(em_size(ui, type))
        , k(size / baked->Size)
    {
    }
    [[nodiscard]] float advance(unsigned c) const
    {
        return baked->GetCharAdvance(static_cast<ImWchar>(c)) * k;
    }
    [[nodiscard]] float width(std::string_view text) const
    {
        if (text.empty()) return 0;
        return font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
    }
};

struct Char {
    unsigned code;
    std::size_t bytes;
};

Char char_at(std::string_view text, std::size_t at)
{
    unsigned code = 0;
    auto const bytes = ImTextCharFromUtf8(&code, text.data() + at, text.data() + text.size());
    return {code, static_cast<std::size_t>(std::max(bytes, 1))};
}

// Bytes of `text` that fit into `width`; at least one character when it is not empty.
std::size_t bytes_within(Measured const& m, std::string_view text, float width)
{
    float x = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        auto const c = char_at(text, at);
        x += m.advance(c.code);
        if (x > width && at > 0) return at;
        at += c.bytes;
    }
    return at;
}

// From the top of a line box to its baseline, as browsers round it.
float baseline_in(Ui const& ui, Type type)
{
    auto const size = em_size(ui, type);
    if (type.fit == Fit::exact)
        return (ui.px(type.line) - (ascent_em + descent_em) * size) / 2 + ascent_em * size;
    auto const ascent = std::round(ascent_em * size), descent = std::round(descent_em * size);
    // At 18 px, the size of most labels, browsers set Inter's lines one pixel higher than that
    // rule.
    auto const nudge = size == 18 ? 1.0F : 0.0F;
    return ascent + std::floor((line_height(ui, type) - ascent - descent) / 2) - nudge;
}

// `whole`: what `text` was cut from.
float draw_line(Ui& ui, Measured const& m, base::Vec2 baseline, board::Color color,
                std::string_view text, std::string_view whole = {})
{
    if (text.empty()) return 0;
    auto const top = baseline.y - std::round(m.baked->Ascent) * m.k;
    auto const first = ui.list->IdxBuffer.Size;
    ui.list->AddText(m.font, m.size, {std::round(baseline.x), std::round(top)}, packed(color),
                     text.data(), text.data() + text.size());
    auto const width = m.width(text);
    if (auto* lines = ui.state->drawn_lines) {
        auto const clip_min = ui.list->GetClipRectMin(), clip_max = ui.list->GetClipRectMax();
        lines->push_back(
            {std::string{text},
             std::string{whole},
             {{baseline.x, baseline.y - cap_em * m.size}, {baseline.x + width, baseline.y}},
             {{clip_min.x, clip_min.y}, {clip_max.x, clip_max.y}},
             color,
             m.size,
             ui.state->layer,
             ui.list,
             first,
             ui.list->IdxBuffer.Size});
    }
    return width;
}

float shifted(float x, float room, float width, Align align)
{
    switch (align) {
    case Align::left: break;
    case Align::centre: return x + (room - width) / 2;
    case Align::right: return x + room - width;
    }
    return x;
}

bool is_space(unsigned c) { return c == ' ' || c == '\t' || c == 0x200B; }

// Breaks one run without line feeds into lines appended to `lines`.
void break_run(Measured const& m, std::string_view text, std::size_t begin, std::size_t end,
               float width, std::vector<Paragraph::Line>& lines)
{
    std::size_t line = begin, at = begin;
    std::size_t fit = begin, next = begin; // where the line may end, and the next one begin
    float x = 0, fit_x = 0;
    unsigned before = 0;
    while (at < end) {
        auto const c = char_at(text, at);
        if (is_space(c.code)) {
            if (!is_space(before)) fit = at, fit_x = x;
            next = at + c.bytes;
        } else if (before == '-' && at > line + 1) {
            fit = next = at;
            fit_x = x;
        }
        auto const advance = m.advance(c.code);
        if (!is_space(c.code) && x + advance > width && at > line) {
            if (next <= line) fit = next = at, fit_x = x; // a word too long for any line
            lines.push_back({line, fit, fit_x});
            line = at = next;
            x = 0;
            before = 0;
            continue;
        }
        x += advance;
        before = c.code;
        at += c.bytes;
    }
    auto const last = is_space(before) && fit > line ? fit : end;
    lines.push_back({line, last, m.width(text.substr(line, last - line))});
}

Paragraph broken(Measured const& m, std::string_view text, float width, int max_lines)
{
    Paragraph paragraph;
    auto& lines = paragraph.lines;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        auto const end = std::min(text.find('\n', begin), text.size());
        break_run(m, text, begin, end, width, lines);
        begin = end + 1;
    }
    if (max_lines > 0 && lines.size() > static_cast<std::size_t>(max_lines)) {
        lines.resize(static_cast<std::size_t>(max_lines));
        auto& last = lines.back();
        auto const room = width - m.width(ellipsis);
        auto const rest = text.substr(last.begin, last.end - last.begin);
        last.end = last.begin + (last.width <= room ? rest.size() : bytes_within(m, rest, room));
        last.width = m.width(text.substr(last.begin, last.end - last.begin)) + m.width(ellipsis);
        paragraph.cut = true;
    }
    return paragraph;
}

} // namespace

float text_width(Ui const& ui, Type type, std::string_view text)
{
    return Measured(ui, type).width(text);
}

float line_height(Ui const& ui, Type type)
{
    return type.fit == Fit::crisp ? std::round(ui.px(type.line)) : ui.px(type.line);
}

float draw_text(Ui& ui, base::Vec2 at, Type type, board::Color color, std::string_view text)
{
    return draw_line(ui, Measured(ui, type), {at.x, std::round(at.y) + baseline_in(ui, type)},
                     color, text);
}

float draw_text_on(Ui& ui, base::Vec2 baseline, Type type, board::Color color,
                   std::string_view text, Align align)
{
    Measured const m(ui, type);
    baseline.x = shifted(baseline.x, 0, m.width(text), align);
    return draw_line(ui, m, baseline, color, text);
}

float draw_text_in(Ui& ui, base::Rect const& box, Type type, board::Color color,
                   std::string_view text, Align align)
{
    Measured const m(ui, type);
    auto const top = std::round(box.min.y + (box.height() - line_height(ui, type)) / 2);
    auto const baseline = top + baseline_in(ui, type);
    auto const width = m.width(text);
    if (width <= box.width() + 0.5F)
        return draw_line(ui, m, {shifted(box.min.x, box.width(), width, align), baseline}, color,
                         text);
    auto const room = box.width() - m.width(ellipsis);
    if (room <= 0) return 0;
    std::string short_text{text.substr(0, bytes_within(m, text, room))};
    while (short_text.ends_with(' ')) short_text.pop_back();
    short_text += ellipsis;
    return draw_line(ui, m, {box.min.x, baseline}, color, short_text, text);
}

Paragraph const& paragraph(Ui& ui, Type type, std::string_view text, float width, int max_lines)
{
    Measured const m(ui, type);
    auto key = hash_of(text);
    auto const mix = [&](std::size_t value) {
        key ^= value + 0x9e3779b97f4a7c15U + (key << 6U) + (key >> 2U);
    };
    mix(static_cast<std::size_t>(type.face) * 2 + static_cast<std::size_t>(type.figures));
    mix(std::bit_cast<std::uint32_t>(m.size));
    mix(std::bit_cast<std::uint32_t>(width));
    mix(static_cast<std::size_t>(max_lines));
    auto& known = ui.state->paragraphs[key];
    if (known.last_frame == 0 || known.text != text)
        known = {broken(m, text, width, max_lines), std::string{text}, 0};
    known.last_frame = ui.state->frame;
    return known.paragraph;
}

Paragraph broken_once(Ui const& ui, Type type, std::string_view text, float width)
{
    return broken(Measured(ui, type), text, width, 0);
}

float paragraph_height(Ui& ui, Type type, std::string_view text, float width, int max_lines)
{
    auto const count = paragraph(ui, type, text, width, max_lines).lines.size();
    return static_cast<float>(count) * line_height(ui, type);
}

float draw_paragraph(Ui& ui, base::Vec2 at, float width, Type type, board::Color color,
                     std::string_view text, int max_lines, Align align)
{
    auto const& broken_text = paragraph(ui, type, text, width, max_lines);
    Measured const m(ui, type);
    auto const line_box = line_height(ui, type);
    auto baseline = std::round(at.y) + baseline_in(ui, type);
    for (std::size_t i = 0; i < broken_text.lines.size(); ++i) {
        auto const& line = broken_text.lines[i];
        std::string_view const part = text.substr(line.begin, line.end - line.begin);
        base::Vec2 const origin{shifted(at.x, width, line.width, align), baseline};
        if (broken_text.cut && i + 1 == broken_text.lines.size())
            draw_line(ui, m, origin, color, std::string{part}.append(ellipsis), text);
        else
            draw_line(ui, m, origin, color, part);
        baseline += line_box;
    }
    return static_cast<float>(broken_text.lines.size()) * line_box;
}

void draw_icon(Ui& ui, base::Vec2 at, float size, board::Color color, unsigned icon)
{
    auto const px = std::max(1.0F, std::round(size));
    if (icon == icon::pointer) {
        // The arrow of a mouse, in parts of the square.
        constexpr std::array<ImVec2, 4> shape{
            {{0.25F, 0.19F}, {0.77F, 0.60F}, {0.53F, 0.59F}, {0.38F, 0.83F}}};
        auto points = shape;
        for (auto& p : points) p = {std::round(at.x) + p.x * px, std::round(at.y) + p.y * px};
        ui.list->AddConcavePolyFilled(points.data(), static_cast<int>(points.size()),
                                      packed(color));
        return;
    }
    ui.fonts.icons->RenderChar(ui.list, px, {whole(at.x), whole(at.y)}, packed(color),
                               static_cast<ImWchar>(icon));
}

void draw_icon_at(Ui& ui, base::Vec2 centre, float size, board::Color color, unsigned icon)
{
    auto const px = std::max(1.0F, std::round(size));
    draw_icon(ui, {centre.x - px / 2, centre.y - px / 2}, px, color, icon);
}

} // namespace ui
