#pragma once

#include "board/camera.h"
#include "board/selection.h"

#include <vector>

// What is dragged comes to lie in line with what is near, and the lines that say so. The same hand
// at the same place always gives the same answer: nothing is remembered, so nothing trembles.
namespace board {

constexpr float snap_reach = 6; // design pixels

// A line to draw on the board: along edges or middles that align, or across a gap that is as wide
// as its neighbour.
struct Guide {
    base::Vec2 from, to;
    enum class Kind { line, gap } kind = Kind::line;
    friend bool operator==(Guide const&, Guide const&) = default;
};
struct Snapped {
    base::Vec2 by; // what the hand meant, put in line
    std::vector<Guide> guides;
};

// What is being moved, and what it must not be compared with: itself.
struct Carried {
    base::Rect box; // where it was taken
    Selection const& what;
};

// `by`: how far the hand went, board units. Looks at cards and frames in sight and near, never at
// all of them.
Snapped snapped(Scene const& scene, Carried const& carried, base::Vec2 by, View const& view);

// The same for one edge or two of a box that is being stretched: `sides` are -1, 0 or 1, for the
// left or upper edge, none, or the right or lower one.
struct Sides {
    int x = 0, y = 0;
    friend bool operator==(Sides, Sides) = default;
};
Snapped snapped_edges(Scene const& scene, Carried const& carried, Sides sides, base::Vec2 by,
                      View const& view);

} // namespace board
