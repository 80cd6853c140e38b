#pragma once

#include "pictures/matrix_picture.h"
#include "pictures/outcomes.h"
#include "ui/kit/ui.h"

// Drawing of matrices and outcomes on the screen.
namespace ui {

using pictures::outcome_of;

// An outcome as its icon alone, in a disc of 32 design pixels.
constexpr float outcome_disc = 32;
void draw_outcome_disc(Ui& ui, base::Vec2 centre, pictures::Outcome outcome);

} // namespace ui
