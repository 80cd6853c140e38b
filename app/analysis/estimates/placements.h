#pragma once

#include "model/document.h"

#include <array>
#include <optional>
#include <vector>

namespace analysis {

// The four quadrants of a matrix: high opportunity and low risk, both high, both low, low
// opportunity and high risk.
enum class Quadrant { launch, safeguards, comfort, aside };

constexpr int quadrant_count = 4;
constexpr model::Level quadrant_line = 500; // default, on both scales; a value on the line is high

constexpr model::Level top_risk =
    750; // methods.md, 2.6, a proposal: risks from here on must be examined

enum class Half { low, high };
Quadrant quadrant(Half opportunity, Half risk);
Quadrant quadrant_of(model::Level opportunity, model::Level risk);
// With the quadrant lines of an axis.
Quadrant quadrant_of(model::Axis const& axis, model::Level opportunity, model::Level risk);

struct Placed {
    model::CaseId on;
    model::Level opportunity = 0;
    model::Level risk = 0;
    Quadrant quadrant = Quadrant::launch;
    friend bool operator==(Placed const&, Placed const&) = default;
};

// The placements of the visible cases on one axis. Merged cases are not counted.
struct AxisPlacements {
    model::AxisId axis;
    std::vector<Placed> placed;          // by case number
    std::vector<model::CaseId> unplaced; // by case number
    std::array<int, quadrant_count> counts{};

    [[nodiscard]] int count(Quadrant q) const { return counts.at(static_cast<std::size_t>(q)); }
};

AxisPlacements placements(model::Document const& doc, model::AxisId axis);

// One case on one active axis; none where it is not placed.
struct ProfilePoint {
    model::AxisId axis;
    std::optional<Placed> placed;
};

// One case on all active axes, in their order.
std::vector<ProfilePoint> profile(model::Document const& doc, model::CaseId on);

// The axes that speak for and against a case, when there are both: "favorable sur l'axe 1, risque à
// instruire sur l'axe 8".
struct Conflict {
    std::vector<model::AxisId> favourable; // in the launch quadrant
    std::vector<model::AxisId> against;    // in the aside quadrant, or with a high risk
};
std::optional<Conflict> conflict(std::vector<ProfilePoint> const& profile);

} // namespace analysis

namespace base {
template <>
struct Names<analysis::Quadrant> {
    static constexpr std::array<std::string_view, 4> list{"launch", "safeguards", "comfort",
                                                          "aside"};
};
} // namespace base
