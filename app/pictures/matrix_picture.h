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

// A matrix and its contents: first the layout (a value), then the display list.
namespace pictures {

inline constexpr float title_band = 46; // above and below the levels, in design pixels

// A quadrant's title: name, icon, number of cases.
struct QuadrantTitle {
    analysis::Quadrant quadrant = analysis::Quadrant::launch;
    base::Rect box; // bounding box
    base::Vec2 icon;
    base::Rect name, count;
    std::string named, counted;
    Type type = type::quadrant; // of the name, smaller where it is long
    int lines = 1;              // of the name
};
using QuadrantTitles = std::array<QuadrantTitle, analysis::quadrant_count>;
// A negative count is not shown.
QuadrantTitles quadrant_titles(Means const& means, Matrix const& matrix, model::Axis const& axis,
                               std::array<int, analysis::quadrant_count> const& counts);
std::vector<base::Rect> boxes_of(QuadrantTitles const& titles);

// The four tinted quadrants; in a large matrix with titles and a grid of dots.
void draw_quadrants(Pen& pen, Matrix const& matrix, float radius);
void draw_quadrants(Pen& pen, Matrix const& matrix, float radius, QuadrantTitles const& titles);

// The arrows and labels of both scales, around the matrix; long ends of the upright one are above.
void draw_scales(Pen& pen, Matrix const& matrix, model::Axis const& axis);
// Dashed guides from the scales to a point.
void draw_guides(Pen& pen, Matrix const& matrix, base::Vec2 at);

// The position of a case: its placement, or the median if it has none.
struct Spot {
    model::CaseId on;
    model::Level opportunity = 0, risk = 0;
    enum class Kind { settled, median } kind = Kind::settled;
    CaseChip::Badge badge = CaseChip::Badge::none;
    // Badges at its lower corners: locked (if not shown otherwise); placed by hand in spite of
    // estimates, or contradicting the last round.
    enum class Left { none, locked } left = Left::none;
    enum class Right { none, by_hand, contradicted } right = Right::none;
    friend bool operator==(Spot const&, Spot const&) = default;
};

// The clouds of one axis, by case, then by round; the last one is valid.
using AxisClouds = std::vector<std::vector<analysis::Cloud>>;
using ShowsCase = std::function<bool(model::CaseId)>;
enum class Medians { shown, hidden }; // of cases without a placement

// The cases shown on the matrix of an axis.
std::vector<Spot> spots_on(model::Document const& doc, model::AxisId axis, AxisClouds const& clouds,
                           Medians medians, ShowsCase const& shows);
// The dashed outlines of contested clouds.
std::vector<std::vector<base::Vec2>>
contested_outlines(Matrix const& matrix, AxisClouds const& clouds, ShowsCase const& shows);

// A case with its layout.
struct MatrixChip {
    Spot spot;
    int number = 0;
    base::Vec2 at;     // exact position
    base::Vec2 centre; // drawn here, separated from others
    ChipName name;     // without shapes when labels are not requested
};

// The chips of one axis, separated, outside the boxes of `taken`. Slow: cache while data and size
// are unchanged.
enum class Names { none, shown };
std::vector<MatrixChip> lay_out_chips(Means const& means, model::Document const& doc,
                                      Matrix const& matrix, std::vector<Spot> const& spots,
                                      std::vector<base::Rect> const& taken, Names names);

// The input for placing their labels. `rings`: outlines not to cross. `count_width`: width of the
// text for omitted labels.
NamesWanted names_wanted(Means const& means, Matrix const& matrix,
                         std::vector<MatrixChip> const& chips, std::vector<base::Rect> const& taken,
                         std::vector<std::vector<base::Vec2>> rings, float count_width);

// A chip in the hue of its axis, with number and badges.
CaseChip chip_of(Means const& means, MatrixChip const& chip, model::Axis const& axis,
                 std::string_view number);
void draw_signs(Pen& pen, MatrixChip const& chip, base::Vec2 centre, float alpha);

// What is drawn on the matrix at one moment. Refers to its inputs.
struct MatrixNow {
    struct Chip {
        MatrixChip const* chip = nullptr;
        base::Vec2 centre;                // present position
        LabelPlace const* name = nullptr; // none: did not fit, or not computed yet
        enum class Moved { no, by_keys } moved = Moved::no;
    };
    struct Cloud {
        model::CaseId on;
        analysis::Shape const* shape = nullptr;
    };
    model::Axis const* axis = nullptr;
    enum class Hue { of_axis, ink } hue = Hue::of_axis; // of the chips; ink: mean of several axes
    Matrix matrix;
    std::vector<Cloud> clouds;
    std::vector<Chip> chips;
    float clouds_shown = 1; // 0 to 1, for fading in
    // One case each, or none.
    model::CaseId hovered, selected, carried;
    [[nodiscard]] model::CaseId looked_at() const
    {
        return carried ? carried : hovered ? hovered : selected;
    }
};
// Draws clouds, chips and labels, and the single estimates of the active case.
void draw_cases(Pen& pen, MatrixNow const& now);
// A chip being dragged, and the border of the quadrant below it.
void draw_carried(Pen& pen, Matrix const& matrix, model::Axis const& axis, std::string_view number,
                  base::Vec2 at);

// The legend, from the right end of `strip` leftwards; entries that do not fit are omitted.
struct Legend {
    enum class Clouds { none, shown } clouds = Clouds::none;
    enum class Contradicted { none, some } contradicted = Contradicted::none;
};
struct LegendDrawn {
    float left = 0; // left end
    std::string said;
};
LegendDrawn draw_legend(Pen& pen, Legend const& legend, base::Rect const& strip,
                        model::Axis const& axis);

// A small matrix with dots, for overview and thumbnails; dots in the axis's hue, or grey when a
// case is `tracked`, which is omitted.
void draw_small_matrix(Pen& pen, base::Rect const& box, model::Document const& doc,
                       model::AxisId axis, model::CaseId tracked, float dot_radius, float gap,
                       float radius);
// The legend of an overview with a tracked case, from the right end of `strip` leftwards.
void draw_overview_legend(Pen& pen, base::Rect const& strip);
// The tracked case with guides to both scales.
void draw_tracked(Pen& pen, Matrix const& matrix, model::Axis const& axis, base::Vec2 at,
                  std::string_view number, ChipState state, CaseChip::Badge badge);

} // namespace pictures
