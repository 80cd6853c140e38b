#pragma once

#include "base/geometry.h"

#include <span>
#include <vector>

namespace board {

// For a picture in small: a few rectangles that cover what `boxes` cover, as nearly as a picture
// `columns` pixels wide can show, whatever their number. Few boxes are left as they are.
std::vector<base::Rect> overview(std::span<base::Rect const> boxes, int columns);

} // namespace board
