#pragma once

#include "analysis/estimates/cloud.h"
#include "pictures/matrix.h"
#include "pictures/pen.h"

// Draws estimates on a matrix.
namespace pictures {

// The ellipse of half of the estimates, filled in `hue`; dashed if contested; clipped to the
// matrix. Needs five people; below eight, their dots instead.
void draw_cloud(Pen& pen, Matrix const& matrix, analysis::Shape const& shape, Color hue,
                float alpha);

// Each estimate as a dot tied to the median, and the two camps of a contested scale.
void draw_people(Pen& pen, Matrix const& matrix, analysis::Shape const& shape);

// The share of people in each quadrant, with icons, in a 2 × 2 grid. Returns its height.
float draw_zones(Pen& pen, base::Rect const& area, analysis::Shape const& shape,
                 model::Axis const& axis);

} // namespace pictures
