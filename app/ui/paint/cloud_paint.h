#pragma once

#include "analysis/estimates/delphi.h"
#include "pictures/profile.h"
#include "ui/kit/ui.h"

#include <string>

// What a room's estimates say, in signs and words. Nothing here decides or stores.
namespace ui {

// How far people agree: a sign and a word, as tall as a pill. Returns its width.
float draw_agreement(Ui& ui, base::Vec2 left_middle, analysis::Agreement agreement);

// In its place where a case is settled elsewhere than the room says: no agreement on that.
using pictures::icon_contradicted;
float draw_contradicted(Ui& ui, base::Vec2 left_middle);

} // namespace ui
