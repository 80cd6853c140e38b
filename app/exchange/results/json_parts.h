#pragma once

#include "model/document.h"

#include <nlohmann/json.hpp>

// What several of the printed documents say alike. Private to this folder.
namespace exchange {

// The names of what is said beside a decision, see analysis::Notice.
nlohmann::ordered_json notices_json(model::Document const& doc, model::DecisionKey const& key);

} // namespace exchange
