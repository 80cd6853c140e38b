#pragma once

#include "ui/kit/ui.h"

// Draws all components in their states, as the design's sheet: 1920×1080.
void draw_gallery(ui::Ui& ui);
