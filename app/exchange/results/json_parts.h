#pragma once

#include "model/document.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <vector>

// Parts shared by several documents. Private to this folder.
namespace exchange {

constexpr double per_point = 100.0; // levels are 0..1000, shown as 0..10

template <class T>
nlohmann::ordered_json or_null(std::optional<T> const& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

// By what way the ballots of a closed round came: {"keyboard", "phone"}, or null when not kept.
nlohmann::ordered_json ways_json(model::RoundStatus const& status);

// The letters of the rooms of these sites, each once: ["A","C"].
nlohmann::ordered_json rooms_json(model::Document const& doc,
                                  std::vector<model::SiteId> const& sites);

// The names of the notices of a decision, see analysis::Notice.
nlohmann::ordered_json notices_json(model::Document const& doc, model::DecisionKey const& key);

// The results of the revealed estimating rounds on these axes: "clouds", one per case and axis, on
// 0..10, and "concordance", the agreement of the people of each round. "asked" has the same values
// on the answer scale if it differs.
nlohmann::ordered_json estimates_of(model::Document const& doc,
                                    std::vector<model::AxisId> const& axes);

} // namespace exchange
