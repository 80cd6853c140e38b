#pragma once

#include "model/document.h"

#include <vector>

// The cases and axes that take part in computations.
namespace analysis {

// The cases that are not merged into another, by number.
std::vector<model::CaseId> visible_cases(model::Document const& doc);

// The active axes, in screen order.
std::vector<model::AxisId> active_axes(model::Document const& doc);

} // namespace analysis
