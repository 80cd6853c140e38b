#pragma once

#include "board/camera.h"
#include "board/selection.h"

#include <vector>

// Snapping while dragging, and the guide lines. Stateless: the same pointer position always gives
// the same result, so that nothing jitters.
namespace board {

constexpr float snap_reach = 6; // design pixels

// A guide line to draw: along aligned edges or centres, or across a gap equal to its neighbour.
struct Guide {
    base::Vec2 from, to;
    enum class Kind { line, gap } kind = Kind::line;
    friend bool operator==(Guide const&, Guide const&) = default;
};
struct Snapped {
    base::Vec2 by; // the requested move, snapped
    std::vector<Guide> guides;
};

// What is being moved; it is not compared with itself.
struct Carried {
    base::Rect box; // before the move
    Selection const& what;
};

// `by`: the pointer's movement, board units. Examines visible and nearby cards and frames only.
Snapped snapped(Scene const& scene, Carried const& carried, base::Vec2 by, View const& view);

// The same for edges of a box being resized. `sides`: -1 for the left or upper edge, 1 for the
// right or lower one, 0 for none.
struct Sides {
    int x = 0, y = 0;
    friend bool operator==(Sides, Sides) = default;
};
Snapped snapped_edges(Scene const& scene, Carried const& carried, Sides sides, base::Vec2 by,
                      View const& view);

} // namespace board
