#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "pictures/list.h"
#include "ui/kit/ui.h"

#include <span>

// Drawing primitives, into ui.list, in screen pixels: convert design pixels by ui.px.
namespace ui {

// For direct ImDrawList calls.
constexpr unsigned packed(board::Color c)
{
    return static_cast<unsigned>(c.r) | static_cast<unsigned>(c.g) << 8U |
           static_cast<unsigned>(c.b) << 16U | static_cast<unsigned>(c.a) << 24U;
}

// Elevation: cards and tables; hover, popovers, floating bars; what is dragged, dialogs.
enum class Level { flat, e1, e2, e3 };

// A layer of a shadow: the box grown by `spread`, moved down by `dy` (design pixels). Largest
// first.
struct ShadowLayer {
    float dy, spread, alpha;
};
std::span<ShadowLayer const> shadow_layers(Level level);

using pictures::Corners;
using pictures::Dash;

void fill(Ui& ui, base::Rect const& box, float radius, board::Color color,
          Corners corners = Corners::all);
// A border inside the box, as in CSS; `width`: of the stroke.
void outline(Ui& ui, base::Rect const& box, float radius, board::Color color, float width = 1,
             Corners corners = Corners::all);
// The shadow below an opaque surface of that shape.
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
// One pixel wide, aligned to the pixel grid.
void hairline_h(Ui& ui, float x0, float x1, float y, board::Color color);
void hairline_v(Ui& ui, float x, float y0, float y1, board::Color color);
// A line with a filled triangle at `to`; `head`: length of the triangle.
void arrow(Ui& ui, base::Vec2 from, base::Vec2 to, board::Color color, float width, float head);

void dashed_path(Ui& ui, std::span<base::Vec2 const> points, board::Color color, float width,
                 Dash dash);
void dashed_line(Ui& ui, base::Vec2 a, base::Vec2 b, board::Color color, float width, Dash dash);
void dashed_outline(Ui& ui, base::Rect const& box, float radius, board::Color color, float width,
                    Dash dash);
void dashed_ring(Ui& ui, base::Vec2 centre, float radius, board::Color color, float width,
                 Dash dash);

void disc(Ui& ui, base::Vec2 centre, float radius, board::Color color);
// `radius`: of the middle of the stroke.
void ring(Ui& ui, base::Vec2 centre, float radius, board::Color color, float width);
// A part of a ring, in turns clockwise from the top: arc(…, 0, 0.25, …) is the first quarter.
void arc(Ui& ui, base::Vec2 centre, float radius, float from, float to, board::Color color,
         float width);
void ellipse(Ui& ui, base::Vec2 centre, base::Vec2 radii, board::Color color);
void triangle(Ui& ui, base::Vec2 a, base::Vec2 b, base::Vec2 c, board::Color color);

// Parallel lines within `box`, `step` apart; `slope`: height per width.
void hatch(Ui& ui, base::Rect const& box, board::Color color, float step, float width,
           float slope = 1);

// A grid of dots over `area`, `step` pixels apart; `origin`: the position of one of them. One quad
// each.
void dot_grid(Ui& ui, base::Rect const& area, base::Vec2 origin, float step, float radius,
              board::Color color);

// The program's logo: a circle with a cross, and a dot in its upper left quadrant.
void logo(Ui& ui, base::Vec2 centre, float diameter);

} // namespace ui
