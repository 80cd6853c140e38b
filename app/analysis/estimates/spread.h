#pragma once

#include <optional>
#include <span>
#include <vector>

// Robust centres and spreads on any scale. Method: app/docs/methods.md, 2.1 and 2.2.
namespace analysis {

struct Point {
    double opportunity = 0.0;
    double risk = 0.0;
    friend bool operator==(Point, Point) = default;
};

struct Spread {
    double median = 0.0; // for an even number: the mean of the two middle values
    double q1 = 0.0;     // quartiles of type 7
    double q3 = 0.0;
    double mad = 0.0; // median absolute deviation, not scaled

    [[nodiscard]] double iqr() const { return q3 - q1; }
    friend bool operator==(Spread const&, Spread const&) = default;
};

// Moments, as surveys publish them; not robust.
struct Moments {
    double mean = 0.0;
    double trimmed = 0.0;            // without a fifth of the values at each end
    std::optional<double> deviation; // of a sample; from two values
    // SAS's coefficient, methods.md 2.3; from four distinct values
    std::optional<double> bimodality;
};
Moments moments_of(std::span<double const> sorted);

// For at least one sorted value.
double median(std::span<double const> sorted);
Spread spread_of(std::span<double const> sorted);

// The geometric median of `points` (at least one): Weiszfeld 1937, with the modification of Vardi
// and Zhang 2000. Within 1e-6 of the spread of the points; exact when it is one of them.
Point spatial_median(std::span<Point const> points);

// Spearman's rank correlation, ties at their mean rank; 0 when one coordinate is constant.
double spearman(std::span<Point const> points);

// An ellipse that contains about half of normally distributed points.
struct Ellipse {
    Point centre;
    double major = 0.0; // semi-axes
    double minor = 0.0;
    double angle = 0.0; // of the major axis, radians from the risk axis towards opportunity
    friend bool operator==(Ellipse const&, Ellipse const&) = default;
};

// Centre: the medians. Deviations: 1.4826 MAD, or IQR/1.349 where that is 0, at least `least`.
// Correlation: 2 sin(pi rho / 6) of Spearman's rho. Radius: sqrt(chi2(2, 0.5)) = 1.1774.
Ellipse half_of_the_points(std::span<Point const> points, double least);

} // namespace analysis
