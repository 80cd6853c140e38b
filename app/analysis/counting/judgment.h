#pragma once

#include "analysis/common/ratio.h"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

// Majority judgment (Balinski and Laraki 2007, 2011), exact.
namespace analysis {

// How many people gave each grade, worst first.
using Grades = std::vector<std::int64_t>;

// What a blank on a case counts as.
enum class GradeBlank {
    worst,      // the lowest grade
    grade,      // one grade that was agreed on
    median,     // the case's own majority grade
    proportions // nothing: cases are compared on the shares of those who answered
};

// `tallies` with their blanks filled in up to `participants`, by `policy`; `grade` is what
// GradeBlank::grade says. A case that nobody graded gets the lowest grade from all.
std::vector<Grades> with_blanks(std::vector<Grades> tallies, std::int64_t participants,
                                GradeBlank policy, std::size_t grade = 0);

// The majority grade and what stands around it: the sign says which side is larger.
struct Gauge {
    enum class Sign { plus, minus };
    int grade = 0;          // the lower middlemost grade, 0 worst
    std::int64_t above = 0; // p: people who gave better
    std::int64_t below = 0; // q: people who gave worse
    std::int64_t people = 0;
    Sign sign = Sign::minus;
    friend bool operator==(Gauge const&, Gauge const&) = default;

    // The gauge as one number in the order of the gauges: grade + p/N, or grade - q/N.
    [[nodiscard]] Ratio number() const;
};

// Of at least one grade given; all zeros: the lowest grade of nobody.
Gauge gauge_of(Grades const& counts);

// The order of two cases: by removing the lower middlemost grade again and again and comparing what
// comes out, at the same share of both. Equal if and only if the shares of every grade are. Counts
// up to 2^62.
std::strong_ordering compare_judgments(Grades const& a, Grades const& b);

// The rank of each tally, shared by ties, 1 the best.
std::vector<int> judgment_ranks(std::span<Grades const> tallies);

} // namespace analysis
