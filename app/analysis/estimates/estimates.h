#pragma once

#include "base/result.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace analysis {

// One person's estimate of one case on one axis.
struct Opinion {
    std::uint32_t voter = 0; // 0..voters-1, within this table only; anonymous
    model::Estimate at;
    friend bool operator==(Opinion const&, Opinion const&) = default;
};

// The estimates of one round, grouped by axis and case.
struct EstimateTable {
    model::RoundId round;
    std::vector<model::AxisId> axes;       // of the round
    std::vector<model::CaseId> cases;      // of the round
    int voters = 0;                        // ballots, blank ones included
    std::vector<model::AxisScales> scales; // of the round

    // The answers for one case on one axis, by voter, "don't know" included; empty for a pair that
    // the round does not ask for.
    [[nodiscard]] std::span<Opinion const> of(model::AxisId axis, model::CaseId on) const;
    // The answer scales of an axis: 0 to 10 unless the round has others.
    [[nodiscard]] model::AxisScales scales_of(model::AxisId axis) const;

    std::vector<Opinion> opinions;   // cell after cell
    std::vector<std::size_t> starts; // per cell axis * cases + case, and one past the last
};

// Reads a closed or revealed estimating round. Errors as `tally`: not_found "round", conflict
// "round.open" or "round.not_closed", invalid "round.method" for a round of another kind.
base::Result<EstimateTable> read_estimates(model::Document const& doc, model::RoundId id);

// The revealed estimating rounds of the workshop, by number. Everything computed from estimates
// uses these; those of the committee are seen through `committee_room`.
std::vector<model::RoundId> estimating_rounds(model::Document const& doc);

// The number of revealed estimating rounds of the committee.
std::size_t committee_rounds(model::Document const& doc);
// The document as the committee's own room: its estimating rounds in place of the workshop's, and
// no placement.
model::Document committee_room(model::Document const& doc);

// Those that ask for this case on this axis, by number; the last one is valid.
std::vector<model::RoundId> estimating_rounds(model::Document const& doc, model::AxisId axis,
                                              model::CaseId on);

} // namespace analysis
