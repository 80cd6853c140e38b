#pragma once

#include "analysis/estimates/placements.h"
#include "board/palette.h"
#include "i18n/catalogue.h"
#include "model/records.h"

#include <string>

namespace pictures {

// The four outcomes. They say where a case lies on a matrix (comfort takes the place of later) and
// what is decided of it.
enum class Outcome { launch, safeguard, later, set_aside, comfort };
struct OutcomeLook {
    unsigned icon = 0; // of icons.h
    board::Color text, tint, border;
};
OutcomeLook look_of(board::Palette const& palette, Outcome outcome);
Outcome outcome_of(analysis::Quadrant quadrant);

std::string quadrant_name(i18n::Catalogue const& words, analysis::Quadrant quadrant);
// The same in the words of the axis, where it has its own.
std::string quadrant_name(i18n::Catalogue const& words, model::Axis const& axis,
                          analysis::Quadrant quadrant);

// Under which an axis goes where there is little room.
std::string name_of_axis(model::Axis const& axis);

} // namespace pictures
