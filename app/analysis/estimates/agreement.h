#pragma once

#include <optional>
#include <span>
#include <vector>

// Measures of agreement on any scale. Method: app/docs/methods.md, 2.3.
namespace analysis {

// Van der Eijk's A (2001) of the numbers of people in at least three ordered categories: 1 when all
// are in one, 0 when evenly spread, -1 when half are at each end. 0 for nobody.
double van_der_eijk(std::span<int const> counts);

// The disagreement index of the RAND/UCLA method (Fitch et al. 2001): disagreement when the range
// of the middle 40 % (P30 to P70) exceeds the IPRAS, which grows with the distance from the middle
// of the scale.
struct Ipras {
    double p30 = 0.0, p70 = 0.0; // quantiles of type 7
    double yardstick = 0.0;      // the IPRAS

    [[nodiscard]] double ipr() const { return p70 - p30; }
    [[nodiscard]] bool disagree() const { return ipr() > yardstick; }
    friend bool operator==(Ipras const&, Ipras const&) = default;
};

// For at least one sorted value on the scale low..high; on 1..9 as published.
Ipras ipras(std::span<double const> sorted, double low, double high);

// Ratings of all items by all judges: `at[judge][item]`, all rows of equal length.
using Ratings = std::vector<std::vector<double>>;

// How far the judges agree on the order of the items: 1 complete, 0 none.
struct Kendall {
    double w = 0.0;
    double chi2 = 0.0; // m (n - 1) W
    int freedom = 0;   // n - 1
};

// Kendall's W with ties. None for fewer than two judges or items, or when every judge ties all
// items.
std::optional<Kendall> kendall_w(Ratings const& ratings);

// Intraclass correlation: how far the judges agree on values, two-way random effects (Shrout and
// Fleiss 1979).
struct Icc {
    double single = 0.0; // ICC(2,1), of a single judge
    double mean = 0.0;   // ICC(2,k), of the mean of all
};

// None for fewer than two judges or items, and when all values are equal.
std::optional<Icc> icc(Ratings const& ratings);

} // namespace analysis
