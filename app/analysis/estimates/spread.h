#pragma once

#include <optional>
#include <span>
#include <vector>

// Where people's numbers lie, on any scale: centres and spreads that one prankster does not move.
// METHODS 2.1 and 2.2.
namespace analysis {

struct Point {
    double opportunity = 0.0;
    double risk = 0.0;
    friend bool operator==(Point, Point) = default;
};

struct Spread {
    double median = 0.0; // of an even number: the mean of the two in the middle
    double q1 = 0.0;     // quartiles of type 7
    double q3 = 0.0;
    double mad = 0.0; // median distance to the median, not scaled

    [[nodiscard]] double iqr() const { return q3 - q1; }
    friend bool operator==(Spread const&, Spread const&) = default;
};

// What surveys print beside them: of people who answered in earnest.
struct Moments {
    double mean = 0.0;
    double trimmed = 0.0;             // mean without a fifth of the values at either end
    std::optional<double> deviation;  // of a sample; from two values
    std::optional<double> bimodality; // SAS's coefficient, METHODS 2.3; from four that differ
};
Moments moments_of(std::span<double const> sorted);

// Of at least one sorted value.
double median(std::span<double const> sorted);
Spread spread_of(std::span<double const> sorted);

// The point from which the sum of the distances to `points` (at least one) is least: Weiszfeld
// 1937, with the step of Vardi and Zhang 2000 where it meets a point. Within 1e-6 of the spread of
// the points; exactly one of them when it is one of them.
Point spatial_median(std::span<Point const> points);

// Spearman's correlation of the two numbers, ties at their mean rank; 0 when one never varies.
double spearman(std::span<Point const> points);

// An ellipse that holds about half of the points if they are spread as a bell.
struct Ellipse {
    Point centre;
    double major = 0.0; // half-lengths of its axes
    double minor = 0.0;
    double angle = 0.0; // radians from the risk axis towards opportunity, of the major axis
    friend bool operator==(Ellipse const&, Ellipse const&) = default;
};

// Around the medians; deviations from 1.4826 MAD, where that is 0 from IQR/1.349, and never below
// `least`; correlation 2 sin(pi rho / 6) of Spearman's rho; radius sqrt(chi2(2, 0.5)) = 1.1774.
Ellipse half_of_the_points(std::span<Point const> points, double least);

} // namespace analysis
