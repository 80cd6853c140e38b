#include "ui/kit/paint.h"

#include "ui/kit/quads.h"
#include "ui/kit/skins.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace ui {
namespace {

using base::Rect;
using base::Vec2;
using board::Color;

constexpr float large_surface = 128 * 1024; // pixels
constexpr float pi = std::numbers::pi_v<float>;

ImVec2 im(Vec2 v) { return {v.x, v.y}; }

ImDrawFlags flags_of(Corners corners)
{
    switch (corners) {
    case Corners::all: return ImDrawFlags_RoundCornersAll;
    case Corners::top: return ImDrawFlags_RoundCornersTop;
    case Corners::bottom: return ImDrawFlags_RoundCornersBottom;
    case Corners::left: return ImDrawFlags_RoundCornersLeft;
    case Corners::right: return ImDrawFlags_RoundCornersRight;
    case Corners::none: break;
    }
    return ImDrawFlags_RoundCornersNone;
}

constexpr std::array<ShadowLayer, 3> shadow_1{{{4, 2, .014F}, {2, 1, .022F}, {1, 0, .05F}}};
constexpr std::array<ShadowLayer, 5> shadow_2{
    {{13, 10, .011F}, {10, 7, .016F}, {7, 4, .022F}, {4, 2, .03F}, {2, 0, .05F}}};
constexpr std::array<ShadowLayer, 6> shadow_3{
    {{24, 18, .01F}, {20, 14, .016F}, {16, 10, .022F}, {12, 6, .03F}, {8, 3, .04F}, {4, 0, .06F}}};

} // namespace

std::span<ShadowLayer const> shadow_layers(Level level)
{
    switch (level) {
    case Level::flat: break;
    case Level::e1: return shadow_1;
    case Level::e2: return shadow_2;
    case Level::e3: return shadow_3;
    }
    return {};
}

void fill(Ui& ui, Rect const& box, float radius, Color color, Corners corners)
{
    // A large surface is aligned to whole pixels: its interior is a rectangle that the renderer
    // knows to cover everything below.
    if (radius > 0 && color.a == 255 && corners == Corners::all && whole(box) == box &&
        box.width() * box.height() >= large_surface && box.height() > 4 * radius) {
        auto const cap = std::ceil(radius);
        fill(ui, {box.min, {box.max.x, box.min.y + cap}}, radius, color, Corners::top);
        fill(ui, {{box.min.x, box.min.y + cap}, {box.max.x, box.max.y - cap}}, 0, color);
        fill(ui, {{box.min.x, box.max.y - cap}, box.max}, radius, color, Corners::bottom);
        return;
    }
    ui.list->AddRectFilled(im(box.min), im(box.max), packed(color), radius, flags_of(corners));
}

void outline(Ui& ui, Rect const& box, float radius, Color color, float width, Corners corners)
{
    auto const in = (width - 1) / 2; // ImGui draws half a pixel inside
    ui.list->AddRect({box.min.x + in, box.min.y + in}, {box.max.x - in, box.max.y - in},
                     packed(color), std::max(0.0F, radius - width / 2), flags_of(corners), width);
}

void shadow(Ui& ui, Rect const& box, float radius, Level level, float alpha)
{
    if (alpha == 1 && draw_shadow(ui, whole(box), radius, level)) return;
    for (auto const& layer : shadow_layers(level)) {
        auto const s = ui.px(layer.spread), dy = ui.px(layer.dy);
        auto const grown = base::grown(box, s);
        fill(ui, {{grown.min.x, grown.min.y + dy}, {grown.max.x, grown.max.y + dy}}, radius + s,
             board::faded(ui.color().shadow, layer.alpha * alpha));
    }
}

void draw_surface(Ui& ui, Rect const& box, Surface const& surface)
{
    shadow(ui, box, surface.radius, surface.level);
    fill(ui, box, surface.radius, surface.fill);
    if (surface.border.a != 0 && surface.border_width > 0)
        outline(ui, box, surface.radius, surface.border, surface.border_width);
}

void line(Ui& ui, Vec2 a, Vec2 b, Color color, float width)
{
    ui.list->AddLine(im(a), im(b), packed(color), width);
}

void hairline_h(Ui& ui, float x0, float x1, float y, Color color)
{
    y = std::round(y);
    ui.list->AddRectFilled({x0, y}, {x1, y + 1}, packed(color));
}

void hairline_v(Ui& ui, float x, float y0, float y1, Color color)
{
    x = std::round(x);
    ui.list->AddRectFilled({x, y0}, {x + 1, y1}, packed(color));
}

void arrow(Ui& ui, Vec2 from, Vec2 to, Color color, float width, float head)
{
    auto const d = to - from;
    auto const length = std::hypot(d.x, d.y);
    if (length <= 0) return;
    auto const along = d * (1 / length);
    Vec2 const across{-along.y, along.x};
    auto const base_of_head = to - along * head;
    line(ui, from, base_of_head + along, color, width);
    triangle(ui, to, base_of_head + across * (head / 2), base_of_head - across * (head / 2), color);
}

void dashed_path(Ui& ui, std::span<Vec2 const> points, Color color, float width, Dash dash)
{
    float left = dash.on; // rest of the present dash or gap
    bool drawing = true;
    auto* list = ui.list;
    for (std::size_t i = 1; i < points.size(); ++i) {
        auto const step = points[i] - points[i - 1];
        auto const length = std::hypot(step.x, step.y);
        if (length <= 0) continue;
        auto const at = [&](float d) { return im(points[i - 1] + step * (d / length)); };
        float done = 0;
        while (done < length) {
            auto const walked = std::min(left, length - done);
            if (drawing) {
                if (list->_Path.empty()) list->PathLineTo(at(done));
                list->PathLineTo(at(done + walked));
            }
            done += walked;
            left -= walked;
            if (left > 1e-4F) continue;
            if (drawing) list->PathStroke(packed(color), 0, width);
            drawing = !drawing;
            left = drawing ? dash.on : dash.off;
        }
    }
    list->PathStroke(packed(color), 0, width);
}

void dashed_line(Ui& ui, Vec2 a, Vec2 b, Color color, float width, Dash dash)
{
    std::array const points{a, b};
    dashed_path(ui, points, color, width, dash);
}

void dashed_outline(Ui& ui, Rect const& box, float radius, Color color, float width, Dash dash)
{
    auto const points = pictures::rounded_points(base::grown(box, -width / 2), radius - width / 2);
    dashed_path(ui, points, color, width, pictures::fitted(dash, pictures::length_of(points)));
}

void dashed_ring(Ui& ui, Vec2 centre, float radius, Color color, float width, Dash dash)
{
    auto const points = pictures::oval_points(centre, {radius, radius});
    dashed_path(ui, points, color, width, pictures::fitted(dash, pictures::length_of(points)));
}

void disc(Ui& ui, Vec2 centre, float radius, Color color)
{
    ui.list->AddCircleFilled(im(centre), radius, packed(color));
}

void ring(Ui& ui, Vec2 centre, float radius, Color color, float width)
{
    // ImGui draws circles half a pixel smaller.
    ui.list->AddCircle(im(centre), radius + 0.5F, packed(color), 0, width);
}

void arc(Ui& ui, Vec2 centre, float radius, float from, float to, Color color, float width)
{
    if (to <= from) return;
    auto const angle = [](float turns) { return turns * 2 * pi - pi / 2; };
    ui.list->PathArcTo(im(centre), radius, angle(from), angle(to));
    ui.list->PathStroke(packed(color), 0, width);
}

void ellipse(Ui& ui, Vec2 centre, Vec2 radii, Color color)
{
    ui.list->AddEllipseFilled(im(centre), im(radii), packed(color), 0, 64);
}

void triangle(Ui& ui, Vec2 a, Vec2 b, Vec2 c, Color color)
{
    ui.list->AddTriangleFilled(im(a), im(b), im(c), packed(color));
}

void hatch(Ui& ui, Rect const& box, Color color, float step, float width, float slope)
{
    Clip const clip(ui, box);
    auto const run = box.height() / slope;
    auto const lines = static_cast<int>(std::ceil((box.width() + run) / step));
    for (int i = 0; i < lines; ++i) {
        auto const x = box.min.x - run + step * (static_cast<float>(i) + 0.5F);
        line(ui, {x, box.max.y}, {x + run, box.min.y}, color, width);
    }
}

void dot_grid(Ui& ui, Rect const& area, Vec2 origin, float step, float radius, Color color)
{
    auto const one = dot(ui, radius, color);
    if (one.side <= 0) return;
    auto const half = std::floor(one.side / 2);
    auto const first = [&](float least, float at) {
        return at + std::ceil((least - half - at) / step) * step;
    };
    auto const x0 = first(area.min.x, origin.x), y0 = first(area.min.y, origin.y);
    auto const along = [&](float least, float most) {
        return std::max(0, static_cast<int>(std::ceil((most + half - least) / step)));
    };
    int const columns = along(x0, area.max.x), rows = along(y0, area.max.y);
    if (columns == 0 || rows == 0) return;
    Clip const clip(ui, area);
    Quads quads(ui, columns * rows);
    ImVec2 const uv0 = im(one.uv0), uv1 = im(one.uv1);
    for (int row = 0; row < rows; ++row) {
        auto const y = whole(y0 + static_cast<float>(row) * step) - half;
        for (int column = 0; column < columns; ++column) {
            auto const x = whole(x0 + static_cast<float>(column) * step) - half;
            quads.add({{x, y}, {x + one.side, y + one.side}}, uv0, uv1, IM_COL32_WHITE);
        }
    }
}

void logo(Ui& ui, Vec2 centre, float diameter)
{
    auto const k = diameter / 44.4F;
    auto const stroke = 3.6F * k, r = diameter / 2 - stroke / 2;
    auto const ink = ui.color().ink;
    ring(ui, centre, r, ink, stroke);
    line(ui, {centre.x - r, centre.y}, {centre.x + r, centre.y}, ink, 3.1F * k);
    line(ui, {centre.x, centre.y - r}, {centre.x, centre.y + r}, ink, 3.1F * k);
    auto const dot = centre - Vec2{9 * k, 9 * k};
    disc(ui, dot, 6.4F * k, ui.color().panel);
    disc(ui, dot, 5.3F * k, ui.color().accent);
}

} // namespace ui
