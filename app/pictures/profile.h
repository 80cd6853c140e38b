#pragma once

#include "analysis/estimates/placements.h"
#include "pictures/pen.h"

#include <optional>
#include <span>

// One case over all axes: its opportunity and its risk on each, on one line.
namespace pictures {

// Where a case is settled elsewhere than the room says.
inline constexpr unsigned icon_contradicted = 0xEF78; // Material Icons, "wrong location"

struct ProfileRow {
    int place = 0; // of the axis
    std::optional<analysis::Placed> placed;
    enum class Sign { none, contested, contradicted } sign = Sign::none;
};

// Heights, in pixels of the design.
inline constexpr float profile_head = 66, profile_row = 43;

// With its legend, from `area.min` on, within its width; so high as the two above say.
void draw_profile(Pen& pen, std::span<ProfileRow const> rows, base::Rect const& area);

// An axis by its place, in its rounded square of `size` pixels.
void draw_axis_badge(Pen& pen, base::Vec2 at, float size, int place);

} // namespace pictures
