#include "ui/canvas/mark_paint.h"

#include "ui/kit/paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float mark_greeked_below = 6;             // screen pixels
constexpr float stroke_least = 1.5F;                // screen pixels
constexpr float link_width = 2.5F, arrow_head = 15; // board units
constexpr float sharp_cosine = 0.2F;                // sharper turns cannot be mitred

board::Color color_of(Ui const& ui, MarkLook const& look)
{
    auto const& c = ui.color();
    switch (look.state) {
    case MarkLook::State::selected: return c.accent;
    case MarkLook::State::faded: return board::faded(c.ink2, 0.3F);
    case MarkLook::State::hovered:
    case MarkLook::State::rest: break;
    }
    return c.ink2;
}

// The type in board units.
Type unscaled(Ui const& ui, Type type)
{
    type.px /= ui.scale;
    return type;
}

// A thick line with round ends and round sharp turns.
void thick_line(Ui& ui, std::vector<ImVec2> const& points, board::Color color, float width)
{
    auto* list = ui.list;
    auto const tint = packed(color);
    auto const dot = [&](ImVec2 at) { list->AddCircleFilled(at, width / 2, tint); };
    auto const sharp = [&](std::size_t i) {
        auto const ax = points[i].x - points[i - 1].x, ay = points[i].y - points[i - 1].y;
        auto const bx = points[i + 1].x - points[i].x, by = points[i + 1].y - points[i].y;
        return ax * bx + ay * by < sharp_cosine * std::hypot(ax, ay) * std::hypot(bx, by);
    };
    dot(points.front());
    if (points.size() < 2) return;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        bool const last = i + 1 == points.size();
        if (!last && !sharp(i)) continue;
        list->AddPolyline(points.data() + begin, static_cast<int>(i - begin + 1), tint, 0, width);
        dot(points[i]);
        begin = i;
    }
}

} // namespace

board::MeasureText measure_marks(Ui& ui)
{
    return [&ui](model::AnnotationKind kind, std::string const& text) {
        bool const label = kind == model::AnnotationKind::link;
        auto const type = unscaled(ui, label ? mark_type::label : mark_type::text);
        auto const& broken = paragraph(ui, type, text, mark_text_width);
        float wide = 0;
        for (auto const& line : broken.lines) wide = std::max(wide, line.width);
        auto const lines = static_cast<float>(broken.lines.size());
        if (label)
            return base::Vec2{wide + 2 * label_padding_x,
                              lines * mark_type::label.line + 2 * label_padding_y};
        return base::Vec2{wide + 2, lines * mark_type::text.line};
    };
}

namespace {

void draw_lines(Ui& ui, std::string const& text, Type type, base::Vec2 at, board::Color color,
                MarkLook const& look)
{
    auto const& broken = paragraph(ui, unscaled(ui, type), text, mark_text_width);
    auto const size = type.px * look.scale, line = type.line * look.scale;
    if (size < mark_greeked_below) {
        auto y = at.y;
        for (auto const& l : broken.lines) {
            fill(ui, {{at.x, y + line * 0.3F}, {at.x + l.width * look.scale, y + line * 0.75F}}, 0,
                 board::faded(color, 0.35F));
            y += line;
        }
        return;
    }
    Letters const letters(ui, type.face, size, look.zoom);
    auto y = at.y + letters.baseline(line);
    for (auto const& l : broken.lines) {
        letters.draw({at.x, y}, color, std::string_view(text).substr(l.begin, l.end - l.begin));
        y += line;
    }
}

} // namespace

void paint_text(Ui& ui, std::string const& text, base::Rect const& box, MarkLook const& look)
{
    auto const& c = ui.color();
    auto const around = base::grown(box, 8 * look.scale);
    if (look.state == MarkLook::State::selected)
        outline(ui, around, ui.px(8), c.accent, std::max(1.5F, ui.px(2.5F)));
    if (look.state == MarkLook::State::hovered) outline(ui, around, ui.px(8), c.edge, 1);
    auto const ink = look.state == MarkLook::State::faded ? board::faded(c.ink, 0.3F) : c.ink;
    draw_lines(ui, text, mark_type::text, box.min, ink, look);
}

void paint_stroke(Ui& ui, board::Line const& line, board::View const& view, base::Vec2 by,
                  MarkLook const& look)
{
    if (line.empty()) return;
    std::vector<ImVec2> points;
    points.reserve(line.size());
    for (auto p : line) {
        auto const at = view.to_screen(p + by);
        // Skips points closer than half a pixel.
        if (!points.empty() && std::abs(points.back().x - at.x) < 0.5F &&
            std::abs(points.back().y - at.y) < 0.5F)
            continue;
        points.push_back({at.x, at.y});
    }
    auto const width = std::max(stroke_least, board::stroke_width * look.scale);
    if (look.state == MarkLook::State::selected || look.state == MarkLook::State::hovered) {
        auto const& c = ui.color();
        auto const halo = look.state == MarkLook::State::selected ? c.aline : c.line2;
        thick_line(ui, points, halo, width + ui.px(7));
    }
    thick_line(ui, points, color_of(ui, look), width);
}

void paint_way(Ui& ui, std::vector<base::Vec2> const& way, board::Color color, float width)
{
    std::vector<ImVec2> points;
    for (auto const& p : way) points.push_back({p.x, p.y});
    if (points.size() > 1) thick_line(ui, points, color, width);
}

void paint_link(Ui& ui, board::LinkShape const& shape, board::View const& view,
                MarkLook const& look)
{
    std::vector<base::Vec2> way;
    for (auto p : shape.line) way.push_back(view.to_screen(p));
    if (way.size() < 2) return;
    auto const to = way.back(), before = way[way.size() - 2];
    auto const length = std::hypot(to.x - before.x, to.y - before.y);
    if (length < 1) return;
    auto const width = std::max(1.25F, link_width * look.scale);
    auto const head = std::min(std::max(ui.px(7), arrow_head * look.scale), length);
    if (look.state == MarkLook::State::selected || look.state == MarkLook::State::hovered) {
        auto const& c = ui.color();
        paint_way(ui, way, look.state == MarkLook::State::selected ? c.aline : c.line2,
                  width + ui.px(6));
    }
    auto const color = color_of(ui, look);
    if (way.size() > 2) paint_way(ui, {way.begin(), way.end() - 1}, color, width);
    arrow(ui, before, to, color, width, head);
}

void paint_label(Ui& ui, board::LinkShape const& shape, std::string const& text,
                 board::View const& view, MarkLook const& look)
{
    if (shape.line.size() < 2 || text.empty()) return;
    auto const& c = ui.color();
    auto const box = view.to_screen(shape.label);
    bool const selected = look.state == MarkLook::State::selected;
    auto const round = std::min(box.height() / 2, 14 * look.scale);
    fill(ui, box, round, c.panel);
    outline(ui, box, round,
            selected                                 ? c.accent
            : look.state == MarkLook::State::hovered ? c.edge
                                                     : c.line2,
            selected ? std::max(1.5F, ui.px(2.5F)) : std::max(1.0F, 1.5F * look.scale));
    auto const ink = look.state == MarkLook::State::faded ? board::faded(c.ink, 0.3F) : c.ink;
    draw_lines(ui, text, mark_type::label,
               box.min + base::Vec2{label_padding_x, label_padding_y} * look.scale, ink, look);
}

} // namespace ui
