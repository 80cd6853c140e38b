#include "analysis/estimates/agreement.h"

#include "analysis/common/quantile.h"

#include <cassert>
#include <cmath>
#include <numeric>

namespace analysis {
namespace {

// The agreement of one layer of van der Eijk's decomposition; `filled`: non-empty categories.
double of_layer(std::vector<bool> const& filled)
{
    auto const k = filled.size();
    auto const size = static_cast<double>(k);
    double unimodal = 0.0;
    double split = 0.0;
    for (std::size_t a = 0; a + 2 < k; ++a)
        for (auto b = a + 1; b + 1 < k; ++b)
            for (auto c = b + 1; c < k; ++c) {
                if (filled[a] && !filled[b] && filled[c]) split += 1.0;
                if (filled[b] && filled[a] != filled[c]) unimodal += 1.0;
            }
    double const s = static_cast<double>(std::ranges::count(filled, true));
    double const shape = unimodal + split == 0.0
                             ? 1.0
                             : ((size - 2.0) * unimodal - (size - 1.0) * split) /
                                   ((size - 2.0) * (unimodal + split));
    return shape * (1.0 - (s - 1.0) / (size - 1.0));
}

// The ranks of one judge's ratings from 1, ties at their mean, and the correction for ties.
struct Ranks {
    std::vector<double> of;
    double ties = 0.0; // sum of t³ - t
};

Ranks rank(std::vector<double> const& ratings)
{
    std::vector<std::size_t> order(ratings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return ratings[i]; });
    Ranks ranks{std::vector<double>(ratings.size()), 0.0};
    for (std::size_t i = 0; i < order.size();) {
        auto end = i;
        while (end < order.size() && ratings[order[end]] == ratings[order[i]]) ++end;
        for (auto k = i; k < end; ++k) ranks.of[order[k]] = static_cast<double>(i + end + 1) / 2.0;
        auto const t = static_cast<double>(end - i);
        ranks.ties += t * t * t - t;
        i = end;
    }
    return ranks;
}

double squared(double x) { return x * x; }

} // namespace

double van_der_eijk(std::span<int const> counts)
{
    assert(counts.size() >= 3);
    std::vector<int> left(counts.begin(), counts.end());
    double const all = std::accumulate(left.begin(), left.end(), 0);
    double agreement = 0.0;
    std::vector<bool> filled(left.size());
    for (;;) {
        int least = 0;
        for (int count : left)
            if (count > 0 && (least == 0 || count < least)) least = count;
        if (least == 0) return agreement;
        int people = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            filled[i] = left[i] > 0;
            if (!filled[i]) continue;
            left[i] -= least;
            people += least;
        }
        agreement += people / all * of_layer(filled);
    }
}

Ipras ipras(std::span<double const> sorted, double low, double high)
{
    // 2.35 and 1.5 are published for the nine-point scale, which is 8 wide.
    Ipras out{quantile(sorted, 0.3), quantile(sorted, 0.7), 0.0};
    double const off_middle = std::abs((low + high) / 2.0 - (out.p30 + out.p70) / 2.0);
    out.yardstick = 2.35 * (high - low) / 8.0 + 1.5 * off_middle;
    return out;
}

std::optional<Kendall> kendall_w(Ratings const& ratings)
{
    if (ratings.size() < 2 || ratings.front().size() < 2) return std::nullopt;
    auto const m = static_cast<double>(ratings.size());
    auto const n = static_cast<double>(ratings.front().size());
    std::vector<double> sums(ratings.front().size());
    double ties = 0.0;
    for (auto const& row : ratings) {
        auto const ranks = rank(row);
        ties += ranks.ties;
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += ranks.of[i];
    }
    double apart = 0.0;
    for (double sum : sums) apart += squared(sum - m * (n + 1.0) / 2.0);
    double const most = m * m * (n * n * n - n) - m * ties;
    if (most <= 0.0) return std::nullopt;
    double const w = 12.0 * apart / most;
    return Kendall{w, m * (n - 1.0) * w, static_cast<int>(n) - 1};
}

std::optional<Icc> icc(Ratings const& ratings)
{
    if (ratings.size() < 2 || ratings.front().size() < 2) return std::nullopt;
    auto const k = static_cast<double>(ratings.size());
    auto const n = static_cast<double>(ratings.front().size());
    std::vector<double> items(ratings.front().size());
    double mean = 0.0;
    for (auto const& row : ratings)
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i] += row[i] / k;
            mean += row[i] / (n * k);
        }
    double between_items = 0.0;
    for (double item : items) between_items += k * squared(item - mean);
    double between_judges = 0.0;
    double total = 0.0;
    for (auto const& row : ratings) {
        between_judges += n * squared(std::accumulate(row.begin(), row.end(), 0.0) / n - mean);
        for (double rating : row) total += squared(rating - mean);
    }
    double const msr = between_items / (n - 1.0);
    double const msc = between_judges / (k - 1.0);
    double const mse = (total - between_items - between_judges) / ((n - 1.0) * (k - 1.0));
    double const single = msr + (k - 1.0) * mse + k * (msc - mse) / n;
    double const averaged = msr + (msc - mse) / n;
    if (single <= 0.0 || averaged <= 0.0) return std::nullopt;
    return Icc{(msr - mse) / single, (msr - mse) / averaged};
}

} // namespace analysis
