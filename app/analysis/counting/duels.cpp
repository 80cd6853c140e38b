#include "analysis/counting/duels.h"

#include "analysis/common/ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace analysis {
namespace {

constexpr int iterations_max = 100'000;
constexpr double half_win = 0.5;

// The number of the connected component of each case.
std::vector<std::size_t> islands(Square const& wins)
{
    std::vector<std::size_t> island(wins.size);
    std::iota(island.begin(), island.end(), std::size_t{0});
    for (std::size_t i = 0; i < wins.size; ++i)
        for (std::size_t j = 0; j < wins.size; ++j) {
            if (wins.at(i, j) == 0 || island[i] == island[j]) continue;
            auto const from = island[j];
            std::ranges::replace(island, from, island[i]);
        }
    return island;
}

} // namespace

std::vector<Ratio> win_shares(Square const& wins)
{
    std::vector<Ratio> out;
    for (std::size_t i = 0; i < wins.size; ++i) {
        std::int64_t won = 0;
        std::int64_t lost = 0;
        for (std::size_t j = 0; j < wins.size; ++j) won += wins.at(i, j), lost += wins.at(j, i);
        out.push_back(ratio(won + 1, won + lost + 2));
    }
    return out;
}

std::vector<double> bradley_terry(Square const& wins)
{
    auto const n = wins.size;
    if (n == 0) return {};
    auto const island = islands(wins);
    std::vector<double> won(n);
    std::vector<double> compared(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            auto const real = static_cast<double>(wins.at(i, j) + wins.at(j, i));
            double const added = real > 0.0 || island[i] != island[j] ? half_win : 0.0;
            won[i] += static_cast<double>(wins.at(i, j)) + added;
            compared[i * n + j] = real + 2.0 * added;
        }
    std::vector<double> strength(n, 1.0 / static_cast<double>(n));
    std::vector<double> next(n);
    for (int step = 0; step < iterations_max; ++step) {
        double total = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            double met = 0.0;
            for (std::size_t j = 0; j < n; ++j)
                if (compared[i * n + j] > 0.0)
                    met += compared[i * n + j] / (strength[i] + strength[j]);
            next[i] = met > 0.0 ? won[i] / met : strength[i];
            total += next[i];
        }
        double moved = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            next[i] /= total;
            moved = std::max(moved, std::abs(next[i] - strength[i]));
        }
        strength.swap(next);
        if (moved < strength_step) break;
    }
    return strength;
}

std::vector<int> strength_ranks(std::vector<double> const& strengths)
{
    // Nearly equal neighbours get the same value before ranking: the order must not depend on
    // rounding errors.
    std::vector<std::size_t> order(strengths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](auto i, auto j) { return strengths[i] > strengths[j]; });
    std::vector<int> level(strengths.size());
    for (std::size_t at = 1; at < order.size(); ++at) {
        double const high = strengths[order[at - 1]];
        bool const same = high - strengths[order[at]] <= strength_equal * high;
        level[order[at]] = level[order[at - 1]] - (same ? 0 : 1);
    }
    return ranks_by(level.size(),
                    [&](std::size_t i, std::size_t j) { return level[i] <=> level[j]; });
}

// The rounds of a round-robin tournament, by the circle method: a round has every case once, and
// all rounds together every pair once. Two consecutive rounds form one path through all cases.
std::vector<std::pair<int, int>> pairs_to_ask(int cases, std::int64_t voter, int most)
{
    if (cases < 2) return {};
    // with an odd number, one case pauses in each round
    int const circle = cases % 2 == 0 ? cases : cases + 1;
    std::vector<std::pair<int, int>> all;
    for (int round = 0; round < circle - 1; ++round)
        for (int k = 0; k < circle / 2; ++k) {
            int const a = k == 0 ? circle - 1 : (round + k) % (circle - 1);
            int const b = (round + circle - 1 - k) % (circle - 1);
            if (a < cases && b < cases) all.emplace_back(std::min(a, b), std::max(a, b));
        }
    auto const count = static_cast<std::int64_t>(all.size());
    auto const asked = std::min<std::int64_t>(most, count);
    std::vector<std::pair<int, int>> out;
    for (std::int64_t i = 0; i < asked; ++i)
        out.push_back(all[static_cast<std::size_t>((voter * asked + i) % count)]);
    return out;
}

} // namespace analysis
