#pragma once

#include <optional>
#include <span>
#include <vector>

// How far people agree, on any scale. METHODS 2.3.
namespace analysis {

// Van der Eijk's A (2001) of the numbers of people in ordered categories, at least three: 1 when
// all are in one, 0 when spread evenly, -1 when half are at either end. 0 of nobody.
double van_der_eijk(std::span<int const> counts);

// The disagreement index of the RAND/UCLA method (Fitch et al. 2001): people disagree when the
// middle 40 % of them spread wider than a yardstick that grows with the distance from the middle.
struct Ipras {
    double p30 = 0.0, p70 = 0.0; // quantiles of type 7
    double yardstick = 0.0;      // IPRAS

    [[nodiscard]] double ipr() const { return p70 - p30; }
    [[nodiscard]] bool disagree() const { return ipr() > yardstick; }
    friend bool operator==(Ipras const&, Ipras const&) = default;
};

// Of at least one sorted value on the scale low..high; on 1..9 it is the published one.
Ipras ipras(std::span<double const> sorted, double low, double high);

// Ratings of every item by every judge: `at[judge][item]`, all rows of one length.
using Ratings = std::vector<std::vector<double>>;

// Whether the judges put the items in the same order: 1 when they all do, 0 when nothing is shared.
struct Kendall {
    double w = 0.0;
    double chi2 = 0.0; // m (n - 1) W
    int freedom = 0;   // n - 1
};

// Kendall's W with ties. None under two judges or two items, and when no judge tells any apart.
std::optional<Kendall> kendall_w(Ratings const& ratings);

// Whether the judges give the same numbers, two-way random effects (Shrout and Fleiss 1979).
struct Icc {
    double single = 0.0; // ICC(2,1), of one judge
    double mean = 0.0;   // ICC(2,k), of their mean
};

// None under two judges or two items, and when nothing varies.
std::optional<Icc> icc(Ratings const& ratings);

} // namespace analysis
