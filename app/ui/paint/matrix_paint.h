#pragma once

#include "pictures/matrix_picture.h"
#include "pictures/outcomes.h"
#include "ui/kit/ui.h"

#include <string>

// What a matrix says, in the language of the screen.
namespace ui {

using pictures::name_of_axis;
using pictures::outcome_of;

inline std::string quadrant_name(Ui const& ui, analysis::Quadrant quadrant)
{
    return pictures::quadrant_name(*ui.words, quadrant); // Lancer, Encadrer…
}
// The same in the words of the axis, where it has its own.
inline std::string quadrant_name(Ui const& ui, model::Axis const& axis, analysis::Quadrant quadrant)
{
    return pictures::quadrant_name(*ui.words, axis, quadrant);
}

} // namespace ui
