#include "analysis/ranking/ranking.h"

#include "analysis/common/ranks.h"
#include "analysis/ranking/stated_order.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace analysis {
namespace {

// Weights uniform on the simplex: exponentials divided by their sum. Axes of weight 0 keep 0.
void draw_weights(Random& random, std::vector<double> const& stated, std::vector<double>& weights)
{
    double sum = 0.0;
    for (std::size_t a = 0; a < weights.size(); ++a)
        sum += weights[a] = stated[a] > 0.0 ? random.exponential() : 0.0;
    for (auto& weight : weights) weight /= sum;
}

// Resampled V of every case: whole ballots drawn with replacement, or one left out.
class VoteDraws {
public:
    explicit VoteDraws(Evidence const& evidence)
        : table_(evidence.votes)
        , resampler_(evidence.votes)
        , scores_(evidence.votes.cases.size())
        , sums_(scores_.size())
        , answers_(scores_.size())
    {
        for (auto on : evidence.cases) {
            auto const it = std::ranges::lower_bound(table_.cases, on);
            bool const voted = it != table_.cases.end() && *it == on;
            columns_.push_back(voted ? it - table_.cases.begin() : -1);
        }
        for (std::size_t r = 0; r < table_.rows(); ++r)
            add_row(r, static_cast<double>(table_.copies[r]));
    }

    void draw(Random& random, std::vector<double>& votes)
    {
        if (scores_.empty()) return;
        resampler_.draw(random, scores_);
        scale(votes);
    }

    void leave_out(std::size_t row, std::vector<double>& votes)
    {
        add_row(row, -1.0);
        scores_ = sums_;
        if (table_.scoring == Scoring::mean_of_answers)
            for (std::size_t i = 0; i < scores_.size(); ++i)
                if (answers_[i] > 0.0) scores_[i] /= answers_[i];
        add_row(row, 1.0);
        scale(votes);
    }

private:
    void add_row(std::size_t row, double times)
    {
        for (auto mark : table_.row(row)) {
            sums_[mark.at] += times * mark.value;
            answers_[mark.at] += times;
        }
    }

    void scale(std::vector<double>& votes) const
    {
        double const best = std::ranges::max(scores_);
        for (std::size_t i = 0; i < votes.size(); ++i)
            votes[i] = columns_[i] < 0 || best <= 0.0
                           ? 0.0
                           : 10.0 * scores_[static_cast<std::size_t>(columns_[i])] / best;
    }

    VoteTable const& table_;
    Resampler resampler_;
    std::vector<double> scores_;
    std::vector<double> sums_, answers_;  // totals of all ballots
    std::vector<std::ptrdiff_t> columns_; // -1: not in the vote
};

// Resampled medians of every estimating round, applied to the cells that depend on them.
class MedianDraws {
public:
    explicit MedianDraws(Evidence const& evidence)
        : evidence_(evidence)
    {
        for (auto const& room : evidence.electorates) {
            everyone_.emplace_back(room.lists());
            room.medians(room.everyone(), everyone_.back());
        }
        medians_ = everyone_;
        for (std::size_t c = 0; c < evidence.cells.size(); ++c)
            if (evidence.cells[c].electorate) followers_.push_back(c);
    }

    void draw(Random& random, DrawnValues& now)
    {
        for (std::size_t e = 0; e < evidence_.electorates.size(); ++e) {
            evidence_.electorates[e].draw(random, counts_);
            count(e, counts_);
        }
        move(now);
    }

    void leave_out(std::size_t electorate, std::size_t voter, DrawnValues& now)
    {
        medians_ = everyone_;
        counts_ = evidence_.electorates[electorate].everyone();
        counts_[voter] = 0;
        count(electorate, counts_);
        move(now);
    }

    void put_back(DrawnValues& now)
    {
        medians_ = everyone_;
        move(now);
    }

private:
    void count(std::size_t electorate, Electorate::Counts const& counts)
    {
        // where none of a list's voters is drawn, the original median stays
        medians_[electorate] = everyone_[electorate];
        evidence_.electorates[electorate].medians(counts, medians_[electorate]);
    }

    // A placement at the median is rounded to a level; so is its resampled value.
    void move(DrawnValues& now) const
    {
        for (auto c : followers_) {
            auto const& cell = evidence_.cells[c];
            auto const& medians = medians_[*cell.electorate];
            bool const settled = cell.basis == Basis::median;
            auto said = [&](double median) { return settled ? std::round(median) : median; };
            now.opportunity[c] = said(medians[cell.list]);
            now.risk[c] = said(medians[cell.list + 1]);
        }
    }

    Evidence const& evidence_;
    std::vector<std::vector<double>> everyone_, medians_; // per electorate and list
    std::vector<std::size_t> followers_;
    Electorate::Counts counts_;
};

// Whether every case of `leading` has a strictly higher index than every other case.
bool lead(std::vector<std::int64_t> const& indices, std::vector<char> const& leading)
{
    auto worst_leader = std::numeric_limits<std::int64_t>::max();
    auto best_other = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (leading[i] != 0)
            worst_leader = std::min(worst_leader, indices[i]);
        else
            best_other = std::max(best_other, indices[i]);
    }
    return worst_leader > best_other;
}

// Voters to leave out one at a time: of each electorate, then of each row of the vote.
struct Voice {
    std::optional<std::size_t> electorate;
    std::size_t at = 0; // index of a voter, or of a row
    int people = 1;     // number of people with identical ballots
};

std::vector<Voice> voices_of(Evidence const& evidence)
{
    std::vector<Voice> voices;
    for (std::size_t e = 0; e < evidence.electorates.size(); ++e)
        for (int voter = 0; voter < evidence.electorates[e].voters(); ++voter)
            voices.push_back({e, static_cast<std::size_t>(voter), 1});
    for (std::size_t row = 0; row < evidence.votes.rows(); ++row)
        voices.push_back({std::nullopt, row, static_cast<int>(evidence.votes.copies[row])});
    return voices;
}

} // namespace

int Ranking::incomplete() const
{
    return static_cast<int>(std::ranges::count_if(cases, [&](RankedCase const& line) {
        return line.axes_placed > 0 && line.axes_placed < axes;
    }));
}

RankedCase const* Ranking::find(model::CaseId id) const
{
    auto const it = std::ranges::find(cases, id, &RankedCase::on);
    return it == cases.end() ? nullptr : &*it;
}

struct RankingRun::Work {
    Work(std::shared_ptr<Evidence const> on, RankingOptions with);

    void draw();
    void leave_one_out();
    void fill(Ranking& out) const;

    std::shared_ptr<Evidence const> evidence;
    RankingOptions options;
    IndexMatrix m;
    std::vector<std::size_t> lines; // of the placed cases, in `stated`
    Ranking stated;
    std::vector<char> leading; // per placed case: among the first k in the stated order

    Random weights_random, voters_random;
    VoteDraws vote_draws;
    MedianDraws median_draws;
    std::vector<Voice> voices;

    DrawnValues now;
    std::vector<double> weights;
    std::vector<std::int64_t> indices;
    std::vector<std::size_t> order;
    std::vector<int> ranks;

    int drawn = 0;
    int held = 0;
    std::size_t left_out = 0;
    std::vector<std::vector<int>> at_rank; // per placed case and rank
    std::vector<int> among_first;          // per placed case
    // per placed case: sum of the weights when it is first
    std::vector<std::vector<double>> when_first;
    std::vector<std::vector<int>> swaps; // per leaving and entering case
    std::vector<int> hangs_on;           // per placed case
};

RankingRun::Work::Work(std::shared_ptr<Evidence const> on, RankingOptions with)
    : evidence(std::move(on))
    , options(std::move(with))
    , m(index_matrix(*evidence, options))
    , stated(state_order(m, *evidence, options, lines))
    , weights_random(stated.seed)
    , voters_random(seed_from(stated.seed))
    , vote_draws(*evidence)
    , median_draws(*evidence)
    , now(stated_values(*evidence))
    , weights(m.weights)
    , indices(m.size())
    , at_rank(m.size(), std::vector<int>(m.size()))
    , among_first(m.size())
    , when_first(m.size(), std::vector<double>(m.weights.size()))
    , swaps(m.size(), std::vector<int>(m.size()))
    , hangs_on(m.size())
{
    for (auto line : lines) leading.push_back(stated.cases[line].rank <= stated.first ? 1 : 0);
    if (m.size() == 0)
        options.draws = 0; // nothing to draw
    else if (options.draws > 0)
        voices = voices_of(*evidence);
}

void RankingRun::Work::draw()
{
    if (options.doubt != Doubt::voters) draw_weights(weights_random, m.weights, weights);
    if (options.doubt != Doubt::weights) {
        vote_draws.draw(voters_random, now.votes);
        median_draws.draw(voters_random, now);
    }
    index_cases(m, *evidence, now, weights, indices);
    rank_by(indices, order, ranks);
    ++drawn;
    held += lead(indices, leading) ? 1 : 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        ++at_rank[i][static_cast<std::size_t>(ranks[i] - 1)];
        if (ranks[i] <= stated.first) ++among_first[i];
        if (ranks[i] == 1)
            for (std::size_t a = 0; a < weights.size(); ++a) when_first[i][a] += weights[a];
        if (leading[i] == 0 || ranks[i] <= stated.first) continue;
        for (std::size_t j = 0; j < ranks.size(); ++j)
            if (leading[j] == 0 && ranks[j] <= stated.first) ++swaps[i][j];
    }
}

void RankingRun::Work::leave_one_out()
{
    if (left_out == 0) { // restore the state after the last draw
        now = stated_values(*evidence);
        median_draws.put_back(now);
    }
    auto const& voice = voices[left_out++];
    if (voice.electorate) {
        median_draws.leave_out(*voice.electorate, voice.at, now);
    } else {
        median_draws.put_back(now);
        vote_draws.leave_out(voice.at, now.votes);
    }
    index_cases(m, *evidence, now, m.weights, indices);
    rank_by(indices, order, ranks);
    stated.voices += voice.people;
    bool decisive = false;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        if ((ranks[i] <= stated.first) == (leading[i] != 0)) continue;
        hangs_on[i] += voice.people;
        decisive = true;
    }
    if (decisive) stated.decisive += voice.people;
}

void RankingRun::Work::fill(Ranking& out) const
{
    for (std::size_t i = 0; i < lines.size(); ++i) out.cases[lines[i]].hangs_on = hangs_on[i];
    out.draws = drawn;
    if (drawn == 0) return;
    out.stability = static_cast<double>(held) / drawn;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = out.cases[lines[i]];
        line.rank_draws = at_rank[i];
        line.rank_low = std::min(line.rank, rank_at(at_rank[i], 0.05, drawn));
        line.rank_high = std::max(line.rank, rank_at(at_rank[i], 0.95, drawn));
        line.first_share = static_cast<double>(among_first[i]) / drawn;
        if (at_rank[i].front() > 0)
            for (double sum : when_first[i])
                line.central_weights.push_back(sum / at_rank[i].front());
        for (std::size_t j = 0; j < lines.size(); ++j)
            if (swaps[i][j] > 0)
                out.swaps.push_back(
                    {line.on, out.cases[lines[j]].on, static_cast<double>(swaps[i][j]) / drawn});
    }
    std::ranges::stable_sort(out.swaps, std::greater{}, &Swap::share);
    if (out.swaps.size() > swaps_max) out.swaps.resize(swaps_max);
}

RankingRun::RankingRun(std::shared_ptr<Evidence const> evidence, RankingOptions options)
    : work_(std::make_unique<Work>(std::move(evidence), std::move(options)))
{
}

RankingRun::RankingRun(RankingRun&&) noexcept = default;
RankingRun& RankingRun::operator=(RankingRun&&) noexcept = default;
RankingRun::~RankingRun() = default;

void RankingRun::advance(int steps)
{
    for (; steps > 0 && work_->drawn < work_->options.draws; --steps) work_->draw();
    for (; steps > 0 && work_->left_out < work_->voices.size(); --steps) work_->leave_one_out();
}

bool RankingRun::done() const { return progress().done == progress().total; }

Progress RankingRun::progress() const
{
    return {work_->drawn + static_cast<int>(work_->left_out),
            std::max(work_->options.draws, 0) + static_cast<int>(work_->voices.size())};
}

Ranking RankingRun::ranking() const
{
    auto out = work_->stated;
    work_->fill(out);
    return out;
}

Ranking rank_cases(model::Document const& doc, RankingOptions const& options)
{
    RankingRun run(std::make_shared<Evidence const>(read_evidence(doc)), options);
    while (!run.done()) run.advance(run.progress().total);
    return run.ranking();
}

} // namespace analysis
