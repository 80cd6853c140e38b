#pragma once

#include "analysis/placements.h"
#include "base/geometry.h"

namespace board {

// Where the levels of one axis lie on the screen: risk to the right, opportunity upwards, four
// quadrants with a gap between them. Coordinates are those of `box`.
struct Matrix {
    base::Rect box;
    float gap = 8;

    [[nodiscard]] base::Vec2 at(model::Level opportunity, model::Level risk) const;
    // The levels of a point, kept within 0..1000.
    struct Levels {
        model::Level opportunity = 0, risk = 0;
    };
    [[nodiscard]] Levels levels_at(base::Vec2 point) const;
    [[nodiscard]] base::Rect quadrant(analysis::Quadrant which) const;
};

} // namespace board
