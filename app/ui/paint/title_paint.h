#pragma once

#include "base/text.h"
#include "ui/kit/ui.h"

#include <string_view>
#include <vector>

namespace ui {

// A title wrapped at `width` screen pixels, with some words marked: semibold on the accent's tint.
// Returns the height drawn.
float draw_marked_title(Ui& ui, base::Vec2 at, float width, std::string_view title,
                        std::vector<base::WordSpan> const& marked, int max_lines);
float marked_title_height(Ui& ui, std::string_view title, float width, int max_lines);

} // namespace ui
