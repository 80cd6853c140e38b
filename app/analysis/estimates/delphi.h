#pragma once

#include "analysis/estimates/cloud.h"

// Successive blind rounds with debates between them. Rules: app/docs/methods.md, 2.5; not a
// standard.
namespace analysis {

constexpr double same_zone_share = 0.75; // share in one quadrant that counts as agreement
constexpr model::Level stable_move = 50; // of a median or IQR: below it counts as unchanged
// share of the room that changed: below it counts as stable
constexpr double stable_changed = 0.15;
constexpr std::size_t estimating_rounds_max = 3; // per case and axis

struct Movement {
    model::RoundId from, to;
    int before = 0; // number of placements
    int after = 0;
    // A lower bound of the people who changed their answer. Ballots of two rounds cannot be linked,
    // but so many dots of one round cannot be paired with a dot of the other within a grid step on
    // both scales. None, like all that follows, where either round shows nothing.
    std::optional<int> changed;
    Point moved;      // of the median
    Point iqr_change; // of the two IQR, positive when wider
    Agreement was{}, is{};

    [[nodiscard]] double changed_share() const; // of the smaller number of placements
};
Movement movement(Cloud const& before, Cloud const& after);

// The reason to stop estimating a case on an axis.
enum class Stop {
    none,      // another round may help
    same_zone, // most people are in one quadrant
    accord,    // agreement on both scales
    stable,    // no change since the last round: the disagreement is the result
    rounds     // the maximum of rounds is reached
};

// The result of the stop rule. `rounds`: the clouds of one case on one axis, in order; the last one
// counts.
Stop proposed_stop(std::span<Cloud const> rounds);

// The clouds of one case on one axis from each revealed round that asks for it, in order.
std::vector<Cloud> rounds_of(model::Document const& doc, model::AxisId axis, model::CaseId on);

} // namespace analysis

namespace base {
template <>
struct Names<analysis::Stop> {
    static constexpr std::array<std::string_view, 5> list{"none", "same-zone", "accord", "stable",
                                                          "rounds"};
};
} // namespace base
