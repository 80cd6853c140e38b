#pragma once

#include "ui/kit/ui.h"

#include <cstddef>

namespace ui {

// The colour of a grade, 0 the worst of `count`, and of text on it. Fewer than seven grades keep
// the outer ones; more go from one to the next.
struct GradeLook {
    board::Color fill, text;
};
GradeLook grade_look(Ui const& ui, std::size_t grade, std::size_t count);

} // namespace ui
