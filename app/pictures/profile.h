#pragma once

#include "analysis/estimates/placements.h"
#include "pictures/pen.h"

#include <optional>
#include <span>

// One case on all axes: bars for opportunity and risk of each.
namespace pictures {

// Marks a placement that contradicts the estimates.
inline constexpr unsigned icon_contradicted = 0xEF78; // Material Icons, "wrong location"

struct ProfileRow {
    int place = 0; // of the axis
    std::optional<analysis::Placed> placed;
    enum class Sign { none, contested, contradicted } sign = Sign::none;
};

// Heights, in design pixels.
inline constexpr float profile_head = 66, profile_row = 43;

// With its legend, from `area.min`, within its width; its height is given by the constants above.
void draw_profile(Pen& pen, std::span<ProfileRow const> rows, base::Rect const& area);

// The number of an axis in a rounded square of `size` pixels.
void draw_axis_badge(Pen& pen, base::Vec2 at, float size, int place);

} // namespace pictures
