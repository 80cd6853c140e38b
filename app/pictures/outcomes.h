#pragma once

#include "analysis/estimates/placements.h"
#include "board/palette.h"

#include <cstddef>

namespace pictures {

// Outcomes: quadrants of a matrix (launch, safeguard, comfort, set_aside) and decisions (launch,
// safeguard, later, set_aside).
enum class Outcome { launch, safeguard, later, set_aside, comfort };
struct OutcomeLook {
    unsigned icon = 0; // of icons.h
    board::Color text, tint, border;
};
OutcomeLook look_of(board::Palette const& palette, Outcome outcome);
Outcome outcome_of(analysis::Quadrant quadrant);
Outcome outcome_of(model::Verdict verdict); // not for `none`

// The colour of a grade, 0 the worst of `count`, and of text on it. With fewer than seven grades
// the extreme colours are kept; with more, colours are interpolated.
struct GradeLook {
    board::Color fill, text;
};
GradeLook grade_look(board::Palette const& palette, std::size_t grade, std::size_t count);

} // namespace pictures
