#pragma once

#include "analysis/estimates/cloud.h"

// From one blind round to the next, after a debate. METHODS 2.5: proposals, not a standard.
namespace analysis {

constexpr double same_zone_share = 0.75;         // of the room in one quadrant: it agrees
constexpr model::Level stable_move = 50;         // of a median, or of an IQR: less is no movement
constexpr double stable_changed = 0.15;          // of the room: fewer changed their mind
constexpr std::size_t estimating_rounds_max = 3; // of one case on one axis

struct Movement {
    model::RoundId from, to;
    int before = 0; // placements in each
    int after = 0;
    // People who changed their mind, at the least: nobody can be followed from one box to the next,
    // but so many dots of one round have none of the other within a grid step on both scales to be
    // paired with. Absent, like all that follows, where either round shows nothing.
    std::optional<int> changed;
    Point moved;      // of the median
    Point iqr_change; // of the two IQR, positive when wider
    Agreement was{}, is{};

    [[nodiscard]] double changed_share() const; // of the smaller room
};
Movement movement(Cloud const& before, Cloud const& after);

// Why a case may rest on an axis.
enum class Stop {
    none,      // another round may help
    same_zone, // most are in one quadrant
    accord,    // both scales agree
    stable,    // nothing moved since the last round: disagreement is the result
    rounds     // enough rounds
};

// What the rule proposes after the rounds so far, `rounds` (in order, the last one counts) being
// the clouds of one case on one axis.
Stop proposed_stop(std::span<Cloud const> rounds);

// The clouds of one case on one axis, from each revealed round that asks of it, in order.
std::vector<Cloud> rounds_of(model::Document const& doc, model::AxisId axis, model::CaseId on);

} // namespace analysis

namespace base {
template <>
struct Names<analysis::Stop> {
    static constexpr std::array<std::string_view, 5> list{"none", "same-zone", "accord", "stable",
                                                          "rounds"};
};
} // namespace base
