#pragma once

#include "pictures/pen.h"

#include <cstddef>
#include <optional>
#include <string_view>

// A circle is a case, a rounded square an axis.
namespace pictures {

// A case on a matrix.
enum class ChipState { rest, selected, before, unplaced };
struct CaseChip {
    std::string_view number;
    std::optional<std::size_t> axis; // its hue, 0 to 7; without: ink, for several axes averaged
    float radius = 22;               // pixels; 27 hovered, 21 and 16 in small ones (design pixels)
    ChipState state = ChipState::rest;
    enum class Badge { none, contested, locked } badge = Badge::none;
    float alpha = 1;
};
void draw_case_chip(Pen& pen, base::Vec2 centre, CaseChip const& chip);

// The « ≠ » disc of what is contested, `radius` in pixels (11.5 design pixels on a chip).
void draw_contested_badge(Pen& pen, base::Vec2 centre, float radius);

// The middle of the figures, not of the line box, on the centre.
void draw_number(Pen& pen, base::Vec2 centre, Type const& type, Color color,
                 std::string_view number);

// The hue of the axis whose place is this, 0 to 7. There may be more axes than hues: the number
// tells them apart.
std::size_t hue_of(int place);

} // namespace pictures
