#pragma once

#include "analysis/estimates/delphi.h"

#include <span>
#include <utility>
#include <vector>

// From what the room's estimates say to where cases rest. Proposals: whoever drives the room
// settles.
namespace analysis {

// Whether the room agrees on where a case lies: the stop rule stops on an agreement, and neither
// scale is contested. `rounds` as for `proposed_stop`.
bool agreed(std::span<Cloud const> rounds);

// Where the median of the last round lies, with what an earlier placement keeps: its reason and its
// lock. None when nothing of the cloud is shown.
std::optional<model::Placement> settled_at_the_median(model::Document const& doc,
                                                      Cloud const& cloud);

// Whether the room says otherwise than where a case was settled: on one of the two scales that
// place is outside the middle half of the estimates, and a point or more from their median. Never
// when nothing of the cloud is shown.
bool contradicted(model::Placement const& settled, Cloud const& cloud);

// Of the clouds of an axis, as from `all_clouds`, those of the cases that the room agrees on.
std::vector<std::vector<Cloud>> agreed_among(std::vector<std::vector<Cloud>> const& clouds);

// The cases of these clouds at their medians: those that are not there already, neither locked nor
// placed by hand.
using Settling = std::vector<std::pair<model::PlacementKey, model::Placement>>;
Settling at_their_medians(model::Document const& doc,
                          std::vector<std::vector<Cloud>> const& clouds);

} // namespace analysis
