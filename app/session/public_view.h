#pragma once

#include "session/view.h"

namespace session {

// The same moment without what a shared screen must not show: proposals that nobody accepted,
// texts of cards that are face down, contents of ballots that are not revealed, and whose ballots
// are in the box. Counts stay: of ballots cast, of cards face down.
View public_view(View const& view);
// Its counts of ballots, which change without an entry.
std::vector<BallotCount> public_boxes(View const& view);

} // namespace session
