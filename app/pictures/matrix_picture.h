#pragma once

#include "analysis/estimates/cloud.h"
#include "model/document.h"
#include "pictures/chips.h"
#include "pictures/matrix.h"
#include "pictures/names.h"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

// A matrix and what lies on it: what is where (a value), then what is painted of it (a list).
namespace pictures {

inline constexpr float title_band = 46; // above and below the levels, in pixels of the design

// The name of a quadrant, its sign and how many cases lie there.
struct QuadrantTitle {
    analysis::Quadrant quadrant = analysis::Quadrant::launch;
    base::Rect box; // of all
    base::Vec2 icon;
    base::Rect name, count;
    std::string named, counted;
};
using QuadrantTitles = std::array<QuadrantTitle, analysis::quadrant_count>;
// A negative count is not said.
QuadrantTitles quadrant_titles(Means const& means, Matrix const& matrix, model::Axis const& axis,
                               std::array<int, analysis::quadrant_count> const& counts);
std::vector<base::Rect> boxes_of(QuadrantTitles const& titles);

// The four tinted quarters; those of a large matrix with their titles over a grid of dots.
void draw_quadrants(Pen& pen, Matrix const& matrix, float radius);
void draw_quadrants(Pen& pen, Matrix const& matrix, float radius, QuadrantTitles const& titles);

// The arrows and words of the two scales, around the matrix.
void draw_scales(Pen& pen, Matrix const& matrix, model::Axis const& axis);
// From the scales to a point, dashed.
void draw_guides(Pen& pen, Matrix const& matrix, base::Vec2 at);

// Where a case is to lie: where it was settled, or where the room's median is and nothing was yet.
struct Spot {
    model::CaseId on;
    model::Level opportunity = 0, risk = 0;
    enum class Kind { settled, median } kind = Kind::settled;
    CaseChip::Badge badge = CaseChip::Badge::none;
    // At its lower corners: locked, where the badge has no room to say so; placed by hand where the
    // room had estimated, or where its last round says otherwise.
    enum class Left { none, locked } left = Left::none;
    enum class Right { none, by_hand, contradicted } right = Right::none;
    friend bool operator==(Spot const&, Spot const&) = default;
};

// The clouds of one axis, by case, then round by round: the last counts.
using AxisClouds = std::vector<std::vector<analysis::Cloud>>;
using ShowsCase = std::function<bool(model::CaseId)>;
enum class Medians { shown, hidden }; // of the cases that are settled nowhere

// What lies on the matrix of an axis.
std::vector<Spot> spots_on(model::Document const& doc, model::AxisId axis, AxisClouds const& clouds,
                           Medians medians, ShowsCase const& shows);
// The dashed outlines of what is contested.
std::vector<std::vector<base::Vec2>>
contested_outlines(Matrix const& matrix, AxisClouds const& clouds, ShowsCase const& shows);

// A case on the matrix of an axis, ready to be drawn.
struct MatrixChip {
    Spot spot;
    int number = 0;
    base::Vec2 at;     // where its levels say
    base::Vec2 centre; // where it is drawn, parted from those at the same place
    ChipName name;     // without shapes when names are not asked for
};

// The chips of one axis, parted, off the boxes that are `taken`. Costly: keep them while neither
// the data nor the size change.
enum class Names { none, shown };
std::vector<MatrixChip> lay_out_chips(Means const& means, model::Document const& doc,
                                      Matrix const& matrix, std::vector<Spot> const& spots,
                                      std::vector<base::Rect> const& taken, Names names);

// What is asked so that their names are put in place.
// `rings`: outlines that none is to lie across. `count_width`: of what says how many are left out.
NamesWanted names_wanted(Means const& means, Matrix const& matrix,
                         std::vector<MatrixChip> const& chips, std::vector<base::Rect> const& taken,
                         std::vector<std::vector<base::Vec2>> rings, float count_width);

// A chip in the hue of its axis, `number` being its own; and the signs at its feet.
CaseChip chip_of(Means const& means, MatrixChip const& chip, model::Axis const& axis,
                 std::string_view number);
void draw_signs(Pen& pen, MatrixChip const& chip, base::Vec2 centre, float alpha);

// What lies on the ground of a matrix at one moment. Refers to what it was made of.
struct MatrixNow {
    struct Chip {
        MatrixChip const* chip = nullptr;
        base::Vec2 centre;                // where it is just now
        LabelPlace const* name = nullptr; // none: no place, or not known yet
        enum class Moved { no, by_keys } moved = Moved::no;
    };
    struct Cloud {
        model::CaseId on;
        analysis::Shape const* shape = nullptr;
    };
    model::Axis const* axis = nullptr;
    enum class Hue { of_axis, ink } hue = Hue::of_axis; // of the chips; ink: several axes averaged
    Matrix matrix;
    std::vector<Cloud> clouds;
    std::vector<Chip> chips;
    float clouds_shown = 1; // 0 to 1, while they come up
    // One case each, or none.
    model::CaseId hovered, selected, carried;
    [[nodiscard]] model::CaseId looked_at() const
    {
        return carried ? carried : hovered ? hovered : selected;
    }
};
// Clouds, chips and names; of the case that is looked at, the people too.
void draw_cases(Pen& pen, MatrixNow const& now);
// A chip on its way, and the border of the quadrant that it would lie in.
void draw_carried(Pen& pen, Matrix const& matrix, model::Axis const& axis, std::string_view number,
                  base::Vec2 at);

// What the signs on a matrix mean, from the right end of `strip` to the left; what finds no room is
// left out.
struct Legend {
    enum class Clouds { none, shown } clouds = Clouds::none;
    enum class Contradicted { none, some } contradicted = Contradicted::none;
};
struct LegendDrawn {
    float left = 0; // where it begins
    std::string said;
};
LegendDrawn draw_legend(Pen& pen, Legend const& legend, base::Rect const& strip,
                        model::Axis const& axis);

// One axis small: quadrants and dots. For the overview and for thumbnails; the dots in the axis'
// hue, or grey where a case is `tracked`, which is left out.
void draw_small_matrix(Pen& pen, base::Rect const& box, model::Document const& doc,
                       model::AxisId axis, model::CaseId tracked, float dot_radius, float gap,
                       float radius);
// The tracked case with its guides to both scales.
void draw_tracked(Pen& pen, Matrix const& matrix, model::Axis const& axis, base::Vec2 at,
                  std::string_view number, ChipState state, CaseChip::Badge badge);

} // namespace pictures
