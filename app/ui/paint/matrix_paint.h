#pragma once

#include "pictures/matrix_picture.h"
#include "pictures/outcomes.h"
#include "ui/kit/ui.h"

// A matrix and the outcomes that its quadrants stand for.
namespace ui {

using pictures::outcome_of;

} // namespace ui
