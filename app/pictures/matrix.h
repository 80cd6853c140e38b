#pragma once

#include "analysis/estimates/placements.h"
#include "analysis/estimates/spread.h"
#include "base/geometry.h"

#include <array>

namespace pictures {

// Maps levels of one axis to positions in `box`: risk to the right, opportunity upwards, four
// quadrants with a gap between them.
struct Matrix {
    base::Rect box;
    float gap = 8;
    model::Level opportunity_line = analysis::quadrant_line; // lines between the quadrants
    model::Level risk_line = analysis::quadrant_line;
    float band = 0; // free above and below the levels, for titles

    [[nodiscard]] base::Vec2 at(model::Level opportunity, model::Level risk) const;
    // The same for fractional levels.
    [[nodiscard]] base::Vec2 at_point(double opportunity, double risk) const;
    // The levels at a position, clamped to 0..1000.
    struct Levels {
        model::Level opportunity = 0, risk = 0;
        friend bool operator==(Levels, Levels) = default;
    };
    [[nodiscard]] Levels levels_at(base::Vec2 point) const;
    [[nodiscard]] base::Vec2 cross() const { return at(opportunity_line, risk_line); }
    [[nodiscard]] base::Rect quadrant(analysis::Quadrant which) const;
    [[nodiscard]] analysis::Quadrant quadrant_of(Levels levels) const;
};

// A matrix in `box` with the lines of an axis.
Matrix matrix_of(model::Axis const& axis, base::Rect const& box, float gap, float band = 0);

// The outline of an ellipse given in levels, as the two scales differ; closed.
std::array<base::Vec2, 65> outline_of(Matrix const& matrix, analysis::Ellipse const& ellipse);

} // namespace pictures
