#pragma once

#include "base/geometry.h"
#include "model/records.h"

#include <optional>
#include <vector>

// A line drawn by a free hand: from what the pointer did to the few points that are kept, and from
// those to the curve that is seen. Everything in board units.
namespace board {

using Line = std::vector<base::Vec2>;

constexpr float stroke_width = 5; // readable from the back of the room

// A hand trembles and a screen has pixels: each point half way to the middle of its neighbours, by
// no more than `most`, so that a quick hand keeps its corners. The ends stay.
Line steadied(Line const& drawn, float most);

// The fewest of its points from which the line strays by no more than `tolerance` (Douglas and
// Peucker). At least one.
Line simplified(Line const& line, float tolerance);

// The curve through the points `kept`: a centripetal Catmull-Rom spline, which makes neither loops
// nor cusps between them; corners stay corners.
Line curved(Line const& kept);

// What is kept of a line drawn at `scale` screen pixels a board unit. None of an empty line.
std::optional<model::Annotation> stroke_of(Line const& drawn, float scale);
// The points of a stroke that was kept.
Line points_of(model::Annotation const& stroke);

// How far `at` is from the line.
float distance_to(Line const& line, base::Vec2 at);
// Does any part of it lie in `area`?
bool crosses(Line const& line, base::Rect const& area);

// The smallest convex outline around `points`, clockwise on the screen.
Line hull_of(Line points);

} // namespace board
