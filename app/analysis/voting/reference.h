#pragma once

#include "analysis/voting/tally.h"

#include <optional>

namespace analysis {

// The result of the vote that counts in the order, without intervals; nothing when none does.
std::optional<Tally> reference_tally(model::Document const& doc);

} // namespace analysis
