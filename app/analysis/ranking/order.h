#pragma once

#include "model/document.h"

#include <vector>

namespace analysis {

struct Tally;
struct Ranking;
struct RankedCase;

// The visible cases as a vote ordered them; those that were not voted on follow, by number.
std::vector<model::CaseId> order_by_result(model::Document const& doc, Tally const& tally);

// The first `count` placed cases that carry no veto, and those level with the last of them: what
// the order alone would take. A risk to be looked into is never taken by itself (METHODS 2.6).
std::vector<model::CaseId> first_without_veto(Ranking const& ranking, int count);

// The axes in use on which a case is not placed, in their order.
std::vector<model::AxisId> missing_axes(model::Document const& doc, RankedCase const& one);

} // namespace analysis
