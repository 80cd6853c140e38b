#pragma once

#include "model/records.h"
#include "ui/ui.h"

#include <string>
#include <vector>

namespace ui {

// The grades of a judgment, from worst to best: those that were written for the round, else the
// screen's own for six or seven, else numbers from 1.
std::vector<std::string> grade_names(Ui const& ui, model::Round const& round);

} // namespace ui
