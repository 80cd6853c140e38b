#pragma once

#include "analysis/estimates/agreement.h"
#include "analysis/estimates/estimates.h"
#include "analysis/estimates/placements.h"
#include "analysis/estimates/spread.h"

#include <array>
#include <optional>
#include <vector>

// What a room's estimates of one case on one axis say together. METHODS 2.1 to 2.4.
namespace analysis {

// Proposals of METHODS 2.4, calibrated on one survey of experts (CHES 2019); not a standard.
constexpr int shown_from = 5;             // placements below which nothing of them is shown
constexpr int ellipse_from = 8;           // and below which no ellipse is drawn
constexpr model::Level grid_step = 100;   // one point of the scale that people read
constexpr double contested_below = 0.20;  // A under which a room is contested
constexpr double divided_below = 0.40;    // A under which it is divided
constexpr double accord_from = 0.60;      // A from which it may agree
constexpr double accord_iqr = 0.20;       // of the scale, the widest IQR of an agreement
constexpr double outer_third_share = 0.3; // of the room, in each outer third: two camps
// A median this near a line, or a room with this much in a second quadrant and nearly all in two,
// is astride the two.
constexpr model::Level astride_reach = grid_step / 2;
constexpr double astride_second = 1.0 / 3.0;
constexpr double astride_both = 0.75;

// How many people are at each point of the scale that they answered by, from the lowest, where that
// has 3 to 11 points; else at the nearest of the eleven points 0 to 10. `values` are on 0..1000.
// METHODS 2.3.
std::vector<int> counts_over(std::span<double const> values, model::ScaleRange const& asked);

// How far people agree, from least to most trouble: accord, nothing to say, partagé, contesté.
enum class Agreement { accord, neutral, divided, contested };

struct Camp {
    int people = 0;
    Point median; // of these people
    friend bool operator==(Camp const&, Camp const&) = default;
};

// Those below the middle of the scale, and those from it on.
struct Camps {
    Camp low, high;
    friend bool operator==(Camps const&, Camps const&) = default;
};

// One of the two numbers, on 0..1000.
struct OneScale {
    Spread spread;
    double a = 0.0; // van der Eijk's A over the points of counts_over
    Ipras ipras;
    Agreement agreement = Agreement::neutral;
    std::optional<Camps> camps; // when contested, and not all on one side
    friend bool operator==(OneScale const&, OneScale const&) = default;
};

struct Astride {
    Quadrant one, other; // `one` is where more people are
    friend bool operator==(Astride const&, Astride const&) = default;
};

// What may be shown of at least `shown_from` placements, on 0..1000.
struct Shape {
    std::vector<Point> dots; // by opportunity, then risk: nothing of the voters' order
    Point median;            // coordinate by coordinate: the centre that is shown; the other
                             // centre, spatial_median(dots), takes long and is left to who asks
    OneScale opportunity, risk;
    std::optional<Ellipse> half; // around about half of the room; from `ellipse_from` placements
    std::array<int, quadrant_count> zones{}; // people in each quadrant
    Quadrant zone = Quadrant::launch;        // of the median
    std::optional<Astride> astride;
    int in_top_risk = 0; // people who put the risk at `top_risk` or above
    // Medians of those who said risk as two numbers.
    std::optional<double> severity, likelihood;

    [[nodiscard]] Agreement agreement() const; // the more troubled of the two scales
    [[nodiscard]] double share(Quadrant which) const;
    friend bool operator==(Shape const&, Shape const&) = default;
};

struct Cloud {
    model::AxisId axis;
    model::CaseId on;
    model::RoundId round;
    int voters = 0;             // ballots of the round
    int placed = 0;             // of them, those that place the case here
    int dont_know = 0;          // those that say so; the others left it out
    std::optional<Shape> shape; // absent under `shown_from` placements

    [[nodiscard]] bool contested() const
    {
        return shape && shape->agreement() == Agreement::contested;
    }
    friend bool operator==(Cloud const&, Cloud const&) = default;
};

// The cloud of one case on one axis, whose quadrants meet where `lines` says.
Cloud cloud(EstimateTable const& table, model::AxisId axis, model::CaseId on,
            model::Axis const& lines);

// The clouds of the visible cases on one axis, from every revealed round that asks of them: by case
// number, for each case in the order of the rounds. Cases that no round asks of are left out.
std::vector<std::vector<Cloud>> all_clouds(model::Document const& doc, model::AxisId axis);

// Of each, the last: the one that counts.
std::vector<Cloud> clouds(model::Document const& doc, model::AxisId axis);

// Where the room's median lies, as a placement to settle: rounded, not locked. None when nothing of
// the cloud is shown.
std::optional<model::Placement> at_the_median(Cloud const& cloud);

// Whether the judges who placed every case of a round on one axis put them alike, by one of the two
// numbers.
struct Concordance {
    int judges = 0; // complete ones; the others are left out
    int cases = 0;
    std::optional<Kendall> kendall;
    std::optional<Icc> icc;
};
Concordance concordance(EstimateTable const& table, model::AxisId axis, double Point::*which);

} // namespace analysis

namespace base {
template <>
struct Names<analysis::Agreement> {
    static constexpr std::array<std::string_view, 4> list{"accord", "neutral", "divided",
                                                          "contested"};
};
} // namespace base
