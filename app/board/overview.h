#pragma once

#include "base/geometry.h"

#include <span>
#include <vector>

namespace board {

// For the minimap: few rectangles that cover nearly the same area as `boxes`, at a resolution of
// `columns` pixels, whatever their number. A small number of boxes is returned unchanged.
std::vector<base::Rect> overview(std::span<base::Rect const> boxes, int columns);

} // namespace board
