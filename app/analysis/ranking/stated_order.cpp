#include "analysis/ranking/stated_order.h"

#include "analysis/ranking/pareto.h"
#include "analysis/ranking/second_opinion.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace analysis {
namespace {

constexpr double steps_per_unit = 1e9;
constexpr double points = model::level_max / 10.0; // levels per displayed point
constexpr int first_max = 10;

// The weights in use, sum 1; if all are 0, equal ones.
std::vector<double> weights_of(Evidence const& evidence, RankingOptions const& options)
{
    std::vector<double> weights;
    for (std::size_t a = 0; a < evidence.axes.size(); ++a) {
        auto const tried = options.weights.find(evidence.axes[a]);
        weights.push_back(
            std::max(tried == options.weights.end() ? evidence.weights[a] : tried->second, 0));
    }
    double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (sum == 0.0) {
        std::ranges::fill(weights, 1.0);
        sum = static_cast<double>(weights.size());
    }
    for (auto& weight : weights) weight /= sum;
    return weights;
}

AxisValue value_of(Evidence::Cell const& cell, Evidence const& evidence)
{
    AxisValue value{evidence.axes[cell.axis], cell.opportunity / points,
                    cell.risk / points,       cell.basis,
                    cell.estimates,           cell.agreement,
                    cell.contradicted,        Veto::none};
    if (cell.risk >= veto_risk || cell.in_top_risk >= veto_share) value.veto = Veto::risk;
    return value;
}

RankedCase read_case(Evidence const& evidence, std::size_t at)
{
    RankedCase line;
    line.on = evidence.cases[at];
    auto const& voted = evidence.voted[at];
    line.score = voted.score;
    line.vote = voted.vote;
    line.contested = line.contested_vote = voted.contested;
    double highest = -1.0;
    for (auto const& cell : evidence.of(at)) {
        line.values.push_back(value_of(cell, evidence));
        auto const& value = line.values.back();
        if (value.veto == Veto::risk) line.veto = Veto::risk;
        if (value.agreement == Agreement::contested) line.contested = true;
        if (value.risk > highest) {
            highest = value.risk;
            line.riskiest = value.axis;
        }
    }
    line.axes_placed = static_cast<int>(line.values.size());
    return line;
}

// The criteria of the other methods: opportunity and risk on each axis with a weight, and the vote,
// with their weights in the index.
struct Judged {
    std::vector<std::size_t> cases;  // rows of the matrix: those placed on every such axis
    std::vector<Criterion> criteria; // of the axes, then the vote, if any
    std::size_t places = 0;
    Alternatives at;          // on 0..10
    Alternatives on_one_axis; // the index computed on that axis alone
};

Judged judge_complete_cases(IndexMatrix const& m, Evidence const& evidence)
{
    Judged out;
    for (double weight : m.weights) {
        if (weight == 0.0) continue;
        out.criteria.push_back({weight, Wanted::more});
        out.criteria.push_back({m.lambda * weight, Wanted::less});
    }
    out.places = out.criteria.size();
    if (evidence.reference) out.criteria.push_back({m.mu, Wanted::more});
    for (std::size_t i = 0; i < m.size(); ++i) {
        if (2 * (m.starts[i + 1] - m.starts[i]) != out.places) continue;
        std::vector<double> row;
        std::vector<double> alone;
        double const vote = evidence.voted[m.cases[i]].vote;
        for (auto c = m.starts[i]; c < m.starts[i + 1]; ++c) {
            auto const& cell = evidence.cells[m.cells[c]];
            row.push_back(cell.opportunity / points);
            row.push_back(cell.risk / points);
            alone.push_back((cell.opportunity - m.lambda * cell.risk) / points + m.mu * vote);
        }
        if (evidence.reference) row.push_back(vote);
        out.cases.push_back(i);
        out.at.push_back(std::move(row));
        out.on_one_axis.push_back(std::move(alone));
    }
    return out;
}

void ask_for_second_opinions(Ranking& result, IndexMatrix const& m, Evidence const& evidence)
{
    auto const judged = judge_complete_cases(m, evidence);
    if (judged.cases.empty()) return;
    auto const layers = pareto_layers(judged.at, std::span(judged.criteria).first(judged.places));
    auto const closeness = topsis(judged.at, judged.criteria);
    auto const flows =
        promethee(judged.at, judged.criteria, indifference_points, preference_points);
    auto const regrets = largest_regrets(judged.on_one_axis);
    auto const closeness_ranks = ranks_by(closeness, Wanted::more);
    auto const flow_ranks = ranks_by(flows, Wanted::more);
    auto const regret_ranks = ranks_by(regrets, Wanted::less);
    for (std::size_t i = 0; i < judged.cases.size(); ++i)
        result.cases[m.cases[judged.cases[i]]].second =
            SecondOpinion{layers[i],     closeness[i], closeness_ranks[i], flows[i],
                          flow_ranks[i], regrets[i],   regret_ranks[i]};
}

// Call before the lines are sorted.
void rank_lines(Ranking& result, IndexMatrix const& m, Evidence const& evidence)
{
    auto const now = stated_values(evidence);
    std::vector<std::int64_t> indices(m.size());
    std::vector<std::size_t> order;
    std::vector<int> ranks;
    index_cases(m, evidence, now, m.weights, indices);
    rank_by(indices, order, ranks);
    std::vector<TradeOff> trades;
    for (std::size_t i = 0; i < m.size(); ++i) {
        auto& line = result.cases[m.cases[i]];
        auto const point = weighted(m, evidence, now, i, m.weights);
        trades.push_back({to_steps(point.opportunity), to_steps(point.risk)});
        line.opportunity = from_steps(trades.back().gain);
        line.risk = from_steps(trades.back().loss);
        line.index = from_steps(indices[i]);
    }
    auto const layers = pareto_layers(trades);
    auto const last = static_cast<int>(m.size()) + 1;
    for (auto& line : result.cases) line.rank = line.rank_low = line.rank_high = last;
    for (std::size_t i = 0; i < m.size(); ++i) {
        auto& line = result.cases[m.cases[i]];
        line.pareto_layer = layers[i];
        line.rank = line.rank_low = line.rank_high = ranks[i];
    }
}

} // namespace

std::int64_t to_steps(double units) { return std::llround(units * steps_per_unit); }
double from_steps(std::int64_t steps) { return static_cast<double>(steps) / steps_per_unit; }

IndexMatrix index_matrix(Evidence const& evidence, RankingOptions const& options)
{
    auto const convention = options.convention.value_or(evidence.convention);
    IndexMatrix m;
    m.lambda = convention.lambda_milli / 1000.0;
    m.mu = convention.mu_milli / 1000.0;
    m.weights = weights_of(evidence, options);
    m.starts.push_back(0);
    for (std::size_t at = 0; at < evidence.cases.size(); ++at) {
        for (auto c = evidence.starts[at]; c < evidence.starts[at + 1]; ++c)
            if (m.weights[evidence.cells[c].axis] > 0.0) m.cells.push_back(c);
        if (m.cells.size() == m.starts.back()) continue;
        m.cases.push_back(at);
        m.starts.push_back(m.cells.size());
    }
    return m;
}

DrawnValues stated_values(Evidence const& evidence)
{
    DrawnValues now;
    for (auto const& cell : evidence.cells) {
        now.opportunity.push_back(cell.opportunity);
        now.risk.push_back(cell.risk);
    }
    for (auto const& voted : evidence.voted) now.votes.push_back(voted.vote);
    return now;
}

Point weighted(IndexMatrix const& m, Evidence const& evidence, DrawnValues const& now,
               std::size_t i, std::vector<double> const& weights)
{
    Point sum;
    double total = 0.0;
    for (auto c = m.starts[i]; c < m.starts[i + 1]; ++c) {
        auto const cell = m.cells[c];
        double const weight = weights[evidence.cells[cell].axis];
        sum.opportunity += weight * now.opportunity[cell];
        sum.risk += weight * now.risk[cell];
        total += weight;
    }
    return {sum.opportunity / (total * points), sum.risk / (total * points)};
}

void index_cases(IndexMatrix const& m, Evidence const& evidence, DrawnValues const& now,
                 std::vector<double> const& weights, std::vector<std::int64_t>& indices)
{
    for (std::size_t i = 0; i < m.size(); ++i) {
        auto const point = weighted(m, evidence, now, i, weights);
        indices[i] =
            to_steps(point.opportunity - m.lambda * point.risk + m.mu * now.votes[m.cases[i]]);
    }
}

void rank_by(std::vector<std::int64_t> const& indices, std::vector<std::size_t>& order,
             std::vector<int>& ranks)
{
    if (order.size() != indices.size()) {
        order.resize(indices.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
    }
    ranks.resize(indices.size());
    std::ranges::sort(order, [&](auto a, auto b) { return indices[a] > indices[b]; });
    int rank = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && indices[order[i]] != indices[order[i - 1]]) rank = static_cast<int>(i) + 1;
        ranks[order[i]] = rank;
    }
}

std::vector<PlacedCase> place_cases(Evidence const& evidence, RankingOptions const& options)
{
    auto const m = index_matrix(evidence, options);
    auto const now = stated_values(evidence);
    std::vector<std::int64_t> indices(m.size());
    std::vector<std::size_t> order;
    std::vector<int> ranks;
    index_cases(m, evidence, now, m.weights, indices);
    rank_by(indices, order, ranks);
    std::vector<PlacedCase> out;
    for (std::size_t i = 0; i < m.size(); ++i) { // cases of the evidence are sorted by number
        auto const point = weighted(m, evidence, now, i, m.weights);
        out.push_back({evidence.cases[m.cases[i]], ranks[i], from_steps(indices[i]),
                       point.opportunity, point.risk, now.votes[m.cases[i]]});
    }
    std::ranges::stable_sort(out, {}, &PlacedCase::rank);
    return out;
}

Ranking state_order(IndexMatrix const& m, Evidence const& evidence, RankingOptions const& options,
                    std::vector<std::size_t>& lines)
{
    auto const convention = options.convention.value_or(evidence.convention);
    Ranking result;
    result.reference = evidence.reference;
    result.best_score = evidence.best_score;
    result.axes = static_cast<int>(evidence.axes.size());
    result.placed = static_cast<int>(m.size());
    result.lambda_milli = convention.lambda_milli;
    result.mu_milli = convention.mu_milli;
    result.weights = m.weights;
    result.seed = options.seed.value_or(convention.seed);
    result.first = std::min(options.first > 0 ? options.first : first_max,
                            options.first > 0 ? result.placed : (result.placed + 1) / 2);
    for (std::size_t at = 0; at < evidence.cases.size(); ++at)
        result.cases.push_back(read_case(evidence, at));
    rank_lines(result, m, evidence);
    ask_for_second_opinions(result, m, evidence);

    std::vector<std::size_t> order(result.cases.size()); // sorted by number at first
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return result.cases[at].rank; });
    std::vector<std::size_t> place(order.size());
    std::vector<RankedCase> by_rank;
    for (auto at : order) {
        place[at] = by_rank.size();
        by_rank.push_back(std::move(result.cases[at]));
    }
    result.cases = std::move(by_rank);
    lines.clear();
    for (auto at : m.cases) lines.push_back(place[at]);
    return result;
}

} // namespace analysis
