#pragma once

#include "analysis/voting/tally.h"

#include <optional>

namespace analysis {

// The tally of the reference round without intervals; nothing when there is none.
std::optional<Tally> reference_tally(model::Document const& doc);

} // namespace analysis
