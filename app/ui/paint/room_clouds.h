#pragma once

#include "analysis/common/reads.h"
#include "analysis/estimates/settling.h"
#include "ui/kit/workshop.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace ui {

// What the room's revealed estimates say, computed again when an estimate, a round, an axis or a
// case changes, axis by axis as they are looked at. While a round is open, what it asks of is left
// out: nobody is led by what was said before.
struct RoomClouds {
    using OfAxis = std::vector<std::vector<analysis::Cloud>>; // by case, then round by round
    struct OneAxis {
        OfAxis clouds, agreed; // the second: of the cases that the room agrees on
    };
    std::map<model::AxisId, analysis::Derived<OneAxis, analysis::CloudReads>> axes;
    // Of one case on one axis: from the round before the last to the last one, and whether to stop.
    struct Debate {
        std::optional<analysis::Movement> movement; // nothing after a first round
        analysis::Stop stop = analysis::Stop::none;
    };
    analysis::Derived<Debate, analysis::CloudReads, model::PlacementKey> debate{"clouds.debate"};
};

RoomClouds::OfAxis const& clouds_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis);
RoomClouds::OfAxis const& agreed_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis);
// Of one case, round by round; empty when no revealed round asks of it.
std::span<analysis::Cloud const> rounds_of(RoomClouds& room, Workshop const& workshop,
                                           model::PlacementKey const& key);
// The last of them, which counts; null when there is none.
analysis::Cloud const* cloud_of(RoomClouds& room, Workshop const& workshop,
                                model::PlacementKey const& key);
RoomClouds::Debate const& debate_of(RoomClouds& room, Workshop const& workshop,
                                    model::PlacementKey const& key);

// The estimating round that is open, if one is.
std::optional<model::RoundId> open_estimating(model::Document const& doc);

} // namespace ui
