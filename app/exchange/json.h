#pragma once

#include "analysis/ranking.h"
#include "analysis/tally.h"
#include "model/document.h"

#include <string>

namespace exchange {

// What `cadran show --json` prints: everything the session holds, one JSON document, UTF-8, two
// spaces of indent. Opportunity and risk are on 0..10. Of an open round it says the rules and the
// state, nothing else.
std::string show_json(model::Document const& doc, std::uint64_t entries, std::string const& hash);

// What `cadran tally --json` and `cadran rank --json` print. The order comes with what it rests on:
// the estimates of each case on each axis, and what was decided.
std::string tally_json(model::Document const& doc, analysis::Tally const& tally);
std::string rank_json(model::Document const& doc, analysis::Ranking const& ranking);

} // namespace exchange
