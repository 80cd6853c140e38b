#pragma once

#include "board/scene.h"
#include "board/stroke.h"

#include <functional>
#include <optional>

// Routes a line between two cards around the cards between them.
namespace board {

// The obstacles: cards of `scene` for which `counts` returns true, and titles of frames.
struct Between {
    Scene const& scene;
    std::function<bool(Card const&)> counts;
};

// A line between two boxes, from edge to edge. Straight, with a sideways offset `aside`, when there
// is no obstacle; else along lanes beside the two boxes, by the path that crosses the fewest cards,
// then the shortest. The result depends on the present board only. Empty when the boxes touch.
// `between`: null for a line being drawn.
Line route(base::Rect const& from, base::Rect const& to, float aside, Between const* between);

// The point at a share of the length, 0..1.
base::Vec2 along(Line const& line, float share);

} // namespace board
