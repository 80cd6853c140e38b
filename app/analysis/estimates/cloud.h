#pragma once

#include "analysis/estimates/agreement.h"
#include "analysis/estimates/estimates.h"
#include "analysis/estimates/placements.h"
#include "analysis/estimates/spread.h"

#include <array>
#include <optional>
#include <vector>

// The estimates of one case on one axis, summarised. Method: app/docs/methods.md, 2.1 to 2.4.
namespace analysis {

// Thresholds of methods.md 2.4, calibrated on one survey of experts (CHES 2019); not a standard.
constexpr int shown_from = 5;             // with fewer placements nothing is shown
constexpr int ellipse_from = 8;           // with fewer, no ellipse is drawn
constexpr model::Level grid_step = 100;   // one point of the displayed scale
constexpr double contested_below = 0.20;  // A below which the room is contested
constexpr double divided_below = 0.40;    // A below which it is divided
constexpr double accord_from = 0.60;      // A from which it may be in agreement
constexpr double accord_iqr = 0.20;       // widest IQR of an agreement, as a share of the scale
constexpr double outer_third_share = 0.3; // share in each outer third that makes two camps
// A case is astride two quadrants when its median is this near a line, or when the second quadrant
// has this share and both together nearly all.
constexpr model::Level astride_reach = grid_step / 2;
constexpr double astride_second = 1.0 / 3.0;
constexpr double astride_both = 0.75;

// The number of people at each point of their answer scale, lowest first, if it has 3 to 11 points;
// else at the nearest of 0 to 10. `values` are on 0..1000. Method: methods.md, 2.3.
std::vector<int> counts_over(std::span<double const> values, model::ScaleRange const& asked);

// Agreement, from best to worst: accord, none of the others, partagé, contesté.
enum class Agreement { accord, neutral, divided, contested };

struct Camp {
    int people = 0;
    Point median; // of these people
    friend bool operator==(Camp const&, Camp const&) = default;
};

// The people below the middle of the scale, and the others.
struct Camps {
    Camp low, high;
    friend bool operator==(Camps const&, Camps const&) = default;
};

// The estimates on one of the two scales, 0..1000.
struct OneScale {
    Spread spread;
    double a = 0.0; // van der Eijk's A over the points of counts_over
    Ipras ipras;
    Agreement agreement = Agreement::neutral;
    std::optional<Camps> camps; // when contested, and not all on one side
    friend bool operator==(OneScale const&, OneScale const&) = default;
};

struct Astride {
    Quadrant one, other; // `one` has more people
    friend bool operator==(Astride const&, Astride const&) = default;
};

// The statistics of at least `shown_from` placements, on 0..1000.
struct Shape {
    std::vector<Point> dots; // sorted by opportunity, then risk, to hide the voters' order
    Point median;            // per coordinate; shown as the centre. The other
                             // centre, spatial_median(dots), is slow and left to callers
    OneScale opportunity, risk;
    // contains about half of the people; from `ellipse_from` placements
    std::optional<Ellipse> half;
    std::array<int, quadrant_count> zones{}; // people in each quadrant
    Quadrant zone = Quadrant::launch;        // of the median
    std::optional<Astride> astride;
    int in_top_risk = 0; // people who put the risk at `top_risk` or above
    // Medians of the answers given as two numbers.
    std::optional<double> severity, likelihood;

    [[nodiscard]] Agreement agreement() const; // the worse of the two scales
    [[nodiscard]] double share(Quadrant which) const;
    friend bool operator==(Shape const&, Shape const&) = default;
};

struct Cloud {
    model::AxisId axis;
    model::CaseId on;
    model::RoundId round;
    int voters = 0;             // ballots of the round
    int placed = 0;             // of them, those that place this case
    int dont_know = 0;          // of them, "don't know"; the others left it blank
    std::optional<Shape> shape; // none below `shown_from` placements

    [[nodiscard]] bool contested() const
    {
        return shape && shape->agreement() == Agreement::contested;
    }
    friend bool operator==(Cloud const&, Cloud const&) = default;
};

// The cloud of one case on one axis; `lines`: the axis whose quadrants are used.
Cloud cloud(EstimateTable const& table, model::AxisId axis, model::CaseId on,
            model::Axis const& lines);

// The clouds of the visible cases on one axis, from every revealed round that asks for them: by
// case number, then by round. Cases without such a round are left out.
std::vector<std::vector<Cloud>> all_clouds(model::Document const& doc, model::AxisId axis);

// The cloud of the last round of each, which is the valid one.
std::vector<Cloud> clouds(model::Document const& doc, model::AxisId axis);

// The median as a placement: rounded, not locked. None when the cloud shows nothing.
std::optional<model::Placement> at_the_median(Cloud const& cloud);

// How far the people who placed every case of a round on one axis agree on one of the scales.
struct Concordance {
    int judges = 0; // those who placed every case
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
