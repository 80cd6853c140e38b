#pragma once

#include "model/document.h"

#include <nlohmann/json.hpp>

#include <vector>

// What several of the printed documents say alike. Private to this folder.
namespace exchange {

// The names of what is said beside a decision, see analysis::Notice.
nlohmann::ordered_json notices_json(model::Document const& doc, model::DecisionKey const& key);

// What the revealed estimating rounds say on these axes: "clouds", one per case and axis, on 0..10,
// and "concordance", whether the judges of each round put the cases alike. Where people answered by
// another scale, "asked" says the same figures on it.
nlohmann::ordered_json estimates_of(model::Document const& doc,
                                    std::vector<model::AxisId> const& axes);

} // namespace exchange
