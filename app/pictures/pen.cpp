#include "pictures/pen.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pictures {

using base::Rect;
using base::Vec2;

float Means::snap(float design_pixels) const
{
    return std::max(1.0F, std::floor(px(design_pixels) + 0.01F));
}

void Pen::fill(Rect const& box, float radius, Color color, Corners corners)
{
    list_.items.emplace_back(Box{box, radius, color, corners});
}

void Pen::outline(Rect const& box, float radius, Color color, float width, Corners corners)
{
    list_.items.emplace_back(Border{box, radius, color, width, corners});
}

void Pen::dashed_outline(Rect const& box, float radius, Color color, float width, Dash dash)
{
    list_.items.emplace_back(Border{box, radius, color, width, Corners::all, dash});
}

void Pen::line(Vec2 from, Vec2 to, Color color, float width)
{
    list_.items.emplace_back(Line{from, to, color, width});
}

void Pen::dashed_line(Vec2 from, Vec2 to, Color color, float width, Dash dash)
{
    list_.items.emplace_back(Line{from, to, color, width, dash});
}

void Pen::hairline_h(float x0, float x1, float y, Color color)
{
    y = std::round(y);
    fill({{x0, y}, {x1, y + 1}}, 0, color);
}

void Pen::hairline_v(float x, float y0, float y1, Color color)
{
    x = std::round(x);
    fill({{x, y0}, {x + 1, y1}}, 0, color);
}

void Pen::arrow(Vec2 from, Vec2 to, Color color, float width, float head)
{
    auto const d = to - from;
    auto const length = std::hypot(d.x, d.y);
    if (length <= 0) return;
    auto const along = d * (1 / length);
    Vec2 const across{-along.y, along.x};
    auto const base_of_head = to - along * head;
    line(from, base_of_head + along, color, width);
    triangle(to, base_of_head + across * (head / 2), base_of_head - across * (head / 2), color);
}

void Pen::path(std::vector<Vec2> points, Color color, float width, Dash dash)
{
    list_.items.emplace_back(Polyline{std::move(points), color, width, dash});
}

void Pen::disc(Vec2 centre, float radius, Color color)
{
    list_.items.emplace_back(Disc{centre, radius, color});
}

void Pen::ring(Vec2 centre, float radius, Color color, float width)
{
    list_.items.emplace_back(Ring{centre, radius, color, width});
}

void Pen::dashed_ring(Vec2 centre, float radius, Color color, float width, Dash dash)
{
    list_.items.emplace_back(Ring{centre, radius, color, width, dash});
}

void Pen::arc(Vec2 centre, float radius, float from, float to, Color color, float width)
{
    if (to > from) list_.items.emplace_back(Arc{centre, radius, from, to, color, width});
}

void Pen::oval(Vec2 centre, Vec2 radii, Color color)
{
    list_.items.emplace_back(Oval{centre, radii, color});
}

void Pen::polygon(std::vector<Vec2> points, Color color)
{
    list_.items.emplace_back(Polygon{std::move(points), color});
}

void Pen::triangle(Vec2 a, Vec2 b, Vec2 c, Color color) { polygon({a, b, c}, color); }

void Pen::hatch(Rect const& box, Color color, float step, float width)
{
    clipped(box, [&] {
        auto const run = box.height();
        auto const lines = static_cast<int>(std::ceil((box.width() + run) / step));
        for (int i = 0; i < lines; ++i) {
            auto const x = box.min.x - run + step * (static_cast<float>(i) + 0.5F);
            line({x, box.max.y}, {x + run, box.min.y}, color, width);
        }
    });
}

void Pen::dot_grid(Rect const& area, Vec2 origin, float step, float radius, Color color)
{
    list_.items.emplace_back(DotGrid{area, origin, step, radius, color});
}

void Pen::whisker(float low, float high, float y, Color color, Color underlay)
{
    auto const stroke = px(2.5F), cap = px(8);
    line({low, y}, {high, y}, underlay, px(6));
    line({low, y}, {high, y}, color, stroke);
    line({low, y - cap}, {low, y + cap}, color, stroke);
    line({high, y - cap}, {high, y + cap}, color, stroke);
}

void Pen::icon(Vec2 centre, float size, Color color, unsigned code)
{
    list_.items.emplace_back(Icon{centre, size, color, code});
}

float Pen::text(Vec2 at, Type const& type, Color color, std::string_view text)
{
    return text_on({at.x, std::round(at.y) + baseline_in(type, unit)}, type, color, text);
}

float Pen::text_on(Vec2 baseline, Type const& type, Color color, std::string_view text, Align align)
{
    return put(baseline, type, color, std::string{text}, align, width(type, text));
}

float Pen::put(Vec2 baseline, Type const& type, Color color, std::string text, Align align,
               float wide)
{
    if (text.empty()) return 0;
    list_.items.emplace_back(Text{baseline, type, color, std::move(text), align, wide});
    return wide;
}

float Pen::text_in(Rect const& box, Type const& type, Color color, std::string_view text,
                   Align align)
{
    auto const top = std::round(box.min.y + (box.height() - line_box(type)) / 2);
    auto const baseline = top + baseline_in(type, unit);
    auto const wide = width(type, text);
    if (wide > box.width() + 0.5F) {
        auto const cut = shortened(measure, type, text, box.width());
        return text_on({box.min.x, baseline}, type, color, cut);
    }
    auto const x = align == Align::left     ? box.min.x
                   : align == Align::centre ? box.center().x
                                            : box.max.x;
    return put({x, baseline}, type, color, std::string{text}, align, wide);
}

float Pen::paragraph(Vec2 at, float width, Type const& type, Color color, std::string_view text,
                     int max_lines, Align align)
{
    auto const& lines = measure.lines(type, text, width, max_lines);
    auto const high = line_box(type);
    auto const x = align == Align::left     ? at.x
                   : align == Align::centre ? at.x + width / 2
                                            : at.x + width;
    auto baseline = std::round(at.y) + baseline_in(type, unit);
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        auto const& line = lines.lines[i];
        std::string part{text.substr(line.begin, line.end - line.begin)};
        if (lines.cut && i + 1 == lines.lines.size()) part += ellipsis;
        put({x, baseline}, type, color, std::move(part), align, line.width);
        baseline += high;
    }
    return static_cast<float>(lines.lines.size()) * high;
}

} // namespace pictures
