#include "ui/kit/field_text.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

// Whether a line ends where the next begins: no space or line feed between.
bool meets_next(FieldText const& layout, std::size_t line)
{
    return line + 1 < layout.lines.size() && layout.lines[line].end == layout.lines[line + 1].begin;
}

} // namespace

FieldText laid_out(Ui& ui, Type type, base::Rect const& area, std::string_view text, Lines kind)
{
    FieldText layout{type, area, line_height(ui, type), {}, kind};
    if (kind == Lines::one)
        layout.lines.push_back({0, text.size(), text_width(ui, type, text)});
    else
        layout.lines = paragraph(ui, type, text, area.width()).lines;
    return layout;
}

std::size_t line_of(FieldText const& layout, std::size_t caret, Leans leans)
{
    std::size_t line = 0;
    while (line + 1 < layout.lines.size() && layout.lines[line + 1].begin <= caret) ++line;
    bool const at_start = line > 0 && layout.lines[line].begin == caret;
    return leans == Leans::last && at_start && meets_next(layout, line - 1) ? line - 1 : line;
}

float x_of(Ui const& ui, FieldText const& layout, std::string_view text, std::size_t caret,
           Leans leans)
{
    auto const begin = layout.lines[line_of(layout, caret, leans)].begin;
    auto const x = text_width(ui, layout.type, text.substr(begin, caret - begin));
    return layout.kind == Lines::many ? std::min(x, layout.area.width()) : x;
}

Spot spot_at(Ui const& ui, FieldText const& layout, std::string_view text, std::size_t line,
             float x)
{
    auto const& l = layout.lines[line];
    auto at = l.begin;
    float before = 0;
    while (at < l.end) {
        auto const next = character_after(text, at);
        auto const after = text_width(ui, layout.type, text.substr(l.begin, next - l.begin));
        if (x < (before + after) / 2) return {at, Leans::next};
        before = after;
        at = next;
    }
    return line_end(layout, line);
}

Spot line_start(FieldText const& layout, std::size_t line)
{
    return {layout.lines[line].begin, Leans::next};
}

Spot line_end(FieldText const& layout, std::size_t line)
{
    return {layout.lines[line].end, meets_next(layout, line) ? Leans::last : Leans::next};
}

base::Vec2 origin_of(FieldText const& layout, float scroll)
{
    if (layout.kind == Lines::many) return {layout.area.min.x, layout.area.min.y - scroll};
    auto const top = std::round(layout.area.min.y + (layout.area.height() - layout.line) / 2);
    return {layout.area.min.x - scroll, top};
}

Spot spot_under(Ui const& ui, FieldText const& layout, std::string_view text, float scroll,
                base::Vec2 point)
{
    auto const from = point - origin_of(layout, scroll);
    auto const last = static_cast<float>(layout.lines.size() - 1);
    auto const line = std::clamp(std::floor(from.y / layout.line), 0.0F, last);
    return spot_at(ui, layout, text, static_cast<std::size_t>(line), from.x);
}

} // namespace ui
