#pragma once

#include "model/records.h"
#include "pictures/labels.h"
#include "pictures/pen.h"

#include <string>
#include <vector>

// Short labels of cases: text, sizes, drawing.
namespace pictures {

// The short title of a case: its own, or one proposed from its title.
struct Brief {
    std::string text;
    enum class By { person, rule } by = By::person;
};
Brief brief_of(model::Case const& one);

// Labels on matrices and plots.
inline constexpr Type name_type{Face::medium, 20, 24};

// The label of a chip: texts and sizes.
struct ChipName {
    std::string number, title;
    Brief brief; // empty if not shorter than the title
    std::vector<NameShape> shapes;
};
ChipName name_of(Measure const& measure, float unit, model::Case const& one);

// The input for placing labels.
struct NamesWanted {
    std::vector<model::CaseId> on; // of `names`, in the same order
    std::vector<Labelled> names;
    LabelGround ground;
    std::vector<base::Rect> spots; // for the number of omitted labels, best first
};

// Draws a label at its position, aligned towards its chip; an automatic short title is paler.
void draw_name(Pen& pen, ChipName const& name, LabelPlace const& place, Color color);
void draw_name_leader(Pen& pen, LabelPlace const& place, Color color);

} // namespace pictures
