#pragma once

#include "pictures/matrix_picture.h"
#include "pictures/outcomes.h"
#include "ui/kit/ui.h"

// Drawing of matrices and outcomes on the screen.
namespace ui {

using pictures::outcome_of;

} // namespace ui
