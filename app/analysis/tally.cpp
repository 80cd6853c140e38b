#include "analysis/tally.h"

#include "analysis/quantile.h"
#include "analysis/votes.h"

#include <algorithm>
#include <tuple>

namespace analysis {
namespace {

using model::Method;

// Up to this many voters intervals come from whole resampled elections; above, case by case.
constexpr std::int64_t joint_max = 5'000;

int most_on_one_case(model::Round const& round, Method method)
{
    if (method == Method::approval) return 1;
    if (method == Method::score) return round.grades;
    return round.cap > 0 ? round.cap : round.budget;
}

std::int64_t most_on_one_ballot(model::Round const& round, Method method)
{
    auto const cases = static_cast<std::int64_t>(round.cases.size());
    bool const limited = round.choices > 0 && round.source != model::BallotSource::hands;
    if (method == Method::approval)
        return limited ? std::min<std::int64_t>(round.choices, cases) : cases;
    if (method == Method::score) return cases * round.grades;
    return round.cap > 0 ? std::min<std::int64_t>(round.budget, cases * round.cap) : round.budget;
}

// What one case got, before it is ranked.
CaseTally count(VoteTable const& column)
{
    CaseTally result;
    result.on = column.cases.front();
    std::int64_t sum = 0;
    if (!column.hands.empty()) {
        sum = result.supporters = result.answers = column.hands.front();
        if (column.voters > 0) result.histogram = {{0, column.voters - sum}, {1, sum}};
    }
    std::int64_t silent = 0;
    for (std::size_t r = 0; r < column.rows(); ++r) {
        auto const marks = column.row(r);
        auto const people = column.copies[r];
        if (marks.empty()) {
            silent = people;
            continue;
        }
        int const given = marks.front().value;
        sum += people * given;
        result.answers += people;
        if (given > 0) result.supporters += people;
        result.histogram.push_back({given, people});
    }
    bool const mean = column.scoring == Scoring::mean_of_answers;
    if (silent > 0 && !mean) { // who says nothing of a case gives it nothing
        auto& bars = result.histogram;
        if (bars.empty() || bars.front().value != 0) bars.insert(bars.begin(), {0, 0});
        bars.front().people += silent;
    }
    result.score = mean ? ratio(sum, std::max<std::int64_t>(result.answers, 1)) : ratio(sum, 1);
    return result;
}

TwoCamps split(CaseTally const& line, int low_to, int high_from)
{
    TwoCamps camps{0, 0, 0, low_to, high_from};
    for (auto const& bar : line.histogram) {
        if (bar.value <= low_to)
            camps.low += bar.people;
        else if (bar.value >= high_from)
            camps.high += bar.people;
        else
            camps.between += bar.people;
    }
    return camps;
}

std::optional<TwoCamps> find_camps(CaseTally const& line, Method method, int most)
{
    if (most < 2) return std::nullopt; // yes or no: no one stands between
    if (method == Method::score) {
        auto const camps = split(line, most / 3, most - most / 3);
        auto const people = static_cast<double>(camps.low + camps.between + camps.high);
        auto const least = std::min(camps.low, camps.high);
        if (least < camp_min || static_cast<double>(least) < camp_share_of_room * people)
            return std::nullopt;
        return camps;
    }
    auto const camps = split(line, 0, most);
    if (camps.high <= camps.between || camps.high < camp_min || camps.low < camp_min)
        return std::nullopt;
    return camps;
}

void order_and_rank(Tally& result, model::Document const& doc)
{
    auto number = [&](CaseTally const& line) {
        return std::tuple(model::get<model::Case>(doc, line.on).number, line.on);
    };
    auto level = [](CaseTally const& a, CaseTally const& b) {
        return a.score == b.score && a.supporters == b.supporters;
    };
    auto& lines = result.cases;
    std::ranges::sort(lines, [&](CaseTally const& a, CaseTally const& b) {
        if (a.score != b.score) return a.score > b.score;
        if (a.supporters != b.supporters) return a.supporters > b.supporters;
        return number(a) < number(b);
    });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        bool const with_previous = i > 0 && level(lines[i - 1], lines[i]);
        bool const with_next = i + 1 < lines.size() && level(lines[i], lines[i + 1]);
        lines[i].rank = with_previous ? lines[i - 1].rank : static_cast<int>(i) + 1;
        lines[i].tied = with_previous || with_next;
        if (lines[i].rank == 1 && result.points > 0) result.winners.push_back(lines[i].on);
    }
}

Interval interval_of(std::span<double> scores)
{
    std::ranges::sort(scores);
    return {quantile(scores, 0.05), quantile(scores, 0.95)};
}

// `lines` are those of the table's cases, in its order.
void add_intervals(std::vector<CaseTally>& lines, VoteTable const& table, Random random,
                   int resamples)
{
    auto const draws = static_cast<std::size_t>(resamples);
    auto const count_cases = table.cases.size();
    if (table.hands.empty() && table.voters <= joint_max) {
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

} // namespace

std::int64_t CaseTally::people_at(int value) const
{
    auto const it = std::ranges::lower_bound(histogram, value, {}, &HistogramBar::value);
    return it != histogram.end() && it->value == value ? it->people : 0;
}

CaseTally const* Tally::find(model::CaseId id) const
{
    auto const it = std::ranges::find(cases, id, &CaseTally::on);
    return it == cases.end() ? nullptr : &*it;
}

base::Result<Tally> tally(model::Document const& doc, model::RoundId round,
                          TallyOptions const& options)
{
    auto const rules = model::get<model::Round>(doc, round);
    Tally result;
    result.round = round;
    result.source = rules.source;
    result.method = options.method.value_or(rules.method);
    if (rules.source == model::BallotSource::hands) result.method = Method::approval;
    result.blank = options.blank.value_or(rules.blank);
    auto const table = read_votes(doc, round, result.method, result.blank);
    if (!table) return fail(table.error());
    result.voters = table->voters;
    result.blanks = table->blanks;
    result.value_max = most_on_one_case(rules, result.method);
    if (__builtin_mul_overflow(result.voters, most_on_one_ballot(rules, result.method),
                               &result.points_possible))
        return fail(Errc::invalid, "round.too_large");
    for (std::size_t i = 0; i < table->cases.size(); ++i) {
        auto line = count(column_of(*table, i));
        line.camps = find_camps(line, result.method, result.value_max);
        result.cases.push_back(std::move(line));
    }
    for (auto const hands : table->hands) result.points += hands;
    for (std::size_t r = 0; r < table->rows(); ++r)
        for (auto mark : table->row(r)) result.points += mark.value * table->copies[r];
    result.seed = seed_from(round.value);
    if (options.resamples > 0 && table->voters >= 2) {
        result.resamples = options.resamples;
        add_intervals(result.cases, *table, Random(result.seed), options.resamples);
    }
    order_and_rank(result, doc);
    return result;
}

std::optional<model::RoundId> latest_result(model::Document const& doc)
{
    std::optional<model::RoundId> latest;
    int highest = 0;
    for (auto const& [id, round] : model::table<model::Round>(doc)) {
        if (!adds_up(round.method) || (latest && round.number < highest)) continue;
        if (model::get<model::RoundStatus>(doc, id).state != model::RoundState::revealed) continue;
        latest = id;
        highest = round.number;
    }
    return latest;
}

} // namespace analysis
