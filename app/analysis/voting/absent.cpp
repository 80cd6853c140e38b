#include "analysis/voting/absent.h"

#include "analysis/voting/counting_method.h"
#include "model/voting_method.h"

#include <algorithm>
#include <limits>

namespace analysis {
namespace {

// The most that the absent voters could give, in total.
struct Voices {
    std::int64_t absent = 0;
    std::int64_t on_one = 0; // maximum on one case
    std::int64_t in_all = 0; // maximum over all cases
    std::int64_t cases = 0;  // maximum number of cases supported, summed over voters
    bool squares = false;    // in_all limits the sum of squares, not of points
};

Voices voices_of(Prepared const& counted, std::int64_t absent)
{
    auto const& rules = counted.rules;
    auto const n = static_cast<std::int64_t>(rules.cases.size());
    auto const& by = counting_method(counted.way.method);
    auto const& method = model::voting_method(counted.way.method);
    Voices out{absent, absent * by.most_on_one_case(counted),
               absent * by.most_on_one_ballot(counted), absent * n, false};
    bool const limited = method.has(model::VotingMethod::choices) && rules.choices > 0;
    if (limited) out.cases = absent * std::min<std::int64_t>(rules.choices, n);
    if (method.spends == model::Spends::squares) {
        out.squares = true;
        out.in_all = absent * absent * rules.budget; // evenly spread points cost least
    }
    return out;
}

// Points needed for a rival to pass a case that gains nothing; 0 when it is already ahead.
std::int64_t points_to_pass(CaseTally const& rival, CaseTally const& line, std::int64_t absent)
{
    auto const gap = line.score.num - rival.score.num;
    if (gap < 0 || (gap == 0 && rival.supporters > line.supporters)) return 0;
    auto const new_supporters = std::min(absent, gap);
    return gap > 0 && rival.supporters + new_supporters > line.supporters ? gap : gap + 1;
}

int worst_by_sums(std::vector<CaseTally> const& lines, CaseTally const& line, Voices voices,
                  std::int64_t cap)
{
    std::vector<std::int64_t> lifts;
    int rank = 1;
    for (auto const& rival : lines) {
        if (rival.on == line.on) continue;
        auto const needed = points_to_pass(rival, line, voices.absent);
        if (needed == 0)
            ++rank;
        else if (needed <= voices.on_one)
            lifts.push_back(needed);
    }
    std::ranges::sort(lifts);
    for (auto needed : lifts) {
        voices.in_all -= voices.squares ? needed * needed : needed;
        voices.cases -= (needed + cap - 1) / cap;
        if (voices.in_all < 0 || voices.cases < 0) break;
        ++rank;
    }
    return rank;
}

int best_by_sums(std::vector<CaseTally> const& lines, CaseTally const& line, Voices const& voices)
{
    int rank = 1;
    for (auto const& rival : lines) {
        auto const reached = line.score.num + voices.on_one;
        if (rival.score.num > reached ||
            (rival.score.num == reached && rival.supporters > line.supporters + voices.absent))
            ++rank;
    }
    return rank;
}

// For methods that judge each case independently: one case can gain while all others lose.
// compare(a, b) compares the highest possible a with the lowest possible b.
template <class Compare>
void bound_ranks(AbsentBounds& bounds, Compare&& low_over_high)
{
    auto& lines = bounds.cases;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].best = lines[i].worst = 1;
        for (std::size_t j = 0; j < lines.size(); ++j) {
            if (i == j) continue;
            if (low_over_high(j, i)) ++lines[i].best;   // j is ahead in every outcome
            if (!low_over_high(i, j)) ++lines[i].worst; // j can tie or be ahead
        }
    }
}

bool condorcet_is_certain(Orders const& orders, std::int64_t absent)
{
    if (!orders.condorcet_winner) return false;
    auto const at = static_cast<std::size_t>(
        std::ranges::find(orders.cases, *orders.condorcet_winner) - orders.cases.begin());
    for (std::size_t j = 0; j < orders.cases.size(); ++j)
        if (j != at && orders.wins.at(at, j) - orders.wins.at(j, at) <= absent) return false;
    return true;
}

bool winners_are_certain(AbsentBounds const& bounds, Tally const& result)
{
    if (result.winners.empty()) return false;
    for (auto const& line : bounds.cases) {
        bool const won = std::ranges::find(result.winners, line.on) != result.winners.end();
        if (line.best == 0 || (won ? line.worst != 1 : line.best == 1)) return false;
    }
    return true;
}

} // namespace

void bound_sums(AbsentBounds& bounds, Tally const& result, Prepared const& counted)
{
    auto const voices = voices_of(counted, bounds.absent);
    auto const cap = std::max(1, counting_method(counted.way.method).most_on_one_case(counted));
    bool const against = counted.rules.against == model::Against::allowed &&
                         model::voting_method(counted.way.method).has(model::VotingMethod::against);
    for (auto const& line : result.cases) {
        AbsentLine out{line.on, line.score, ratio(line.score.num + voices.on_one, 1), 0, 0};
        if (against) {
            out.low = ratio(line.score.num - voices.on_one, 1);
        } else {
            out.best = best_by_sums(result.cases, line, voices);
            out.worst = worst_by_sums(result.cases, line, voices, cap);
        }
        bounds.cases.push_back(out);
    }
}

void bound_scores(AbsentBounds& bounds, Tally const& result, Prepared const& counted)
{
    auto const grade = std::int64_t{counting_method(counted.way.method).most_on_one_case(counted)};
    bool const mean = counted.table.scoring == Scoring::mean_of_answers;
    for (auto const& line : result.cases) {
        auto const sum = mean && line.answers > 0 ? line.score.num * (line.answers / line.score.den)
                                                  : line.score.num;
        auto const people = mean ? line.answers + bounds.absent : 1;
        bounds.cases.push_back(
            {line.on, ratio(sum, people), ratio(sum + grade * bounds.absent, people), 0, 0});
    }
    bound_ranks(bounds, [&](std::size_t i, std::size_t j) {
        return bounds.cases[i].low > bounds.cases[j].high;
    });
}

void bound_judgments(AbsentBounds& bounds, Tally const& result, Prepared const& counted)
{
    // The result of a small room omits grades; the bounds need them.
    auto const grades = grades_of_all(counted.table);
    auto const& cases = counted.table.cases;
    std::vector<Grades> low;
    std::vector<Grades> high;
    for (auto const& line : result.cases) {
        auto const column = std::ranges::lower_bound(cases, line.on) - cases.begin();
        low.push_back(grades[static_cast<std::size_t>(column)]);
        high.push_back(low.back());
        low.back().front() += bounds.absent;
        high.back().back() += bounds.absent;
        bounds.cases.push_back(
            {line.on, gauge_of(low.back()).number(), gauge_of(high.back()).number(), 0, 0});
    }
    bound_ranks(bounds, [&](std::size_t i, std::size_t j) {
        return compare_judgments(low[i], high[j]) > 0;
    });
}

void bound_orders(AbsentBounds& bounds, Tally const& result, Prepared const&)
{
    auto const more = bounds.absent * (static_cast<std::int64_t>(result.cases.size()) - 1);
    for (auto const& line : result.cases)
        bounds.cases.push_back({line.on, line.score,
                                ratio(line.score.num + more * line.score.den, line.score.den), 0,
                                0});
    if (result.rule == model::Rule::borda || result.rule == model::Rule::borda_zero)
        bound_ranks(bounds, [&](std::size_t i, std::size_t j) {
            return bounds.cases[i].low > bounds.cases[j].high;
        });
}

base::Result<std::optional<AbsentBounds>>
if_absent_had_voted(model::Document const& doc, model::RoundId round, TallyOptions const& options)
{
    auto plain = options;
    plain.resamples = 0;
    auto const prepared = prepare(doc, round, plain);
    if (!prepared) return fail(prepared.error());
    auto const result = tally(doc, round, plain);
    if (!result) return fail(result.error());
    AbsentBounds bounds;
    auto const cast = prepared->table.hands.empty() ? result->voters : 0;
    bounds.absent = prepared->rules.headcount - cast;
    auto* const bound = counting_method(prepared->way.method).bound;
    bool const told = prepared->table.hands.empty() && prepared->rules.headcount > 0;
    if (!told || bounds.absent <= 0 || bound == nullptr) return std::optional<AbsentBounds>{};
    bound(bounds, *result, *prepared);
    bounds.certain = result->orders && bounds.cases.front().best == 0
                         ? condorcet_is_certain(*result->orders, bounds.absent)
                         : winners_are_certain(bounds, *result);
    return std::optional<AbsentBounds>{std::move(bounds)};
}

} // namespace analysis
