#pragma once

#include "analysis/comparison/comparison.h"
#include "pictures/matrix.h"
#include "pictures/names.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

// What moved on a matrix from one session, or one moment, to another: where cases were, dashed, an
// arrow, where they are.
namespace pictures {

// A case on one axis, or over all of them.
struct Moved {
    model::CaseId on; // of the second session; of the first when it is gone
    int number = 0;
    std::optional<analysis::Point> before, after; // 0..1000; at least one
    // still: where it was, or known in one only; crossed: into another quadrant.
    enum class Kind { still, moved, crossed, gone, fresh } kind = Kind::still;
    friend bool operator==(Moved const&, Moved const&) = default;
};

// On an axis of both (its place in `all.axes`), where cases are settled; without one, over all
// axes. Those that say nothing there are left out. By number, what moved last.
std::vector<Moved> moves_on(analysis::Comparison const& all, model::Document const& before,
                            model::Document const& after, std::optional<std::size_t> axis);
// The axis of the second session; over all axes, one that says no more than opportunity and risk.
model::Axis axis_of_moves(i18n::Catalogue const& words, analysis::Comparison const& all,
                          model::Document const& after, std::optional<std::size_t> axis);

// A case ready to be drawn.
struct MoveChip {
    Moved what;
    base::Vec2 from, at; // where its levels say, before and after; the same where it is one only
    base::Vec2 centre;   // where it is drawn, parted from the others
    float radius = 0;
    ChipName name; // of what moved, came or went; without shapes otherwise
};
// `titles` are taken by the names of the quadrants. Costly: keep them.
std::vector<MoveChip> lay_out_moves(Means const& means, model::Document const& before,
                                    model::Document const& after, Matrix const& matrix,
                                    std::vector<Moved> const& moves,
                                    std::vector<base::Rect> const& titles);
NamesWanted move_names_wanted(Means const& means, Matrix const& matrix,
                              std::vector<MoveChip> const& chips,
                              std::vector<base::Rect> const& titles, float count_width);

// What lies on the ground of a matrix. Refers to what it was made of.
struct MovesNow {
    struct Chip {
        MoveChip const* chip = nullptr;
        LabelPlace const* name = nullptr; // none: no place, or not known yet
    };
    std::vector<Chip> chips;
    model::CaseId looked_at; // the others pale; or none
};
void draw_moves(Pen& pen, MovesNow const& now);

// What the marks mean, from the right end of `strip` to the left; what finds no room is left out.
void draw_moves_legend(Pen& pen, base::Rect const& strip, std::string_view before,
                       std::string_view after);

// One axis small: quadrants, arrows, dots of what did not move.
void draw_small_moves(Pen& pen, base::Rect const& box, model::Axis const& axis,
                      std::vector<Moved> const& moves);

// The matrix by itself: scales, quadrants, arrows, chips and names. `box` is the matrix alone, as
// for axis_picture; `said_before` and `said_after` are what the two moments are called.
List moves_picture(Means const& means, analysis::Comparison const& all,
                   model::Document const& before, model::Document const& after,
                   std::optional<std::size_t> axis, base::Rect const& box,
                   std::string_view said_before, std::string_view said_after);

} // namespace pictures
