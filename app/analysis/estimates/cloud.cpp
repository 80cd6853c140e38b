#include "analysis/estimates/cloud.h"

#include "analysis/common/in_use.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace analysis {
namespace {

constexpr double whole = model::level_max;
constexpr double middle = whole / 2.0;

bool places(Opinion const& opinion) { return opinion.at.opportunity >= 0 && opinion.at.risk >= 0; }

std::vector<double> sorted_values(std::vector<Point> const& dots, double Point::*which)
{
    std::vector<double> values;
    values.reserve(dots.size());
    for (auto const& dot : dots) values.push_back(dot.*which);
    std::ranges::sort(values);
    return values;
}

Point median_of(std::vector<Point> const& dots)
{
    return {median(sorted_values(dots, &Point::opportunity)),
            median(sorted_values(dots, &Point::risk))};
}

// The number of points of the answer scale when there are few enough (3 to 11); else 11.
std::size_t points_of(model::ScaleRange const& asked)
{
    constexpr int most = model::level_max / grid_step + 1;
    return static_cast<std::size_t>(asked.points >= 3 && asked.points <= most ? asked.points
                                                                              : most);
}

double share_where(std::vector<double> const& values, auto&& holds)
{
    return static_cast<double>(std::ranges::count_if(values, holds)) /
           static_cast<double>(values.size());
}

bool has_two_outer_thirds(std::vector<double> const& values)
{
    return share_where(values, [](double v) { return v <= whole / 3.0; }) >= outer_third_share &&
           share_where(values, [](double v) { return v >= whole * 2.0 / 3.0; }) >=
               outer_third_share;
}

Agreement agreement_of(OneScale const& scale, std::vector<double> const& values)
{
    if (scale.ipras.disagree() || scale.a < contested_below || has_two_outer_thirds(values))
        return Agreement::contested;
    if (scale.a < divided_below) return Agreement::divided;
    if (scale.spread.iqr() <= accord_iqr * whole && scale.a >= accord_from)
        return Agreement::accord;
    return Agreement::neutral;
}

// None when all are on one side.
std::optional<Camps> split(std::vector<Point> const& dots, double Point::*which)
{
    std::vector<Point> low;
    std::vector<Point> high;
    for (auto const& dot : dots) (dot.*which < middle ? low : high).push_back(dot);
    if (low.empty() || high.empty()) return std::nullopt;
    return Camps{{static_cast<int>(low.size()), median_of(low)},
                 {static_cast<int>(high.size()), median_of(high)}};
}

OneScale one_scale(std::vector<Point> const& dots, double Point::*which,
                   model::ScaleRange const& asked)
{
    auto const values = sorted_values(dots, which);
    auto const counts = counts_over(values, asked);
    OneScale scale{spread_of(values), van_der_eijk(counts), ipras(values, 0.0, whole),
                   Agreement::neutral, std::nullopt};
    scale.agreement = agreement_of(scale, values);
    if (scale.agreement == Agreement::contested) scale.camps = split(dots, which);
    return scale;
}

Quadrant quadrant_at(Point at, model::Axis const& lines)
{
    return quadrant(at.opportunity >= lines.opportunity_line ? Half::high : Half::low,
                    at.risk >= lines.risk_line ? Half::high : Half::low);
}

// The two quadrants on either side of a line near the median, if there is one.
std::optional<Astride> near_a_line(Point at, model::Axis const& lines)
{
    auto const here = quadrant_at(at, lines);
    double const to_opportunity = std::abs(at.opportunity - lines.opportunity_line);
    double const to_risk = std::abs(at.risk - lines.risk_line);
    if (std::min(to_opportunity, to_risk) > astride_reach) return std::nullopt;
    auto across = at; // the nearer of the two lines
    if (to_opportunity < to_risk)
        across.opportunity = at.opportunity >= lines.opportunity_line ? -1.0 : whole;
    else
        across.risk = at.risk >= lines.risk_line ? -1.0 : whole;
    return Astride{here, quadrant_at(across, lines)};
}

std::optional<Astride> astride(Shape const& shape, model::Axis const& lines)
{
    if (auto near = near_a_line(shape.median, lines)) {
        if (shape.share(near->other) > shape.share(near->one)) std::swap(near->one, near->other);
        return near;
    }
    std::array order{Quadrant::launch, Quadrant::safeguards, Quadrant::comfort, Quadrant::aside};
    std::ranges::stable_sort(order, std::greater{}, [&](Quadrant q) { return shape.share(q); });
    double const second = shape.share(order[1]);
    if (second < astride_second || shape.share(order[0]) + second < astride_both)
        return std::nullopt;
    return Astride{order[0], order[1]};
}

std::optional<double> median_of_said(std::span<Opinion const> opinions,
                                     model::Level model::Estimate::*which)
{
    std::vector<double> values;
    for (auto const& opinion : opinions)
        if (places(opinion) && opinion.at.*which >= 0) values.push_back(opinion.at.*which);
    if (values.size() < shown_from) return std::nullopt;
    std::ranges::sort(values);
    return median(values);
}

Shape shape_of(std::span<Opinion const> opinions, std::vector<Point> dots, model::Axis const& lines,
               model::AxisScales const& asked)
{
    std::ranges::sort(dots, {},
                      [](Point const& dot) { return std::tie(dot.opportunity, dot.risk); });
    Shape shape;
    shape.opportunity = one_scale(dots, &Point::opportunity, asked.opportunity);
    shape.risk = one_scale(dots, &Point::risk, asked.risk);
    shape.median = {shape.opportunity.spread.median, shape.risk.spread.median};
    if (dots.size() >= ellipse_from) shape.half = half_of_the_points(dots, grid_step / 2.0);
    for (auto const& dot : dots)
        ++shape.zones.at(static_cast<std::size_t>(quadrant_at(dot, lines)));
    shape.zone = quadrant_at(shape.median, lines);
    shape.in_top_risk = static_cast<int>(
        std::ranges::count_if(dots, [](Point const& dot) { return dot.risk >= top_risk; }));
    shape.severity = median_of_said(opinions, &model::Estimate::severity);
    shape.likelihood = median_of_said(opinions, &model::Estimate::likelihood);
    shape.dots = std::move(dots);
    shape.astride = astride(shape, lines);
    return shape;
}

} // namespace

std::vector<int> counts_over(std::span<double const> values, model::ScaleRange const& asked)
{
    std::vector<int> counts(points_of(asked));
    double const step = whole / static_cast<double>(counts.size() - 1);
    for (double value : values) ++counts.at(static_cast<std::size_t>(std::lround(value / step)));
    return counts;
}

Agreement Shape::agreement() const { return std::max(opportunity.agreement, risk.agreement); }

double Shape::share(Quadrant which) const
{
    return static_cast<double>(zones.at(static_cast<std::size_t>(which))) /
           static_cast<double>(dots.size());
}

Cloud cloud(EstimateTable const& table, model::AxisId axis, model::CaseId on,
            model::Axis const& lines)
{
    auto const opinions = table.of(axis, on);
    Cloud out{axis, on, table.round, table.voters, 0, 0, std::nullopt};
    std::vector<Point> dots;
    for (auto const& opinion : opinions)
        if (places(opinion))
            dots.push_back({static_cast<double>(opinion.at.opportunity),
                            static_cast<double>(opinion.at.risk)});
    out.placed = static_cast<int>(dots.size());
    out.dont_know = static_cast<int>(opinions.size()) - out.placed;
    if (out.placed >= shown_from)
        out.shape = shape_of(opinions, std::move(dots), lines, table.scales_of(axis));
    return out;
}

std::vector<std::vector<Cloud>> all_clouds(model::Document const& doc, model::AxisId axis)
{
    auto const lines = model::get<model::Axis>(doc, axis);
    std::map<model::CaseId, std::vector<Cloud>> by_case;
    for (auto id : estimating_rounds(doc)) {
        auto const table = read_estimates(doc, id);
        if (!table || std::ranges::find(table->axes, axis) == table->axes.end()) continue;
        for (auto on : table->cases) by_case[on].push_back(cloud(*table, axis, on, lines));
    }
    std::vector<std::vector<Cloud>> out;
    for (auto on : visible_cases(doc))
        if (auto it = by_case.find(on); it != by_case.end()) out.push_back(std::move(it->second));
    return out;
}

std::vector<Cloud> clouds(model::Document const& doc, model::AxisId axis)
{
    std::vector<Cloud> out;
    for (auto& rounds : all_clouds(doc, axis)) out.push_back(std::move(rounds.back()));
    return out;
}

std::optional<model::Placement> at_the_median(Cloud const& cloud)
{
    if (!cloud.shape) return std::nullopt;
    model::Placement placement;
    placement.opportunity = static_cast<model::Level>(std::lround(cloud.shape->median.opportunity));
    placement.risk = static_cast<model::Level>(std::lround(cloud.shape->median.risk));
    placement.by = model::PlacedBy::median;
    return placement;
}

Concordance concordance(EstimateTable const& table, model::AxisId axis, double Point::*which)
{
    auto const cases = table.cases.size();
    Ratings by_voter(static_cast<std::size_t>(table.voters));
    for (auto on : table.cases)
        for (auto const& opinion : table.of(axis, on))
            if (places(opinion)) {
                Point const at{static_cast<double>(opinion.at.opportunity),
                               static_cast<double>(opinion.at.risk)};
                by_voter[opinion.voter].push_back(at.*which);
            }
    std::erase_if(by_voter, [&](auto const& row) { return row.size() < cases; });
    return {static_cast<int>(by_voter.size()), static_cast<int>(cases), kendall_w(by_voter),
            icc(by_voter)};
}

} // namespace analysis
