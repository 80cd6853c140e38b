#pragma once

#include "analysis/comparison/comparison.h"
#include "pictures/matrix.h"
#include "pictures/names.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

// Draws the moves between two sessions or moments on a matrix: former positions dashed, arrows,
// present positions.
namespace pictures {

// A case on one axis, or its mean over all.
struct Moved {
    model::CaseId on; // of the second session; if removed, of the first
    int number = 0;
    std::optional<analysis::Point> before, after; // 0..1000; at least one
    // still: did not move, or is known in one session only; crossed: moved to another quadrant.
    enum class Kind { still, moved, crossed, gone, fresh } kind = Kind::still;
    friend bool operator==(Moved const&, Moved const&) = default;
};

// On an axis of both (index in `all.axes`), by placement; without one, by the mean over all axes.
// Cases without data are omitted. By number, moved ones last.
std::vector<Moved> moves_on(analysis::Comparison const& all, model::Document const& before,
                            model::Document const& after, std::optional<std::size_t> axis);
// The axis in the second session; overall, one with default labels.
model::Axis axis_of_moves(i18n::Catalogue const& words, analysis::Comparison const& all,
                          model::Document const& after, std::optional<std::size_t> axis);

// A case with its layout.
struct MoveChip {
    Moved what;
    base::Vec2 from, at; // positions before and after; equal if there is one only
    base::Vec2 centre;   // drawn here, separated from others
    float radius = 0;
    ChipName name; // of moved, removed and new cases; otherwise without shapes
};
// `titles`: boxes of the quadrant titles, kept free. Slow: cache the result.
std::vector<MoveChip> lay_out_moves(Means const& means, model::Document const& before,
                                    model::Document const& after, Matrix const& matrix,
                                    std::vector<Moved> const& moves,
                                    std::vector<base::Rect> const& titles);
NamesWanted move_names_wanted(Means const& means, Matrix const& matrix,
                              std::vector<MoveChip> const& chips,
                              std::vector<base::Rect> const& titles, float count_width);

// What is drawn on the matrix. Refers to its inputs.
struct MovesNow {
    struct Chip {
        MoveChip const* chip = nullptr;
        LabelPlace const* name = nullptr; // none: did not fit, or not computed yet
    };
    std::vector<Chip> chips;
    model::CaseId looked_at; // the others are faded; or none
};
void draw_moves(Pen& pen, MovesNow const& now);

// The legend, from the right end of `strip` leftwards; entries that do not fit are omitted.
void draw_moves_legend(Pen& pen, base::Rect const& strip, std::string_view before,
                       std::string_view after);

// A small matrix: quadrants, arrows, dots for cases that did not move.
void draw_small_moves(Pen& pen, base::Rect const& box, model::Axis const& axis,
                      std::vector<Moved> const& moves);

// A complete matrix: scales, quadrants, arrows, chips and labels. `box`: the matrix itself, as for
// axis_picture; `said_before` and `said_after`: names of the two moments.
List moves_picture(Means const& means, analysis::Comparison const& all,
                   model::Document const& before, model::Document const& after,
                   std::optional<std::size_t> axis, base::Rect const& box,
                   std::string_view said_before, std::string_view said_after);

} // namespace pictures
