#pragma once

#include "analysis/estimates/placements.h"
#include "analysis/estimates/spread.h"
#include "base/geometry.h"

#include <array>

namespace pictures {

// Where the levels of one axis lie on the screen: risk to the right, opportunity upwards, four
// quadrants with a gap between them. Coordinates are those of `box`.
struct Matrix {
    base::Rect box;
    float gap = 8;
    model::Level opportunity_line = analysis::quadrant_line; // where the quadrants meet
    model::Level risk_line = analysis::quadrant_line;
    float band = 0; // kept free above the highest opportunity and below the lowest, for titles

    [[nodiscard]] base::Vec2 at(model::Level opportunity, model::Level risk) const;
    // The same between two levels.
    [[nodiscard]] base::Vec2 at_point(double opportunity, double risk) const;
    // The levels of a point, kept within 0..1000.
    struct Levels {
        model::Level opportunity = 0, risk = 0;
        friend bool operator==(Levels, Levels) = default;
    };
    [[nodiscard]] Levels levels_at(base::Vec2 point) const;
    [[nodiscard]] base::Vec2 cross() const { return at(opportunity_line, risk_line); }
    [[nodiscard]] base::Rect quadrant(analysis::Quadrant which) const;
    [[nodiscard]] analysis::Quadrant quadrant_of(Levels levels) const;
};

// In `box`, with the lines of that axis.
Matrix matrix_of(model::Axis const& axis, base::Rect const& box, float gap, float band = 0);

// An ellipse on the two scales, which are not drawn alike: through its points, closed.
std::array<base::Vec2, 65> outline_of(Matrix const& matrix, analysis::Ellipse const& ellipse);

} // namespace pictures
