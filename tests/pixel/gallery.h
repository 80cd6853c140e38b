#pragma once

#include "ui/kit/ui.h"

// The sheet of every component in its states, laid out as the design's own sheet: 1920×1080.
void draw_gallery(ui::Ui& ui);
