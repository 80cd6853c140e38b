#include "analysis/ranking.h"

#include "analysis/order.h"
#include "analysis/pareto.h"
#include "analysis/tally.h"
#include "analysis/votes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace analysis {
namespace {

// Indices closer than this are equal: they come from sums in floating point.
constexpr double steps_per_unit = 1e9;
constexpr int first_max = 10;

std::int64_t to_steps(double units) { return std::llround(units * steps_per_unit); }

struct Cell {
    std::uint32_t axis = 0;
    double opportunity = 0.0, risk = 0.0; // 0..1000
};

// The placed cases laid out for drawing: cells of case i are cells[starts[i]..starts[i+1]).
struct Matrix {
    std::vector<std::size_t> lines; // where each placed case is among all the cases
    std::vector<Cell> cells;
    std::vector<std::size_t> starts{0};
    std::vector<double> weights; // stated, per axis

    [[nodiscard]] std::size_t size() const { return lines.size(); }
};

struct Point {
    double opportunity = 0.0, risk = 0.0;
};

Point weighted(Matrix const& m, std::size_t i, std::vector<double> const& weights)
{
    double opportunity = 0.0;
    double risk = 0.0;
    double total = 0.0;
    for (auto c = m.starts[i]; c < m.starts[i + 1]; ++c) {
        auto const& cell = m.cells[c];
        double const w = weights[cell.axis];
        opportunity += w * cell.opportunity;
        risk += w * cell.risk;
        total += w;
    }
    double const scale = total * model::level_max / 10.0; // to 0..10
    return {opportunity / scale, risk / scale};
}

std::vector<double> stated_weights(model::Document const& doc,
                                   std::vector<model::AxisId> const& axes)
{
    std::vector<double> weights;
    for (auto id : axes)
        weights.push_back(std::max(model::get<model::Axis>(doc, id).weight_milli, 0));
    if (std::ranges::all_of(weights, [](double w) { return w == 0.0; }))
        std::ranges::fill(weights, 1.0);
    return weights;
}

// Reads the placements of one case: what it is, and its cells when some axis with a weight has it.
void read_case(Matrix& m, RankedCase& line, std::size_t at, model::Document const& doc,
               std::vector<model::AxisId> const& axes)
{
    model::Level highest = -1;
    for (std::size_t a = 0; a < axes.size(); ++a) {
        auto const* found = model::find<model::Placement>(doc, {axes[a], line.on});
        if (!found) continue;
        ++line.axes_placed;
        if (found->risk > highest) {
            highest = found->risk;
            line.riskiest = axes[a];
        }
        if (m.weights[a] > 0.0)
            m.cells.push_back({static_cast<std::uint32_t>(a),
                               static_cast<double>(found->opportunity),
                               static_cast<double>(found->risk)});
    }
    if (highest >= veto_risk) line.veto = Veto::risk;
    if (m.cells.size() == m.starts.back()) return;
    m.lines.push_back(at);
    m.starts.push_back(m.cells.size());
}

void read_votes_of(Ranking& result, Tally const& votes)
{
    Ratio best;
    for (auto const& line : votes.cases) best = std::max(best, line.score);
    for (auto& line : result.cases) {
        auto const* voted = votes.find(line.on);
        if (!voted) continue;
        line.score = voted->score;
        line.contested = voted->contested();
        if (best.num > 0) line.vote = 10.0 * value(voted->score) / value(best);
    }
}

struct Convention {
    double lambda = 0.0, mu = 0.0;
};

std::int64_t index_steps(Point p, double vote, Convention by)
{
    return to_steps(p.opportunity - by.lambda * p.risk + by.mu * vote);
}

// Fills in what the stated weights say.
void state_order(Ranking& result, Matrix const& m, Convention by)
{
    std::vector<std::int64_t> indices(m.size());
    std::vector<TradeOff> trades(m.size());
    for (std::size_t i = 0; i < m.size(); ++i) {
        auto& line = result.cases[m.lines[i]];
        auto const point = weighted(m, i, m.weights);
        indices[i] = index_steps(point, line.vote, by);
        trades[i] = {to_steps(point.opportunity), to_steps(point.risk)};
        line.opportunity = point.opportunity;
        line.risk = point.risk;
        line.index = static_cast<double>(indices[i]) / steps_per_unit;
    }
    auto const layers = pareto_layers(trades);
    auto const last = static_cast<int>(m.size()) + 1;
    for (auto& line : result.cases) line.rank = line.rank_low = line.rank_high = last;
    for (std::size_t i = 0; i < m.size(); ++i) {
        auto& line = result.cases[m.lines[i]];
        auto const better =
            std::ranges::count_if(indices, [&](std::int64_t other) { return other > indices[i]; });
        line.pareto_layer = layers[i];
        line.rank = line.rank_low = line.rank_high = static_cast<int>(better) + 1;
    }
}

// V of the placed cases, drawn again and again from resampled ballots.
class VoteDraws {
public:
    VoteDraws(VoteTable const& table, Ranking const& ranking, Matrix const& m)
        : resampler_(table)
        , scores_(table.cases.size())
    {
        for (auto line : m.lines) {
            auto const it = std::ranges::lower_bound(table.cases, ranking.cases[line].on);
            bool const voted = it != table.cases.end() && *it == ranking.cases[line].on;
            columns_.push_back(voted ? it - table.cases.begin() : -1);
        }
    }

    void draw(Random& random, std::vector<double>& votes)
    {
        if (scores_.empty()) return;
        resampler_.draw(random, scores_);
        double const best = std::ranges::max(scores_);
        for (std::size_t i = 0; i < votes.size(); ++i)
            votes[i] = columns_[i] < 0 || best <= 0.0
                           ? 0.0
                           : 10.0 * scores_[static_cast<std::size_t>(columns_[i])] / best;
    }

private:
    Resampler resampler_;
    std::vector<double> scores_;
    std::vector<std::ptrdiff_t> columns_; // -1: not voted on
};

// Uniform on the simplex once divided by their sum, which `weighted` does; axes of weight 0 stay
// out.
void draw_weights(Random& random, std::vector<double> const& stated, std::vector<double>& weights)
{
    for (std::size_t a = 0; a < weights.size(); ++a)
        weights[a] = stated[a] > 0.0 ? random.exponential() : 0.0;
}

// Whether every case of `leading` is strictly above every other.
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

void count_ranks(std::vector<std::int64_t> const& indices, std::vector<std::size_t>& order,
                 Ranking& result, Matrix const& m)
{
    std::ranges::sort(order, [&](auto a, auto b) { return indices[a] > indices[b]; });
    std::size_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || indices[order[i]] != indices[order[i - 1]]) rank = i;
        ++result.cases[m.lines[order[i]]].rank_draws[rank];
    }
}

// The rank at which a share of the draws is reached.
int rank_at(std::vector<int> const& draws_at_rank, double share, int draws)
{
    int reached = 0;
    for (std::size_t r = 0; r < draws_at_rank.size(); ++r) {
        reached += draws_at_rank[r];
        if (reached >= share * draws) return static_cast<int>(r) + 1;
    }
    return static_cast<int>(draws_at_rank.size());
}

void draw_orders(Ranking& result, Matrix const& m, VoteTable const& votes, Convention by)
{
    for (auto at : m.lines) result.cases[at].rank_draws.assign(m.size(), 0);
    std::vector<char> leading(m.size());
    for (std::size_t i = 0; i < m.size(); ++i)
        leading[i] = result.cases[m.lines[i]].rank <= result.first ? 1 : 0;

    Random random(result.seed);
    VoteDraws vote_draws(votes, result, m);
    std::vector<double> weights(m.weights.size());
    std::vector<double> drawn_votes(m.size());
    std::vector<std::int64_t> indices(m.size());
    std::vector<std::size_t> order(m.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    int held = 0;
    for (int d = 0; d < result.draws; ++d) {
        draw_weights(random, m.weights, weights);
        vote_draws.draw(random, drawn_votes);
        for (std::size_t i = 0; i < m.size(); ++i)
            indices[i] = index_steps(weighted(m, i, weights), drawn_votes[i], by);
        count_ranks(indices, order, result, m);
        if (lead(indices, leading)) ++held;
    }
    result.stability = static_cast<double>(held) / result.draws;
    for (auto at : m.lines) {
        auto& line = result.cases[at];
        line.rank_low = std::min(line.rank, rank_at(line.rank_draws, 0.05, result.draws));
        line.rank_high = std::max(line.rank, rank_at(line.rank_draws, 0.95, result.draws));
    }
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

Ranking rank_cases(model::Document const& doc, RankingOptions const& options)
{
    auto const axes = active_axes(doc);
    auto const convention = options.convention.value_or(model::get<model::Convention>(doc));
    Convention const by{convention.lambda_milli / 1000.0, convention.mu_milli / 1000.0};

    Ranking result;
    result.axes = static_cast<int>(axes.size());
    result.lambda_milli = convention.lambda_milli;
    result.mu_milli = convention.mu_milli;
    result.seed = options.seed;

    Matrix m;
    m.weights = stated_weights(doc, axes);
    for (auto id : visible_cases(doc)) {
        RankedCase line;
        line.on = id;
        read_case(m, line, result.cases.size(), doc, axes);
        result.cases.push_back(std::move(line));
    }
    VoteTable votes;
    if (auto const reference = latest_result(doc)) {
        auto const counted = tally(doc, *reference, {.method = {}, .blank = {}, .resamples = 0});
        auto table = counted ? read_votes(doc, *reference, counted->method, counted->blank)
                             : Result<VoteTable>(fail(counted.error()));
        if (table) { // a round that cannot be counted has no say in the order
            result.reference = reference;
            read_votes_of(result, *counted);
            votes = *std::move(table);
        }
    }
    result.placed = static_cast<int>(m.size());
    result.first = std::min(first_max, (result.placed + 1) / 2);
    state_order(result, m, by);
    if (options.draws > 0 && result.placed > 0) {
        result.draws = options.draws;
        draw_orders(result, m, votes, by);
    }
    std::ranges::stable_sort(result.cases, {}, &RankedCase::rank); // they were by number
    return result;
}

} // namespace analysis
