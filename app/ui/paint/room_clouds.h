#pragma once

#include "analysis/common/reads.h"
#include "analysis/estimates/settling.h"
#include "ui/kit/workshop.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace ui {

// The clouds of revealed estimates, cached per axis and recomputed when estimates, rounds, axes or
// cases change. Cases that an open round asks for are left out, so that earlier results do not
// influence it.
struct RoomClouds {
    using OfAxis = std::vector<std::vector<analysis::Cloud>>; // by case, then by round
    struct OneAxis {
        OfAxis clouds, agreed; // agreed: of the cases with an agreement
    };
    std::map<model::AxisId, analysis::Derived<OneAxis, analysis::CloudReads>> axes;
    // The change of one case on one axis between its last two rounds, and the stop rule's result.
    struct Debate {
        std::optional<analysis::Movement> movement; // none after a first round
        analysis::Stop stop = analysis::Stop::none;
    };
    analysis::Derived<Debate, analysis::CloudReads, model::PlacementKey> debate{"clouds.debate"};
};

RoomClouds::OfAxis const& clouds_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis);
RoomClouds::OfAxis const& agreed_on(RoomClouds& room, Workshop const& workshop, model::AxisId axis);
// Of one case, by round; empty without a revealed round.
std::span<analysis::Cloud const> rounds_of(RoomClouds& room, Workshop const& workshop,
                                           model::PlacementKey const& key);
// The last of them, which is valid; null when there is none.
analysis::Cloud const* cloud_of(RoomClouds& room, Workshop const& workshop,
                                model::PlacementKey const& key);
RoomClouds::Debate const& debate_of(RoomClouds& room, Workshop const& workshop,
                                    model::PlacementKey const& key);

// The open estimating round, if any.
std::optional<model::RoundId> open_estimating(model::Document const& doc);

} // namespace ui
