#pragma once

#include "analysis/voting/judgment.h"
#include "model/records.h"
#include "ui/kit/ui.h"

#include <string>
#include <vector>

namespace ui {

// The grades of a judgment, from worst to best: those that were written for the round, else the
// screen's own for six or seven, else numbers from 1.
std::vector<std::string> grade_names(Ui const& ui, model::Round const& round);
std::string grade_name(Ui const& ui, model::Round const& round, std::size_t grade);

// A few letters for each, no two the same, to be written on its colour: those of the screen's own
// grades, else initials, else numbers.
std::vector<std::string> grade_codes(Ui const& ui, model::Round const& round);

// The colour of a grade, 0 the worst of `count`, and of text on it. Fewer than seven grades keep
// the outer ones; more go from one to the next.
struct GradeLook {
    board::Color fill, text;
};
GradeLook grade_look(Ui const& ui, std::size_t grade, std::size_t count);

// "Assez bien +": the grade of the middle of the room, and which side of it weighs more.
std::string gauge_said(Ui const& ui, model::Round const& round, analysis::Gauge const& gauge);

} // namespace ui
