#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "pictures/type.h"

#include <string>
#include <variant>
#include <vector>

// A picture as a value: shapes and texts in the order in which they are painted, the first one
// lowest. Coordinates and sizes are pixels of the picture, colours those of a theme. The screen
// (ui/paint/picture_paint.h) and SVG (svg.h) paint the same list.
namespace pictures {

using board::Color;

enum class Corners { all, top, bottom, left, right, none };

// Dashes of `on` pixels, `off` apart; `on` 0: no dashes.
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

// A border inside of a rectangle, as CSS draws it.
struct Border {
    base::Rect box;
    float radius = 0;
    Color color;
    float width = 1;
    Corners corners = Corners::all;
    Dash dash{}; // all corners round
    friend bool operator==(Border const&, Border const&) = default;
};

// A filled circle.
struct Disc {
    base::Vec2 centre;
    float radius = 0;
    Color color;
    friend bool operator==(Disc const&, Disc const&) = default;
};

// A circle's line; `radius` is that of its middle.
struct Ring {
    base::Vec2 centre;
    float radius = 0;
    Color color;
    float width = 1;
    Dash dash{}; // stretched a little, so that the last one ends where the first begins
    friend bool operator==(Ring const&, Ring const&) = default;
};

// Part of a ring, in turns clockwise from noon; `from` is less than `to`.
struct Arc {
    base::Vec2 centre;
    float radius = 0, from = 0, to = 0;
    Color color;
    float width = 1;
    friend bool operator==(Arc const&, Arc const&) = default;
};

// A filled ellipse, its axes along those of the picture.
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

// Straight lines from point to point; closed where the last point is the first.
struct Polyline {
    std::vector<base::Vec2> points;
    Color color;
    float width = 1;
    Dash dash{};
    friend bool operator==(Polyline const&, Polyline const&) = default;
};

// Filled; convex.
struct Polygon {
    std::vector<base::Vec2> points;
    Color color;
    friend bool operator==(Polygon const&, Polygon const&) = default;
};

// Dots every `step` pixels over `area`, one of them at `origin` (anywhere).
struct DotGrid {
    base::Rect area;
    base::Vec2 origin;
    float step = 1, radius = 0;
    Color color;
    friend bool operator==(DotGrid const&, DotGrid const&) = default;
};

// One line of text: `at` is on its baseline, at its left end, middle or right end.
struct Text {
    base::Vec2 at;
    Type type;
    Color color;
    std::string text;
    Align align = Align::left;
    float width = 0; // as it was measured
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

// What follows, up to its ClipEnd, is cut off at `box`. They may be nested.
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
    float unit = 1; // pixels of the picture for one of the design: of the texts' sizes
    std::vector<Item> items;
    friend bool operator==(List const&, List const&) = default;
};

// Stretched a little, so that on a closed line of that length the last dash ends where the first
// began.
Dash fitted(Dash dash, float length);

// Along a closed rectangle whose corners are arcs.
std::vector<base::Vec2> rounded_points(base::Rect const& box, float radius);
// Along an ellipse, closed, clockwise from its top; enough for its size.
std::vector<base::Vec2> oval_points(base::Vec2 centre, base::Vec2 radii);
float length_of(std::vector<base::Vec2> const& points);

} // namespace pictures
