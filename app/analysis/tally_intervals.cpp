#include "analysis/quantile.h"
#include "analysis/random.h"
#include "analysis/tally_parts.h"

#include <algorithm>

namespace analysis {
namespace {

using model::Method;

// Up to this many voters intervals come from whole resampled elections; above, case by case.
constexpr std::int64_t joint_max = 5'000;

// Steps that the draws of whole results may take together: some tenths of a second.
constexpr double steps_max = 1.5e8;
constexpr int draws_min = 20; // fewer say nothing
constexpr double tail = 0.05;

Interval interval_of(std::span<double> scores)
{
    std::ranges::sort(scores);
    return {quantile(scores, tail), quantile(scores, 1.0 - tail)};
}

void draw_scores(std::vector<CaseTally>& lines, VoteTable const& table, Random random,
                 int resamples)
{
    auto const draws = static_cast<std::size_t>(resamples);
    auto const count_cases = table.cases.size();
    if (table.hands.empty() && (table.voters <= joint_max || table.pairs)) {
        std::vector<double> drawn(count_cases);
        std::vector<double> scores(count_cases * draws); // case after case
        Resampler resampler(table);
        for (std::size_t d = 0; d < draws; ++d) {
            resampler.draw(random, drawn);
            for (std::size_t i = 0; i < count_cases; ++i) scores[i * draws + d] = drawn[i];
        }
        for (std::size_t i = 0; i < count_cases; ++i)
            lines[i].interval = interval_of(std::span(scores).subspan(i * draws, draws));
        return;
    }
    // One case's score over resampled voters depends on its own column only: same law, far fewer
    // rows.
    std::vector<double> scores(draws);
    for (std::size_t i = 0; i < count_cases; ++i) {
        auto const column = column_of(table, i);
        Resampler resampler(column);
        for (auto& score : scores) resampler.draw(random, {&score, 1});
        lines[i].interval = interval_of(scores);
    }
}

// How many people of a resampled room filled in each row.
class Rooms {
public:
    explicit Rooms(VoteTable const& table)
        : table_(table)
        , people_(table.rows())
    {
        constexpr std::int64_t picks_per_binomial = 16;
        if (table.voters > static_cast<std::int64_t>(table.rows()) * picks_per_binomial) return;
        for (std::size_t r = 0; r < table.rows(); ++r)
            rows_.insert(rows_.end(), static_cast<std::size_t>(table.copies[r]),
                         static_cast<std::uint32_t>(r));
    }
    std::vector<std::int64_t> const& draw(Random& random)
    {
        std::ranges::fill(people_, 0);
        if (!rows_.empty()) {
            auto const count = static_cast<std::uint32_t>(rows_.size());
            for (std::uint32_t i = 0; i < count; ++i) ++people_[rows_[random.below(count)]];
            return people_;
        }
        auto to_pick = table_.voters;
        auto left = table_.voters;
        for (std::size_t r = 0; r < people_.size() && to_pick > 0; ++r) {
            people_[r] = random.binomial(to_pick, static_cast<double>(table_.copies[r]) /
                                                      static_cast<double>(left));
            to_pick -= people_[r];
            left -= table_.copies[r];
        }
        return people_;
    }
    [[nodiscard]] double effort() const
    {
        constexpr double binomial = 60.0;
        return rows_.empty() ? binomial * static_cast<double>(people_.size())
                             : static_cast<double>(rows_.size());
    }

private:
    VoteTable const& table_;
    std::vector<std::uint32_t> rows_; // of each person
    std::vector<std::int64_t> people_;
};

// The rank that a share of the draws reaches.
int rank_at(std::vector<int> const& draws_at_rank, double share, int draws)
{
    int reached = 0;
    for (std::size_t r = 0; r < draws_at_rank.size(); ++r) {
        reached += draws_at_rank[r];
        if (reached >= share * draws) return static_cast<int>(r) + 1;
    }
    return static_cast<int>(draws_at_rank.size());
}

void draw_ranks(Counting& counting, Random random, int resamples)
{
    auto const& table = counting.table;
    auto const& recount = counting.recount;
    auto& result = counting.result;
    bool const hands = !table.hands.empty();
    Rooms rooms(table);
    auto const n = table.cases.size();
    bool const wins = result.orders.has_value() || (result.duels && !table.pairs);
    auto const adding =
        static_cast<double>(table.marks.size()) * (wins ? static_cast<double>(n) : 1.0);
    auto const most = steps_max / (recount.effort() + rooms.effort() + adding);
    auto const draws = static_cast<int>(std::min<double>(resamples, most));
    if (draws < draws_min) return;
    std::vector<std::vector<int>> at_rank(n, std::vector<int>(n + 1, 0));
    std::vector<std::int64_t> cells(recount.size());
    std::vector<std::int64_t> raised(n);
    for (int d = 0; d < draws; ++d) {
        std::ranges::fill(cells, 0);
        if (hands) {
            for (std::size_t i = 0; i < n; ++i)
                raised[i] = random.binomial(table.voters, static_cast<double>(table.hands[i]) /
                                                              static_cast<double>(table.voters));
            recount.raise(cells, raised);
        } else {
            auto const& people = rooms.draw(random);
            for (std::size_t r = 0; r < people.size(); ++r)
                if (people[r] > 0) recount.add(cells, r, people[r]);
        }
        auto const ranks = recount.ranks(cells);
        for (std::size_t i = 0; i < n; ++i) ++at_rank[i][static_cast<std::size_t>(ranks[i]) - 1];
    }
    result.rank_resamples = draws;
    for (std::size_t i = 0; i < n; ++i) {
        auto& line = result.cases[i];
        line.share_at_top = static_cast<double>(at_rank[i][0]) / draws;
        if (result.method == Method::budget) continue;
        line.ranks = RankInterval{std::min(line.rank, rank_at(at_rank[i], tail, draws)),
                                  std::max(line.rank, rank_at(at_rank[i], 1.0 - tail, draws))};
    }
}

} // namespace

void add_intervals(Counting& counting, int resamples)
{
    auto const& table = counting.table;
    auto& result = counting.result;
    Random random(result.seed);
    if (result.orders) {
        result.resamples = resamples;
        draw_scores(result.cases, as_points(table, result.rule), random, resamples);
    } else if (!result.duels || table.pairs) {
        result.resamples = resamples;
        draw_scores(result.cases, table, random, resamples);
    }
    auto seed = result.seed;
    draw_ranks(counting, Random(splitmix64(seed)), resamples);
}

} // namespace analysis
