#pragma once

#include "analysis/ranking/ranking.h"
#include "pictures/matrix_picture.h"

// A whole matrix as one picture, for a page or a file. `box` is the matrix alone: its scales stand
// around it, 84 design pixels at the left, 36 above and 50 below. Names are placed before it comes
// back (30 ms for 24 of them, and growing with their square).
namespace pictures {

// One axis as Placer shows it when nothing is selected: scales, quadrants, clouds, chips and their
// names.
List axis_picture(Means const& means, model::Document const& doc, model::AxisId axis,
                  base::Rect const& box, Names names = Names::shown);

// All axes in one: each placed case where the order sees it, by the weighted means of its
// opportunity and its risk; contested ones are marked.
List overall_picture(Means const& means, model::Document const& doc,
                     analysis::Ranking const& ranking, base::Rect const& box,
                     Names names = Names::shown);

} // namespace pictures
