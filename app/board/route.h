#pragma once

#include "board/scene.h"
#include "board/stroke.h"

#include <functional>
#include <optional>

// The way of a line from one card to another, around the cards that lie between them.
namespace board {

// What lies between: the cards of `scene` for which `counts` says true, and the titles of frames.
struct Between {
    Scene const& scene;
    std::function<bool(Card const&)> counts;
};

// A line between two boxes, from edge to edge. Straight when nothing lies in its way, `aside` of
// the middle; else along the gaps beside the two boxes, by the way that passes behind the fewest
// cards, then the shortest: the same for the same board, whatever it was before. Empty when the
// boxes touch. `between`: none for a line that is still being drawn.
Line route(base::Rect const& from, base::Rect const& to, float aside, Between const* between);

// Where a share of the length, 0..1, is reached.
base::Vec2 along(Line const& line, float share);

} // namespace board
