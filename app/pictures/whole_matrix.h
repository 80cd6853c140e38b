#pragma once

#include "analysis/ranking/ranking.h"
#include "pictures/matrix_picture.h"

// A complete matrix as a picture for a page or file. `box`: the matrix itself; scales need 84
// design pixels at its left, 36 above and 50 below. Labels are placed before it returns (30 ms for
// 24, quadratic in their number).
namespace pictures {

// One axis as in Placer without a selection: scales, quadrants, clouds, chips and labels.
List axis_picture(Means const& means, model::Document const& doc, model::AxisId axis,
                  base::Rect const& box, Names names = Names::shown);

// The scales and quadrants of all axes in one: of a single axis its own, else the usual ones.
model::Axis overall_axis(i18n::Catalogue const& words, model::Document const& doc);

// All axes in one: each placed case at its weighted mean opportunity and risk, as used by the
// order; contested ones are marked.
List overall_picture(Means const& means, model::Document const& doc,
                     analysis::Ranking const& ranking, base::Rect const& box,
                     Names names = Names::shown);

} // namespace pictures
