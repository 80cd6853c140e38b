#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "pictures/list.h"
#include "ui/kit/ui.h"

#include <span>

// Shapes of the design, drawn into ui.list. Everything is in screen pixels: pass measures through
// ui.px.
namespace ui {

// For ImDrawList calls of one's own.
constexpr unsigned packed(board::Color c)
{
    return static_cast<unsigned>(c.r) | static_cast<unsigned>(c.g) << 8U |
           static_cast<unsigned>(c.b) << 16U | static_cast<unsigned>(c.a) << 24U;
}

// Elevation: cards and tables; hover, popovers, floating bars; what is dragged, dialogs.
enum class Level { flat, e1, e2, e3 };

// What a shadow is made of: a shape as large as the box plus `spread`, moved down by `dy` (design
// pixels). The largest first.
struct ShadowLayer {
    float dy, spread, alpha;
};
std::span<ShadowLayer const> shadow_layers(Level level);

using pictures::Corners;
using pictures::Dash;

void fill(Ui& ui, base::Rect const& box, float radius, board::Color color,
          Corners corners = Corners::all);
// A border inside the box, as CSS draws it. `width` is the stroke's.
void outline(Ui& ui, base::Rect const& box, float radius, board::Color color, float width = 1,
             Corners corners = Corners::all);
// The shadow that lies under an opaque surface of that shape.
void shadow(Ui& ui, base::Rect const& box, float radius, Level level, float alpha = 1);

// A surface: shadow, fill, border.
struct Surface {
    float radius = 0;
    board::Color fill;
    board::Color border{0, 0, 0, 0};
    float border_width = 1;
    Level level = Level::flat;
};
void draw_surface(Ui& ui, base::Rect const& box, Surface const& surface);

void line(Ui& ui, base::Vec2 a, base::Vec2 b, board::Color color, float width = 1);
// A hairline of one pixel, sharp.
void hairline_h(Ui& ui, float x0, float x1, float y, board::Color color);
void hairline_v(Ui& ui, float x, float y0, float y1, board::Color color);
// A line with a filled triangle at `to`; `head` is the triangle's length.
void arrow(Ui& ui, base::Vec2 from, base::Vec2 to, board::Color color, float width, float head);

void dashed_path(Ui& ui, std::span<base::Vec2 const> points, board::Color color, float width,
                 Dash dash);
void dashed_line(Ui& ui, base::Vec2 a, base::Vec2 b, board::Color color, float width, Dash dash);
void dashed_outline(Ui& ui, base::Rect const& box, float radius, board::Color color, float width,
                    Dash dash);
void dashed_ring(Ui& ui, base::Vec2 centre, float radius, board::Color color, float width,
                 Dash dash);

void disc(Ui& ui, base::Vec2 centre, float radius, board::Color color);
// `radius` is that of the middle of the stroke.
void ring(Ui& ui, base::Vec2 centre, float radius, board::Color color, float width);
// Part of a ring, in turns clockwise from noon: arc(…, 0, 0.25, …) is the quarter after noon.
void arc(Ui& ui, base::Vec2 centre, float radius, float from, float to, board::Color color,
         float width);
void ellipse(Ui& ui, base::Vec2 centre, base::Vec2 radii, board::Color color);
void triangle(Ui& ui, base::Vec2 a, base::Vec2 b, base::Vec2 c, board::Color color);

// Parallel lines within `box`, `step` apart, rising at `slope` (height per width).
void hatch(Ui& ui, base::Rect const& box, board::Color color, float step, float width,
           float slope = 1);

// Dots of radius `radius` every `step` pixels over `area`, one of them at `origin` (anywhere). One
// quad each.
void dot_grid(Ui& ui, base::Rect const& area, base::Vec2 origin, float step, float radius,
              board::Color color);

// The circle with its cross and the dot of its upper left quadrant.
void logo(Ui& ui, base::Vec2 centre, float diameter);

} // namespace ui
