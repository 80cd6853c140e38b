#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "pictures/type.h"

#include <string>
#include <variant>
#include <vector>

// A display list: shapes and texts in drawing order. Coordinates and sizes are pixels of the
// picture, colours those of a theme. Drawn by the screen (ui/paint/picture_paint.h), as SVG (svg.h)
// and as pixels (exchange/images/raster.h).
namespace pictures {

using board::Color;

enum class Corners { all, top, bottom, left, right, none };

// Dashes of `on` pixels with gaps of `off`; `on` 0: solid.
struct Dash {
    float on = 0, off = 0;
    friend bool operator==(Dash, Dash) = default;
};

// A filled rectangle.
struct Box {
    base::Rect box;
    float radius = 0;
    Color color;
    Corners corners = Corners::all;
    friend bool operator==(Box const&, Box const&) = default;
};

// A border inside a rectangle, as in CSS.
struct Border {
    base::Rect box;
    float radius = 0;
    Color color;
    float width = 1;
    Corners corners = Corners::all;
    Dash dash{}; // only with all corners round
    friend bool operator==(Border const&, Border const&) = default;
};

// A filled circle.
struct Disc {
    base::Vec2 centre;
    float radius = 0;
    Color color;
    friend bool operator==(Disc const&, Disc const&) = default;
};

// A stroked circle; `radius`: of the middle of the stroke.
struct Ring {
    base::Vec2 centre;
    float radius = 0;
    Color color;
    float width = 1;
    Dash dash{}; // fitted, so that the pattern closes
    friend bool operator==(Ring const&, Ring const&) = default;
};

// A part of a ring, in turns clockwise from the top; `from` < `to`.
struct Arc {
    base::Vec2 centre;
    float radius = 0, from = 0, to = 0;
    Color color;
    float width = 1;
    friend bool operator==(Arc const&, Arc const&) = default;
};

// A filled axis-parallel ellipse.
struct Oval {
    base::Vec2 centre, radii;
    Color color;
    friend bool operator==(Oval const&, Oval const&) = default;
};

struct Line {
    base::Vec2 from, to;
    Color color;
    float width = 1;
    Dash dash{};
    friend bool operator==(Line const&, Line const&) = default;
};

// A polyline; closed when the last point equals the first.
struct Polyline {
    std::vector<base::Vec2> points;
    Color color;
    float width = 1;
    Dash dash{};
    friend bool operator==(Polyline const&, Polyline const&) = default;
};

// Filled; must be convex.
struct Polygon {
    std::vector<base::Vec2> points;
    Color color;
    friend bool operator==(Polygon const&, Polygon const&) = default;
};

// A grid of dots over `area`, `step` pixels apart; `origin`: the position of one of them.
struct DotGrid {
    base::Rect area;
    base::Vec2 origin;
    float step = 1, radius = 0;
    Color color;
    friend bool operator==(DotGrid const&, DotGrid const&) = default;
};

// One line of text: `at` is on its baseline, at its left end, centre or right end.
struct Text {
    base::Vec2 at;
    Type type;
    Color color;
    std::string text;
    Align align = Align::left;
    float width = 0; // as measured for the layout
    friend bool operator==(Text const&, Text const&) = default;
};

// An icon of icons.h in a square of `size` around `centre`.
struct Icon {
    base::Vec2 centre;
    float size = 0;
    Color color;
    unsigned code = 0;
    friend bool operator==(Icon const&, Icon const&) = default;
};

// Clips what follows, up to its ClipEnd, to `box`. May be nested.
struct Clip {
    base::Rect box;
    friend bool operator==(Clip const&, Clip const&) = default;
};
struct ClipEnd {
    friend bool operator==(ClipEnd, ClipEnd) = default;
};

using Item = std::variant<Box, Border, Disc, Ring, Arc, Oval, Line, Polyline, Polygon, DotGrid,
                          Text, Icon, Clip, ClipEnd>;

struct List {
    float unit = 1; // pixels per design pixel, for text sizes
    std::vector<Item> items;
    friend bool operator==(List const&, List const&) = default;
};

// Adapts the dashes so that they close on a line of that length.
Dash fitted(Dash dash, float length);

// A closed rectangle with round corners.
std::vector<base::Vec2> rounded_points(base::Rect const& box, float radius);
// A closed ellipse, clockwise from its top, with enough points for its size.
std::vector<base::Vec2> oval_points(base::Vec2 centre, base::Vec2 radii);
float length_of(std::vector<base::Vec2> const& points);

} // namespace pictures
