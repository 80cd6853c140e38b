#include "ui/kit/text.h"

#include "ui/kit/paint.h"
#include "ui/kit/quads.h"
#include "ui/kit/ui.h"
#include "ui/kit/ui_state.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cfloat>
#include <cmath>

namespace ui {
namespace {

constexpr float cap_em = 0.727F; // height of a capital

float em_size(Ui const& ui, Type const& type) { return pictures::em_size(type, ui.scale); }

float baseline_in(Ui const& ui, Type const& type) { return pictures::baseline_in(type, ui.scale); }

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

// `whole`: the text before truncation.
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

// Measures one font at one size, letter by letter.
class OneMeasure : public pictures::Measure {
public:
    explicit OneMeasure(Measured const& of)
        : of_(of)
    {
    }
    [[nodiscard]] float width(Type const&, std::string_view text) const override
    {
        return of_.width(text);
    }
    [[nodiscard]] float advance(Type const&, char32_t character) const override
    {
        return of_.advance(character);
    }

private:
    Measured const& of_;
};

// Whether a text is one figure, such as a count, a rank, a sum or a share. Part of it would be
// another figure.
bool is_figure(std::string_view text)
{
    constexpr std::size_t longest = 24; // bytes
    // With the spaces of French, the minus sign and the euro.
    constexpr std::array<std::string_view, 11> signs{
        " ", ".", ",", "+", "-", "/", "%", "\u00a0", "\u202f", "\u2212", "\u20ac"};
    if (text.size() > longest) return false;
    bool digits = false;
    while (!text.empty()) {
        if (text.front() >= '0' && text.front() <= '9') {
            digits = true;
            text.remove_prefix(1);
            continue;
        }
        auto const* const sign =
            std::ranges::find_if(signs, [&](auto one) { return text.starts_with(one); });
        if (sign == signs.end()) return false;
        text.remove_prefix(sign->size());
    }
    return digits;
}

} // namespace

float text_width(Ui const& ui, Type type, std::string_view text)
{
    return Measured(ui, type).width(text);
}

float line_height(Ui const& ui, Type type) { return pictures::line_height(type, ui.scale); }

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
    if (width <= box.width() + 0.5F || is_figure(text))
        return draw_line(ui, m, {shifted(box.min.x, box.width(), width, align), baseline}, color,
                         text);
    auto const cut = pictures::shortened(OneMeasure(m), type, text, box.width());
    return draw_line(ui, m, {box.min.x, baseline}, color, cut, text);
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
        known = {pictures::broken(OneMeasure(m), type, text, width, max_lines), std::string{text},
                 0};
    known.last_frame = ui.state->frame;
    return known.paragraph;
}

Paragraph broken_once(Ui const& ui, Type type, std::string_view text, float width)
{
    Measured const m(ui, type);
    return pictures::broken(OneMeasure(m), type, text, width);
}

float ScreenMeasure::width(Type const& type, std::string_view text) const
{
    return text_width(ui_, type, text);
}

float ScreenMeasure::advance(Type const& type, char32_t character) const
{
    return Measured(ui_, type).advance(character);
}

Paragraph const& ScreenMeasure::lines(Type const& type, std::string_view text, float width,
                                      int max_lines) const
{
    return paragraph(ui_, type, text, width, max_lines);
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
            draw_line(ui, m, origin, color, std::string{part}.append(pictures::ellipsis), text);
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
        // A mouse pointer, relative to the square.
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
