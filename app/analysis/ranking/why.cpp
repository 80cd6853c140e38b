#include "analysis/ranking/why.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace analysis {
namespace {

constexpr double hundredths = 100.0, best_vote = 10.0, coefficient_max = 10.0;
constexpr double tiny = 1e-9; // indices are compared in billionths

double lambda_of(Ranking const& ranking) { return ranking.lambda_milli / 1000.0; }
double mu_of(Ranking const& ranking) { return ranking.mu_milli / 1000.0; }

// The x where `a + x * b` is 0, if there is one that differs from `now`.
std::optional<double> level_at(double a, double b, double now)
{
    if (std::abs(b) < tiny) return std::nullopt;
    double const x = -a / b;
    if (x < 0.0 || x > coefficient_max || std::abs(x - now) < tiny) return std::nullopt;
    return x;
}

// Only where the scores of the case and of the best are whole.
std::optional<int> points_between(Ranking const& ranking, RankedCase const& one,
                                  RankedCase const& other)
{
    double const mu = mu_of(ranking);
    if (!one.score || mu <= 0.0) return std::nullopt;
    double const score = value(*one.score), best = value(ranking.best_score);
    if (best <= 0.0 || score != std::floor(score) || best != std::floor(best)) return std::nullopt;
    double const units = std::abs(*other.index - *one.index) / mu / best_vote * best;
    int const points = static_cast<int>(std::floor(units + tiny)) + 1; // one more than for a tie
    double const then = *other.index > *one.index ? score + points : score - points;
    bool const is_best = score >= best; // changing its score would change the scale
    if (then < 0.0 || then > best || is_best) return std::nullopt;
    return points;
}

Neighbour neighbour(Ranking const& ranking, RankedCase const& one, RankedCase const& other)
{
    Neighbour out;
    out.other = &other;
    out.gap = std::abs(*other.index - *one.index);
    out.points = points_between(ranking, one, other);
    double const lambda = lambda_of(ranking), mu = mu_of(ranking);
    double const gain = *one.opportunity - *other.opportunity;
    double const loss = *one.risk - *other.risk, vote = one.vote - other.vote;
    out.lambda = level_at(gain + mu * vote, -loss, lambda);
    out.mu = level_at(gain - lambda * loss, vote, mu);
    return out;
}

} // namespace

IndexSum index_sum(Ranking const& ranking, RankedCase const& one)
{
    std::array<double, 3> const exact{*one.opportunity * hundredths,
                                      -lambda_of(ranking) * *one.risk * hundredths,
                                      mu_of(ranking) * one.vote * hundredths};
    int const index = static_cast<int>(std::lround(*one.index * hundredths));
    std::array<int, 3> terms{};
    int left = index;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        terms.at(i) = static_cast<int>(std::floor(exact.at(i) + tiny));
        left -= terms.at(i);
    }
    std::array<std::size_t, 3> by_remainder{0, 1, 2};
    std::ranges::stable_sort(by_remainder, std::greater{},
                             [&](std::size_t i) { return exact.at(i) - terms.at(i); });
    for (int i = 0; i < left && i < 3; ++i)
        ++terms.at(by_remainder.at(static_cast<std::size_t>(i)));
    return {terms[0], -terms[1], terms[2], index};
}

Neighbours neighbours(Ranking const& ranking, RankedCase const& one)
{
    Neighbours out;
    RankedCase const *above = nullptr, *below = nullptr;
    for (auto const& other : ranking.cases) {
        if (!other.placed() || other.on == one.on) continue;
        if (other.rank < one.rank) above = &other;
        if (other.rank == one.rank) out.level.push_back(other.on);
        if (other.rank > one.rank && !below) below = &other;
    }
    if (above) out.above = neighbour(ranking, one, *above);
    if (below) out.below = neighbour(ranking, one, *below);
    return out;
}

} // namespace analysis
