#pragma once

#include "pictures/pen.h"

#include <cstddef>
#include <optional>
#include <string_view>

// Markers: a circle for a case, a rounded square for an axis.
namespace pictures {

// A case on a matrix.
enum class ChipState { rest, selected, before, unplaced };
struct CaseChip {
    std::string_view number;
    std::optional<std::size_t> axis; // its hue, 0 to 7; none: neutral, for the mean of several axes
    float radius = 22;               // pixels; design: 22, hovered 27, in small matrices 21 and 16
    ChipState state = ChipState::rest;
    enum class Badge { none, contested, locked } badge = Badge::none;
    float alpha = 1;
};
void draw_case_chip(Pen& pen, base::Vec2 centre, CaseChip const& chip);

// The « ≠ » badge of a contested case, `radius` in pixels (11.5 design pixels on a chip).
void draw_contested_badge(Pen& pen, base::Vec2 centre, float radius);

// Centres the digits, not the line box.
void draw_number(Pen& pen, base::Vec2 centre, Type const& type, Color color,
                 std::string_view number);

// The size of a case's number as a share of the diameter of its disc: `usual`, and smaller from
// four digits on, so that all lie within.
float number_share(std::size_t digits, float usual);

// The hue, 0 to 7, of the axis with this place. With more axes than hues, the number distinguishes
// them.
std::size_t hue_of(int place);

} // namespace pictures
