#pragma once

#include "analysis/estimates/delphi.h"
#include "pictures/profile.h"
#include "ui/kit/ui.h"

#include <string>

// Shows estimates by icons and words. Display only.
namespace ui {

// The agreement as a pill with icon and word. Returns its width.
float draw_agreement(Ui& ui, base::Vec2 left_middle, analysis::Agreement agreement);

// Shown instead when the placement contradicts the estimates.
using pictures::icon_contradicted;
float draw_contradicted(Ui& ui, base::Vec2 left_middle);

} // namespace ui
