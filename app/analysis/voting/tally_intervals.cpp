#include "analysis/common/quantile.h"
#include "analysis/common/random.h"
#include "analysis/common/ranks.h"
#include "analysis/voting/counting_method.h"

#include <algorithm>
#include <optional>

namespace analysis {
namespace {

// Up to this many voters whole elections are resampled; above, each case separately.
constexpr std::int64_t joint_max = 5'000;

// Limit of steps for draws of whole results: some tenths of a second.
constexpr double steps_max = 1.5e8;
constexpr int draws_min = 20; // fewer draws give no interval
constexpr double tail = 0.05;

Interval interval_of(std::span<double> scores)
{
    std::ranges::sort(scores);
    return {quantile(scores, tail), quantile(scores, 1.0 - tail)};
}

} // namespace

// Resampled scores of each case, one draw at a time.
class ScoreDraws {
public:
    ScoreDraws(VoteTable table, Random random, int draws)
        : table_(std::move(table))
        , random_(random)
        , draws_(static_cast<std::size_t>(draws))
        , joint_(table_.hands.empty() && (table_.voters <= joint_max || table_.pairs))
        , drawn_(table_.cases.size())
        , scores_(table_.cases.size() * draws_)
    {
        if (joint_) resampler_.emplace(table_);
    }
    [[nodiscard]] bool done() const
    {
        return joint_ ? draw_ == draws_ : case_ == table_.cases.size();
    }
    // Makes one draw; returns its approximate number of steps.
    double step()
    {
        if (joint_) {
            resampler_->draw(random_, drawn_);
            for (std::size_t i = 0; i < drawn_.size(); ++i) scores_[i * draws_ + draw_] = drawn_[i];
            ++draw_;
            return static_cast<double>(table_.voters) + static_cast<double>(table_.marks.size());
        }
        // A case's resampled score depends on its own column only, which has far fewer distinct
        // rows.
        if (draw_ == 0) {
            column_ = column_of(table_, case_);
            resampler_.emplace(column_);
        }
        resampler_->draw(random_, {&scores_[case_ * draws_ + draw_], 1});
        if (++draw_ == draws_) draw_ = 0, ++case_;
        constexpr double binomial = 60.0;
        return binomial * static_cast<double>(column_.rows() + 1);
    }
    void put_into(std::vector<CaseTally>& lines)
    {
        for (std::size_t i = 0; i < lines.size(); ++i)
            lines[i].interval = interval_of(std::span(scores_).subspan(i * draws_, draws_));
    }

private:
    VoteTable table_, column_;
    Random random_;
    std::size_t draws_;
    bool joint_;
    std::size_t draw_ = 0, case_ = 0;
    std::vector<double> drawn_, scores_; // of one draw; by case
    std::optional<Resampler> resampler_;
};

namespace {

// Resampled rooms: the number of people in each row.
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

} // namespace

// Resampled ranks of each case, one room at a time.
class RankDraws {
public:
    RankDraws(Counting const& counting, Random random, int resamples)
        : counting_(counting)
        , random_(random)
        , rooms_(counting.table)
        , cells_(counting.recount.size())
        , raised_(counting.table.cases.size())
    {
        auto const& table = counting.table;
        auto const n = table.cases.size();
        bool const wins = counting.result.orders || (counting.result.duels && !table.pairs);
        auto const adding =
            static_cast<double>(table.marks.size()) * (wins ? static_cast<double>(n) : 1.0);
        effort_ = counting.recount.effort() + rooms_.effort() + adding;
        draws_ = static_cast<int>(std::min<double>(resamples, steps_max / effort_));
        if (draws_ < draws_min) draws_ = 0;
        at_rank_.assign(n, std::vector<int>(n + 1, 0));
    }
    [[nodiscard]] bool done() const { return draw_ >= draws_; }
    double step()
    {
        auto const& table = counting_.table;
        auto const& recount = counting_.recount;
        std::ranges::fill(cells_, 0);
        if (!table.hands.empty()) {
            for (std::size_t i = 0; i < raised_.size(); ++i)
                raised_[i] = random_.binomial(table.voters, static_cast<double>(table.hands[i]) /
                                                                static_cast<double>(table.voters));
            recount.raise(cells_, raised_);
        } else {
            auto const& people = rooms_.draw(random_);
            for (std::size_t r = 0; r < people.size(); ++r)
                if (people[r] > 0) recount.add(cells_, r, people[r]);
        }
        auto const ranks = recount.ranks(cells_);
        for (std::size_t i = 0; i < ranks.size(); ++i)
            ++at_rank_[i][static_cast<std::size_t>(ranks[i]) - 1];
        ++draw_;
        return effort_;
    }
    void put_into(Tally& result) const
    {
        if (draws_ == 0) return;
        result.rank_resamples = draws_;
        for (std::size_t i = 0; i < at_rank_.size(); ++i) {
            auto& line = result.cases[i];
            line.share_at_top = static_cast<double>(at_rank_[i][0]) / draws_;
            if (result.selects()) continue;
            line.ranks =
                RankInterval{std::min(line.rank, rank_at(at_rank_[i], tail, draws_)),
                             std::max(line.rank, rank_at(at_rank_[i], 1.0 - tail, draws_))};
        }
    }

private:
    Counting const& counting_;
    Random random_;
    Rooms rooms_;
    std::vector<std::int64_t> cells_, raised_;
    std::vector<std::vector<int>> at_rank_;
    double effort_ = 0;
    int draws_ = 0;
    int draw_ = 0;
};

Intervals::Intervals(Counting& counting, int resamples)
    : counting_(counting)
    , resamples_(resamples)
{
    auto const& table = counting.table;
    auto const& result = counting.result;
    if (resamples <= 0 || table.voters < interval_min) return;
    Random const random(result.seed);
    if (counting_method(result.method).borda)
        scores_ = std::make_unique<ScoreDraws>(as_points(table, result.rule), random, resamples);
    else if (!result.duels || table.pairs)
        scores_ = std::make_unique<ScoreDraws>(table, random, resamples);
    auto seed = result.seed;
    ranks_ = std::make_unique<RankDraws>(counting, Random(splitmix64(seed)), resamples);
}

Intervals::~Intervals() = default;

void Intervals::advance(double steps)
{
    while (scores_ && steps > 0) {
        if (!scores_->done()) steps -= scores_->step();
        if (!scores_->done()) continue;
        scores_->put_into(counting_.result.cases);
        counting_.result.resamples = resamples_;
        scores_.reset();
    }
    while (ranks_ && steps > 0) {
        if (!ranks_->done()) steps -= ranks_->step();
        if (!ranks_->done()) continue;
        ranks_->put_into(counting_.result);
        ranks_.reset();
    }
}

bool Intervals::done() const { return !scores_ && !ranks_; }

} // namespace analysis
