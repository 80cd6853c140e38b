#pragma once

#include "model/records.h"
#include "pictures/labels.h"
#include "pictures/pen.h"

#include <string>
#include <vector>

// The names of cases where there is little room: their words, their sizes, what is drawn of them.
namespace pictures {

// The short form of a case: its own, or the one proposed from its title.
struct Brief {
    std::string text;
    enum class By { person, rule } by = By::person;
};
Brief brief_of(model::Case const& one);

// Names on matrices and plots.
inline constexpr Type name_type{Face::medium, 20, 24};

// A case's name beside its chip: what may be written, and in which sizes.
struct ChipName {
    std::string number, title;
    Brief brief; // empty where it would say no less than the title
    std::vector<NameShape> shapes;
};
ChipName name_of(Measure const& measure, float unit, model::Case const& one);

// What is asked so that names are put in place.
struct NamesWanted {
    std::vector<model::CaseId> on; // of `names`, in the same order
    std::vector<Labelled> names;
    LabelGround ground;
    std::vector<base::Rect> spots; // for the count of those left out, the best first
};

// In the place it was given, aligned towards its chip; a short form proposed by the rule is paler.
void draw_name(Pen& pen, ChipName const& name, LabelPlace const& place, Color color);
void draw_name_leader(Pen& pen, LabelPlace const& place, Color color);

} // namespace pictures
