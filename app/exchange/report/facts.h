#pragma once

#include "analysis/ranking/verdicts.h"
#include "analysis/voting/by_room.h"
#include "analysis/voting/tally.h"
#include "model/document.h"
#include "pictures/matrix_picture.h"

#include <optional>
#include <vector>

namespace exchange {

// Everything computed for a report.
struct Facts {
    struct Vote {
        model::Round round;
        analysis::Tally tally;
        std::optional<analysis::RoomTallies> rooms; // where the round tells of rooms
    };
    struct Axis {
        model::AxisId id;
        model::Axis record;
        pictures::AxisClouds clouds;
        std::vector<analysis::Placed> placed;
        std::vector<model::CaseId> unplaced;
    };
    std::vector<model::CaseId> cases; // visible, by number
    std::vector<Axis> axes;           // active, in order
    // The document as the committee's own room (analysis::committee_room), and the axes on which it
    // estimated.
    model::Document committee_room;
    std::vector<Axis> committee_axes;
    std::vector<Vote> votes; // with a result, by number
    analysis::Ranking ranking;
    analysis::Verdicts workshop, committee;

    // The tally of the reference round; null: none.
    [[nodiscard]] analysis::Tally const* reference() const;
};

Facts facts_of(model::Document const& doc);

} // namespace exchange
