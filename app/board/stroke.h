#pragma once

#include "base/geometry.h"
#include "model/records.h"

#include <optional>
#include <vector>

// Freehand strokes: from pointer positions to the few stored points, and from those to the
// displayed curve. Board units.
namespace board {

using Line = std::vector<base::Vec2>;

constexpr float stroke_width = 5; // readable from the back of the room

// Smooths jitter: moves each point half way to the middle of its neighbours, by at most `most`,
// which keeps the corners of fast strokes. The ends stay.
Line steadied(Line const& drawn, float most);

// Douglas-Peucker: the fewest points for which the line deviates by at most `tolerance`. At least
// one.
Line simplified(Line const& line, float tolerance);

// The curve through the stored points: a centripetal Catmull-Rom spline, which has no loops or
// cusps; corners stay sharp.
Line curved(Line const& kept);

// The stored form of a line drawn at `scale` screen pixels per board unit. None for an empty line.
std::optional<model::Annotation> stroke_of(Line const& drawn, float scale);
// The points of a stored stroke.
Line points_of(model::Annotation const& stroke);

// The distance of `at` from the line.
float distance_to(Line const& line, base::Vec2 at);
// Whether any part of the line is in `area`.
bool crosses(Line const& line, base::Rect const& area);

// The convex hull of `points`, clockwise on the screen.
Line hull_of(Line points);

} // namespace board
