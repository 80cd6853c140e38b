#include "analysis/ranking/second_opinion.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

double better_by(double a, double b, Wanted wanted)
{
    return wanted == Wanted::more ? a - b : b - a;
}

double preferred(double difference, double indifference, double preference)
{
    if (difference <= indifference) return 0.0;
    if (difference >= preference) return 1.0;
    return (difference - indifference) / (preference - indifference);
}

} // namespace

std::vector<double> topsis(Alternatives const& at, std::span<Criterion const> criteria)
{
    std::vector<double> to_best(at.size());
    std::vector<double> to_worst(at.size());
    for (std::size_t c = 0; c < criteria.size(); ++c) {
        double length = 0.0;
        for (auto const& row : at) length += row[c] * row[c];
        if (length == 0.0) continue;
        double const scale = criteria[c].weight / std::sqrt(length);
        double low = at.front()[c];
        double high = low;
        for (auto const& row : at) low = std::min(low, row[c]), high = std::max(high, row[c]);
        double const best = criteria[c].wanted == Wanted::more ? high : low;
        double const worst = criteria[c].wanted == Wanted::more ? low : high;
        for (std::size_t i = 0; i < at.size(); ++i) {
            double const short_of = scale * (at[i][c] - best);
            double const above = scale * (at[i][c] - worst);
            to_best[i] += short_of * short_of;
            to_worst[i] += above * above;
        }
    }
    std::vector<double> closeness(at.size(), 0.5);
    for (std::size_t i = 0; i < at.size(); ++i) {
        double const best = std::sqrt(to_best[i]);
        double const worst = std::sqrt(to_worst[i]);
        if (best + worst > 0.0) closeness[i] = worst / (best + worst);
    }
    return closeness;
}

std::vector<double> promethee(Alternatives const& at, std::span<Criterion const> criteria,
                              double indifference, double preference)
{
    std::vector<double> flow(at.size());
    double weights = 0.0;
    for (auto const& criterion : criteria) weights += criterion.weight;
    if (at.size() < 2 || weights == 0.0) return flow;
    double const share = 1.0 / (weights * static_cast<double>(at.size() - 1));
    for (std::size_t a = 0; a < at.size(); ++a)
        for (std::size_t b = 0; b < at.size(); ++b)
            for (std::size_t c = 0; c < criteria.size(); ++c) {
                double const difference = better_by(at[a][c], at[b][c], criteria[c].wanted);
                double const gained =
                    share * criteria[c].weight * preferred(difference, indifference, preference);
                flow[a] += gained;
                flow[b] -= gained;
            }
    return flow;
}

std::vector<double> largest_regrets(Alternatives const& at)
{
    std::vector<double> regrets(at.size());
    if (at.empty()) return regrets;
    for (std::size_t s = 0; s < at.front().size(); ++s) {
        double best = at.front()[s];
        for (auto const& row : at) best = std::max(best, row[s]);
        for (std::size_t i = 0; i < at.size(); ++i)
            regrets[i] = std::max(regrets[i], best - at[i][s]);
    }
    return regrets;
}

std::vector<int> ranks_by(std::span<double const> values, Wanted wanted)
{
    std::vector<int> ranks(values.size(), 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        for (double other : values)
            if (better_by(other, values[i], wanted) > 1e-9) ++ranks[i];
    return ranks;
}

} // namespace analysis
