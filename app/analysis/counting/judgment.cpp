#include "analysis/counting/judgment.h"

#include "analysis/common/ranks.h"

#include <algorithm>
#include <numeric>

namespace analysis {
namespace {

__extension__ using WideUnsigned = unsigned __int128;

std::int64_t total_of(Grades const& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

// The first difference of two sorted lists of equal length, searched from the middle outwards: its
// distance from the middle, and which list is better there.
struct Difference {
    WideUnsigned distance = 0; // doubled, so that a middle between two grades is an integer
    bool found = false;
    std::strong_ordering order = std::strong_ordering::equal;
};

void nearer(Difference& best, WideUnsigned distance, std::strong_ordering order)
{
    if (best.found && best.distance <= distance) return;
    best = {distance, true, order};
}

} // namespace

std::vector<Grades> with_blanks(std::vector<Grades> tallies, std::int64_t participants,
                                GradeBlank policy, std::size_t grade)
{
    for (auto& counts : tallies) {
        auto const given = total_of(counts);
        auto const blanks = std::max<std::int64_t>(participants - given, 0);
        if (counts.empty()) continue;
        auto at = std::min(grade, counts.size() - 1);
        if (policy == GradeBlank::worst || given == 0) at = 0;
        if (policy == GradeBlank::median && given > 0)
            at = static_cast<std::size_t>(gauge_of(counts).grade);
        if (policy != GradeBlank::proportions || given == 0) counts[at] += blanks;
    }
    return tallies;
}

Ratio Gauge::number() const
{
    if (people == 0) return {};
    return ratio(grade * people + (sign == Sign::plus ? above : -below), people);
}

Gauge gauge_of(Grades const& counts)
{
    Gauge out;
    out.people = total_of(counts);
    if (out.people == 0) return out;
    auto const middle = (out.people - 1) / 2; // lower middle index
    std::int64_t passed = 0;
    for (std::size_t g = 0; g < counts.size(); ++g) {
        if (passed + counts[g] > middle) {
            out.grade = static_cast<int>(g);
            out.below = passed;
            out.above = out.people - passed - counts[g];
            break;
        }
        passed += counts[g];
    }
    out.sign = out.above > out.below ? Gauge::Sign::plus : Gauge::Sign::minus;
    return out;
}

// The removal takes the lower middle grade, then alternately the next below and above. So the first
// difference is the one nearest to the middle, the lower of two equally near. Both lists are scaled
// to the same length, which changes no share.
std::strong_ordering compare_judgments(Grades const& a, Grades const& b)
{
    auto const people_a = static_cast<std::uint64_t>(total_of(a));
    auto const people_b = static_cast<std::uint64_t>(total_of(b));
    if (people_a == 0 || people_b == 0) return people_a <=> people_b;
    auto const common = std::gcd(people_a, people_b);
    auto const stretch_a = people_b / common;
    auto const stretch_b = people_a / common;
    WideUnsigned const length = WideUnsigned{people_a} * stretch_a;

    Difference below;
    Difference above;
    std::size_t grade_a = 0;
    std::size_t grade_b = 0;
    WideUnsigned end_a = static_cast<std::uint64_t>(a[0]) * WideUnsigned{stretch_a};
    WideUnsigned end_b = static_cast<std::uint64_t>(b[0]) * WideUnsigned{stretch_b};
    for (WideUnsigned at = 0; at < length;) {
        while (end_a <= at)
            end_a += static_cast<std::uint64_t>(a[++grade_a]) * WideUnsigned{stretch_a};
        while (end_b <= at)
            end_b += static_cast<std::uint64_t>(b[++grade_b]) * WideUnsigned{stretch_b};
        auto const end = std::min(end_a, end_b);
        if (grade_a != grade_b) {
            auto const order = grade_a <=> grade_b;
            if (2 * at < length) nearer(below, length > 2 * end ? length - 2 * end : 0, order);
            if (2 * end > length) nearer(above, 2 * at > length ? 2 * at - length : 0, order);
        }
        at = end;
    }
    if (!below.found) return above.order;
    if (!above.found || below.distance <= above.distance) return below.order;
    return above.order;
}

std::vector<int> judgment_ranks(std::span<Grades const> tallies)
{
    return ranks_by(tallies.size(), [&](std::size_t i, std::size_t j) {
        return compare_judgments(tallies[i], tallies[j]);
    });
}

} // namespace analysis
