#pragma once

#include "pictures/labels.h"
#include "pictures/matrix.h"
#include "ui/kit/chips.h"
#include "ui/kit/names.h"

#include <string>
#include <vector>

// A matrix and what lies on it, drawn. Nothing here decides or stores.
namespace ui {

Outcome outcome_of(analysis::Quadrant quadrant);
std::string quadrant_name(Ui const& ui, analysis::Quadrant quadrant); // Lancer, Encadrer…
// The same in the words of the axis, where it has its own.
std::string quadrant_name(Ui const& ui, model::Axis const& axis, analysis::Quadrant quadrant);

inline constexpr float title_band = 46; // above and below the levels, in pixels of the design

// Under which an axis goes where there is little room.
std::string name_of_axis(model::Axis const& axis);

// The four tinted quarters; with `titles`, their icons, names and counts (a negative one is not
// said), whose boxes come back.
enum class Titles { none, shown };
std::vector<base::Rect> draw_quadrants(Ui& ui, pictures::Matrix const& matrix, float radius,
                                       Titles titles, analysis::AxisPlacements const& counts,
                                       model::Axis const& axis = {});

// The arrows and words of the two scales, around the matrix.
void draw_scales(Ui& ui, pictures::Matrix const& matrix, model::Axis const& axis);

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
};

// A case on the matrix of an axis, ready to be drawn.
struct MatrixChip {
    model::CaseId on;
    int number = 0;
    base::Vec2 at;     // where its levels say
    base::Vec2 centre; // where it is drawn, parted from those at the same place
    ChipName name;     // without shapes when names are not asked for
    CaseChip::Badge badge = CaseChip::Badge::none;
    Spot::Kind kind = Spot::Kind::settled;
    Spot::Left left = Spot::Left::none;
    Spot::Right right = Spot::Right::none;
};

// The chips of one axis, parted. Costly: keep them while neither the data nor the size change.
std::vector<MatrixChip> lay_out_chips(Ui const& ui, model::Document const& doc,
                                      pictures::Matrix const& matrix,
                                      std::vector<Spot> const& spots,
                                      std::vector<base::Rect> const& taken, Titles names);
// What is asked so that their names are put in place. `rings`: outlines that none is to lie across.
NameDesk::Question names_wanted(Ui const& ui, pictures::Matrix const& matrix,
                                std::vector<MatrixChip> const& chips,
                                std::vector<base::Rect> const& taken,
                                std::vector<std::vector<base::Vec2>> rings, float count_width);
// A chip, in the hue of its axis, and the signs at its feet.
CaseChip chip_of(Ui const& ui, MatrixChip const& chip, model::Axis const& axis,
                 std::string const& number);
void draw_signs(Ui& ui, MatrixChip const& chip, base::Vec2 centre, float alpha);

// One axis small: quadrants and grey dots. For the overview and for thumbnails; dots in the axis'
// hue when `tracked` is none.
void draw_small_matrix(Ui& ui, base::Rect const& box, model::Document const& doc,
                       model::AxisId axis, model::CaseId tracked, float dot_radius, float gap,
                       float radius);

} // namespace ui
