#pragma once

#include "analysis/estimates/placements.h"
#include "board/palette.h"

#include <cstddef>

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
Outcome outcome_of(model::Verdict verdict); // of one that was given

// The colour of a grade, 0 the worst of `count`, and of text on it. Fewer than seven grades keep
// the outer ones; more go from one to the next.
struct GradeLook {
    board::Color fill, text;
};
GradeLook grade_look(board::Palette const& palette, std::size_t grade, std::size_t count);

} // namespace pictures
