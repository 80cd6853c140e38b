#pragma once

#include "analysis/common/ratio.h"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

// Majority judgment (Balinski and Laraki 2007, 2011), exact.
namespace analysis {

// Number of people per grade, worst first.
using Grades = std::vector<std::int64_t>;

// How blanks on a case are counted.
enum class GradeBlank {
    worst,      // the lowest grade
    grade,      // a fixed grade
    median,     // the case's own majority grade
    proportions // not at all: cases are compared by shares of those who answered
};

// `tallies` with blanks filled in up to `participants`, by `policy`; `grade` is the one of
// GradeBlank::grade. A case that nobody graded gets the lowest grade from everyone.
std::vector<Grades> with_blanks(std::vector<Grades> tallies, std::int64_t participants,
                                GradeBlank policy, std::size_t grade = 0);

// The majority gauge: the majority grade, and how many people are above and below it.
struct Gauge {
    enum class Sign { plus, minus };
    int grade = 0;          // the lower middlemost grade, 0 worst
    std::int64_t above = 0; // p: people who gave a better grade
    std::int64_t below = 0; // q: people who gave a worse grade
    std::int64_t people = 0;
    Sign sign = Sign::minus;
    friend bool operator==(Gauge const&, Gauge const&) = default;

    // A number ordered as the gauges: grade + p/N if p > q, else grade - q/N.
    [[nodiscard]] Ratio number() const;
};

// The gauge of the counts; if all are 0, the lowest grade.
Gauge gauge_of(Grades const& counts);

// Compares two cases by repeatedly removing the lower middle grade, at equal shares of both. Equal
// exactly when the shares of all grades are. Counts up to 2^62.
std::strong_ordering compare_judgments(Grades const& a, Grades const& b);

// The rank of each tally, 1 for the best, equal ones sharing one.
std::vector<int> judgment_ranks(std::span<Grades const> tallies);

} // namespace analysis
