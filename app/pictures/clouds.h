#pragma once

#include "analysis/estimates/cloud.h"
#include "pictures/matrix.h"
#include "pictures/pen.h"

// What a room's estimates look like on a matrix.
namespace pictures {

// Where half of the room is, filled in `hue`; dashed where the room is contested. Cut at the
// matrix. From five people on, and under eight of them, their dots instead.
void draw_cloud(Pen& pen, Matrix const& matrix, analysis::Shape const& shape, Color hue,
                float alpha);

// Each person's dot, tied to the median, and the two camps of a contested scale.
void draw_people(Pen& pen, Matrix const& matrix, analysis::Shape const& shape);

// The quarter of the room in each zone, with its sign: two rows of two. Returns its height.
float draw_zones(Pen& pen, base::Rect const& area, analysis::Shape const& shape,
                 model::Axis const& axis);

} // namespace pictures
