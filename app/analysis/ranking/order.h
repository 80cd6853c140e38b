#pragma once

#include "model/document.h"

#include <vector>

namespace analysis {

struct Tally;
struct Ranking;
struct RankedCase;

// The visible cases in the order of a vote; those not voted on follow, by number.
std::vector<model::CaseId> order_by_result(model::Document const& doc, Tally const& tally);

// The first `count` placed cases without a veto, and those tied with the last (methods.md, 2.6).
std::vector<model::CaseId> first_without_veto(Ranking const& ranking, int count);

// The active axes on which a case is not placed, in their order.
std::vector<model::AxisId> missing_axes(model::Document const& doc, RankedCase const& one);

} // namespace analysis
