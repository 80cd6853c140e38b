#include "analysis/counting/duels.h"
#include "analysis/voting/counting_method.h"
#include "analysis/voting/orders.h"
#include "model/voting_method.h"

#include <algorithm>
#include <numeric>

namespace analysis {
namespace {

// Counts people per value on one case, blanks as one value.
void fill_histogram(CaseTally& line, VoteTable const& column)
{
    bool const silence_shows = column.scoring != Scoring::mean_of_answers;
    std::int64_t silent = 0;
    for (std::size_t r = 0; r < column.rows(); ++r) {
        auto const marks = column.row(r);
        auto const people = column.copies[r];
        if (marks.empty()) {
            silent = people;
            continue;
        }
        line.answers += people;
        if (marks.front().value > 0) line.supporters += people;
        line.histogram.push_back({marks.front().value, people});
    }
    if (silent == 0 || !silence_shows) return;
    line.blanks_at_0 = std::min(line.blanks, silent);
    auto& bars = line.histogram;
    auto const at = std::ranges::lower_bound(bars, 0, {}, &HistogramBar::value);
    if (at != bars.end() && at->value == 0)
        at->people += silent;
    else
        bars.insert(at, {0, silent});
}

// People who did not answer for a case that `named` people named.
std::int64_t blanks_of(Counting const& counting, std::int64_t named)
{
    auto const& table = counting.table;
    if (!table.hands.empty()) return 0;
    bool const each = model::voting_method(counting.rules.method).zero_answers();
    return each ? table.voters - named : table.blanks;
}

std::int64_t sum_of(VoteTable const& column)
{
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < column.rows(); ++r)
        for (auto mark : column.row(r)) sum += mark.value * column.copies[r];
    return sum;
}

// The median of the answers; for an even number, the mean of the two middle ones.
std::optional<Ratio> median_of(VoteTable const& column)
{
    std::int64_t people = 0;
    for (std::size_t r = 0; r < column.rows(); ++r)
        if (!column.row(r).empty()) people += column.copies[r];
    if (people == 0) return std::nullopt;
    auto value_at = [&](std::int64_t place) {
        std::int64_t passed = 0;
        int value = 0;
        for (std::size_t r = 0; r < column.rows() && passed <= place; ++r) {
            if (column.row(r).empty()) continue;
            value = column.row(r).front().value;
            passed += column.copies[r];
        }
        return std::int64_t{value};
    };
    return ratio(value_at((people - 1) / 2) + value_at(people / 2), 2);
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

std::optional<TwoCamps> find_camps(CaseTally const& line, model::Method method, int most)
{
    if (most < 2) return std::nullopt; // with yes or no there is nothing between
    auto const where = counting_method(method).camps;
    if (where == Camps::none) return std::nullopt;
    if (where == Camps::outer_thirds) {
        auto camps = split(line, most / 3, most - most / 3);
        camps.low -= line.blanks_at_0; // blanks belong to no camp
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

} // namespace

void count_sums(Counting& counting, CaseTally& line, std::size_t at)
{
    auto& result = counting.result;
    auto const& table = counting.table;
    auto const column = column_of(table, at);
    if (!table.hands.empty()) {
        auto const raised = table.hands[at];
        line.score = {raised, 1};
        line.supporters = line.answers = line.named = raised;
        if (table.voters > 0) {
            if (table.voters > raised) line.histogram.push_back({0, table.voters - raised});
            if (raised > 0) line.histogram.push_back({1, raised});
        }
        result.points += raised;
        return;
    }
    fill_histogram(line, column);
    auto const sum = sum_of(column);
    bool const mean = table.scoring == Scoring::mean_of_answers;
    line.score = ratio(sum, mean ? std::max<std::int64_t>(line.answers, 1) : table.unit);
    line.camps = find_camps(line, result.method, result.value_max);
    result.points += sum;
}

void count_scores(Counting& counting, CaseTally& line, std::size_t at)
{
    count_sums(counting, line, at);
    auto const& table = counting.table;
    if (!table.hands.empty()) return;
    auto const column = column_of(table, at);
    if (line.answers > 0) line.mean = ratio(sum_of(column), line.answers);
    line.median = median_of(column);
    line.quorum_met = quorum_met(line.answers, table.voters, counting.rules.quorum);
}

void count_judgment(Counting& counting, CaseTally& line, std::size_t at)
{
    if (counting.grades.empty()) counting.grades = grades_of_all(counting.table);
    auto column = column_of(counting.table, at);
    column.scoring = counting.table.blank == model::BlankPolicy::below
                         ? Scoring::sum // blanks are shown as the grade they count as
                         : Scoring::mean_of_answers;
    fill_histogram(line, column);
    line.grades = counting.grades[at];
    line.gauge = gauge_of(line.grades);
    line.score = line.gauge->number();
    line.camps = find_camps(line, counting.result.method, counting.result.value_max);
    counting.result.points += line.answers;
}

// A histogram of places; 0 for ballots that do not rank the case.
void count_places(Counting& counting, CaseTally& line, std::size_t at)
{
    fill_histogram(line, column_of(counting.table, at));
    counting.result.points += line.answers;
}

// See show_duels.
void count_nothing(Counting&, CaseTally&, std::size_t) {}

void count_cases(Counting& counting)
{
    auto const& table = counting.table;
    auto& result = counting.result;
    auto* const count = counting_method(result.method).count;
    for (std::size_t i = 0; i < table.cases.size(); ++i) {
        CaseTally line;
        line.on = table.cases[i];
        if (!table.named.empty()) line.named = table.named[i];
        line.blanks = blanks_of(counting, line.named);
        count(counting, line, i);
        result.cases.push_back(std::move(line));
    }
}

} // namespace analysis
