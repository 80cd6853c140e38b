#include "analysis/estimates/spread.h"

#include "analysis/common/quantile.h"

#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>

namespace analysis {
namespace {

constexpr double mad_to_deviation = 1.4826; // for a normal distribution
constexpr double iqr_of_unit_deviation = 1.349;
constexpr double half_radius = 1.1774; // sqrt(2 ln 2)

std::vector<double> sorted_values(std::span<Point const> points, double Point::*which)
{
    std::vector<double> values;
    values.reserve(points.size());
    for (auto const& point : points) values.push_back(point.*which);
    std::ranges::sort(values);
    return values;
}

double distance(Point a, Point b)
{
    return std::hypot(a.opportunity - b.opportunity, a.risk - b.risk);
}

// The forces of the points on `y`: the sum of unit vectors towards the points elsewhere, the number
// of points at `y`, and the mean of the others weighted by inverse distance.
struct Pull {
    Point sum;
    Point mean;
    int here = 0;
    [[nodiscard]] double strength() const { return std::hypot(sum.opportunity, sum.risk); }
};

Pull pull_on(Point y, std::span<Point const> points)
{
    Pull pull;
    double weights = 0.0;
    for (auto const& point : points) {
        double const away = distance(point, y);
        if (away == 0.0) {
            ++pull.here;
            continue;
        }
        pull.sum.opportunity += (point.opportunity - y.opportunity) / away;
        pull.sum.risk += (point.risk - y.risk) / away;
        pull.mean.opportunity += point.opportunity / away;
        pull.mean.risk += point.risk / away;
        weights += 1.0 / away;
    }
    if (weights > 0.0) {
        pull.mean.opportunity /= weights;
        pull.mean.risk /= weights;
    }
    return pull;
}

std::vector<double> mean_ranks(std::span<Point const> points, double Point::*which)
{
    std::vector<std::size_t> order(points.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return points[i].*which; });
    std::vector<double> ranks(points.size());
    for (std::size_t i = 0; i < order.size();) {
        auto end = i;
        while (end < order.size() && points[order[end]].*which == points[order[i]].*which) ++end;
        for (auto k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end - 1) / 2.0;
        i = end;
    }
    return ranks;
}

double deviation_of(Spread const& spread, double least)
{
    double deviation = mad_to_deviation * spread.mad;
    if (deviation == 0.0) deviation = spread.iqr() / iqr_of_unit_deviation;
    return std::max(deviation, least);
}

} // namespace

double median(std::span<double const> sorted) { return quantile(sorted, 0.5); }

Spread spread_of(std::span<double const> sorted)
{
    Spread spread{median(sorted), quantile(sorted, 0.25), quantile(sorted, 0.75), 0.0};
    std::vector<double> away;
    away.reserve(sorted.size());
    for (double value : sorted) away.push_back(std::abs(value - spread.median));
    std::ranges::sort(away);
    spread.mad = median(away);
    return spread;
}

Moments moments_of(std::span<double const> sorted)
{
    auto const mean = [](std::span<double const> values) {
        return std::accumulate(values.begin(), values.end(), 0.0) /
               static_cast<double>(values.size());
    };
    Moments out{mean(sorted), 0.0, std::nullopt, std::nullopt};
    auto const cut = sorted.size() / 5;
    out.trimmed = mean(sorted.subspan(cut, sorted.size() - 2 * cut));
    auto const n = static_cast<double>(sorted.size());
    double second = 0.0, third = 0.0, fourth = 0.0;
    for (double value : sorted) {
        double const away = value - out.mean;
        second += away * away;
        third += away * away * away;
        fourth += away * away * away * away;
    }
    if (sorted.size() < 2) return out;
    out.deviation = std::sqrt(second / (n - 1));
    if (sorted.size() < 4 || second == 0.0) return out;
    // Skewness and excess kurtosis of a sample, by SAS's formulas.
    double const variance = second / n;
    double const skew = third / n / std::pow(variance, 1.5) * std::sqrt(n * (n - 1)) / (n - 2);
    double const excess = fourth / n / (variance * variance) - 3.0;
    double const kurtosis = (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6.0);
    out.bimodality =
        (skew * skew + 1.0) / (kurtosis + 3.0 * (n - 1) * (n - 1) / ((n - 2) * (n - 3)));
    return out;
}

Point spatial_median(std::span<Point const> points)
{
    assert(!points.empty());
    constexpr int rounds_max = 2000;
    auto const opportunity = sorted_values(points, &Point::opportunity);
    auto const risk = sorted_values(points, &Point::risk);
    double const size =
        std::hypot(opportunity.back() - opportunity.front(), risk.back() - risk.front());
    Point y{median(opportunity), median(risk)};
    for (int i = 0; i < rounds_max && size > 0.0; ++i) {
        auto const pull = pull_on(y, points);
        double const strength = pull.strength();
        if (strength <= pull.here) break; // this point is the optimum
        double const stay = pull.here / strength;
        Point const next{(1.0 - stay) * pull.mean.opportunity + stay * y.opportunity,
                         (1.0 - stay) * pull.mean.risk + stay * y.risk};
        double const step = distance(next, y);
        y = next;
        if (step < 1e-10 * size) break;
    }
    auto const nearest = *std::ranges::min_element(
        points, {}, [&](Point const& point) { return distance(point, y); });
    auto const pull = pull_on(nearest, points);
    return pull.strength() <= pull.here + 1e-9 && distance(nearest, y) < 1e-3 * size ? nearest : y;
}

double spearman(std::span<Point const> points)
{
    auto const a = mean_ranks(points, &Point::opportunity);
    auto const b = mean_ranks(points, &Point::risk);
    double const middle = (static_cast<double>(points.size()) - 1.0) / 2.0;
    double together = 0.0;
    double alone_a = 0.0;
    double alone_b = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        together += (a[i] - middle) * (b[i] - middle);
        alone_a += (a[i] - middle) * (a[i] - middle);
        alone_b += (b[i] - middle) * (b[i] - middle);
    }
    if (alone_a == 0.0 || alone_b == 0.0) return 0.0;
    return std::clamp(together / std::sqrt(alone_a * alone_b), -1.0, 1.0);
}

Ellipse half_of_the_points(std::span<Point const> points, double least)
{
    auto const opportunity = spread_of(sorted_values(points, &Point::opportunity));
    auto const risk = spread_of(sorted_values(points, &Point::risk));
    double const so = deviation_of(opportunity, least);
    double const sr = deviation_of(risk, least);
    double const together = 2.0 * std::sin(std::numbers::pi * spearman(points) / 6.0) * so * sr;
    // Eigenvalues of [sr², together; together, so²].
    double const mean = (sr * sr + so * so) / 2.0;
    double const apart = std::hypot((sr * sr - so * so) / 2.0, together);
    Ellipse out;
    out.centre = {opportunity.median, risk.median};
    out.major = half_radius * std::sqrt(mean + apart);
    out.minor = half_radius * std::sqrt(std::max(mean - apart, 0.0));
    out.angle = 0.5 * std::atan2(2.0 * together, sr * sr - so * so);
    return out;
}

} // namespace analysis
