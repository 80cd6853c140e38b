#pragma once

#include "model/document.h"

#include <vector>

// What of a document takes part in every reading of it.
namespace analysis {

// The cases that stand for themselves (not merged into another), by number.
std::vector<model::CaseId> visible_cases(model::Document const& doc);

// The axes in use, in their order on the screen.
std::vector<model::AxisId> active_axes(model::Document const& doc);

} // namespace analysis
