#pragma once

#include "model/document.h"

#include <array>
#include <optional>
#include <vector>

namespace analysis {

// The four quarters of a matrix, named after what they invite to: high opportunity and low risk,
// high and high, low and low, low opportunity and high risk.
enum class Quadrant { launch, safeguards, comfort, aside };

constexpr int quadrant_count = 4;
constexpr model::Level quadrant_line = 500; // on both scales; on the line is high

Quadrant quadrant_of(model::Level opportunity, model::Level risk);

struct Placed {
    model::CaseId on;
    model::Level opportunity = 0;
    model::Level risk = 0;
    Quadrant quadrant = Quadrant::launch;
    friend bool operator==(Placed const&, Placed const&) = default;
};

// Where the visible cases lie on one axis. A case merged into another counts nowhere.
struct AxisPlacements {
    model::AxisId axis;
    std::vector<Placed> placed;          // by case number
    std::vector<model::CaseId> unplaced; // by case number
    std::array<int, quadrant_count> counts{};

    [[nodiscard]] int count(Quadrant q) const { return counts.at(static_cast<std::size_t>(q)); }
};

AxisPlacements placements(model::Document const& doc, model::AxisId axis);

struct Progress {
    int done = 0;
    int total = 0;
    friend bool operator==(Progress, Progress) = default;
};

// Placements made, of all those to make: visible cases times active axes.
Progress placing_progress(model::Document const& doc);

// One case on one active axis; nothing where it is not placed.
struct ProfilePoint {
    model::AxisId axis;
    std::optional<Placed> placed;
};

// One case over the active axes, by axis number.
std::vector<ProfilePoint> profile(model::Document const& doc, model::CaseId on);

} // namespace analysis
