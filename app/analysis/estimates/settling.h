#pragma once

#include "analysis/estimates/delphi.h"

#include <span>
#include <utility>
#include <vector>

// From estimates to placements. These are proposals: the facilitator decides.
namespace analysis {

// Whether the room agrees on a case: the stop rule gives an agreement, and neither scale is
// contested. `rounds` as for `proposed_stop`.
bool agreed(std::span<Cloud const> rounds);

// The median of the last round as a placement that keeps the reason and the lock of an earlier one.
// None when the cloud shows nothing.
std::optional<model::Placement> settled_at_the_median(model::Document const& doc,
                                                      Cloud const& cloud);

// Whether a placement contradicts the estimates: on one scale it is outside the interquartile range
// and a point or more from the median. False when the cloud shows nothing.
bool contradicted(model::Placement const& settled, Cloud const& cloud);

// Of the clouds of an axis, as from `all_clouds`, those with an agreement.
std::vector<std::vector<Cloud>> agreed_among(std::vector<std::vector<Cloud>> const& clouds);

// The cases of these clouds at their medians, without those already there, locked, or placed by
// hand.
using Settling = std::vector<std::pair<model::PlacementKey, model::Placement>>;
Settling at_their_medians(model::Document const& doc,
                          std::vector<std::vector<Cloud>> const& clouds);

} // namespace analysis
