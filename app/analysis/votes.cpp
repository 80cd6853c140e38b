#include "analysis/votes.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace analysis {
namespace {

using model::Method;

// Sums and products of votes stay well inside 64 bits, or the round is refused.
constexpr std::int64_t total_max = std::int64_t{1} << 52U; // exact in a double too

// Picking this many people takes about as long as one binomial draw.
constexpr std::int64_t people_per_binomial = 8;

struct RawRow {
    std::size_t start = 0, end = 0;
    std::int64_t copies = 0;
};

std::optional<std::uint32_t> index_of(std::vector<model::CaseId> const& cases, model::CaseId id)
{
    auto const it = std::ranges::lower_bound(cases, id);
    if (it == cases.end() || *it != id) return std::nullopt;
    return static_cast<std::uint32_t>(it - cases.begin());
}

// One ballot's marks that count, by case. A 0 is an answer only where grades are given.
void append_marks(VoteTable& table, model::Ballot const& ballot, Method method)
{
    auto const start = static_cast<std::ptrdiff_t>(table.marks.size());
    for (auto const& mark : ballot.marks) {
        auto const at = index_of(table.cases, mark.on);
        if (!at || mark.value < 0 || (mark.value == 0 && method != Method::score)) continue;
        table.marks.push_back({*at, method == Method::approval ? 1 : mark.value});
    }
    std::sort(table.marks.begin() + start, table.marks.end());
}

// Sorts rows by their marks and makes identical ones a single row.
void settle_rows(VoteTable& table, std::vector<RawRow>& rows)
{
    auto span_of = [&](RawRow const& r) {
        return std::span(table.marks.data() + r.start, r.end - r.start);
    };
    std::ranges::sort(rows, [&](RawRow const& a, RawRow const& b) {
        return std::ranges::lexicographical_compare(span_of(a), span_of(b));
    });
    std::vector<VoteTable::Mark> marks;
    marks.reserve(table.marks.size());
    table.starts.assign(1, 0);
    RawRow const* last = nullptr;
    for (auto const& row : rows) {
        if (last && std::ranges::equal(span_of(*last), span_of(row))) {
            table.copies.back() += row.copies;
            continue;
        }
        auto const content = span_of(row);
        marks.insert(marks.end(), content.begin(), content.end());
        table.starts.push_back(marks.size());
        table.copies.push_back(row.copies);
        last = &row;
    }
    table.marks = std::move(marks);
}

Result<void> read_ballots(VoteTable& table, model::Document const& doc, model::RoundId id,
                          Method method)
{
    auto const& ballots = model::table<model::Ballot>(doc);
    std::vector<RawRow> rows;
    std::int64_t total = 0;
    for (auto it = ballots.lower_bound({id, std::numeric_limits<int>::min()});
         it != ballots.end() && it->first.round == id; ++it) {
        auto const copies = std::int64_t{std::max(it->second.copies, 0)};
        RawRow row{table.marks.size(), 0, copies};
        append_marks(table, it->second, method);
        row.end = table.marks.size();
        std::int64_t given = 0;
        for (auto at = row.start; at < row.end; ++at) given += table.marks[at].value;
        std::int64_t points = 0;
        if (__builtin_mul_overflow(given, copies, &points) ||
            __builtin_add_overflow(total, points, &total) || total > total_max)
            return fail(Errc::invalid, "round.too_large");
        table.voters += copies;
        bool const blank = method == Method::score ? row.start == row.end : given == 0;
        if (blank) table.blanks += copies;
        rows.push_back(row);
    }
    settle_rows(table, rows);
    return {};
}

void read_hands(VoteTable& table, model::Document const& doc, model::RoundId id,
                model::Round const& round)
{
    table.voters = std::max(round.headcount, 0);
    for (auto on : table.cases)
        table.hands.push_back(std::max(model::get<model::Hands>(doc, {id, on}).count, 0));
    if (table.voters > 0 && !table.hands.empty())
        table.voters = std::max(table.voters, std::ranges::max(table.hands));
    table.starts.assign(1, 0);
}

Result<void> check_countable(model::Document const& doc, model::RoundId id, Method method)
{
    auto const* round = model::find<model::Round>(doc, id);
    if (!round) return fail(Errc::not_found, "round");
    auto const state = model::get<model::RoundStatus>(doc, id).state;
    if (state == model::RoundState::open) return fail(Errc::conflict, "round.open");
    if (state == model::RoundState::setup) return fail(Errc::conflict, "round.not_closed");
    if (!adds_up(round->method) || !adds_up(method)) return fail(Errc::invalid, "round.method");
    return {};
}

} // namespace

bool adds_up(Method method)
{
    switch (method) {
    case Method::dots:
    case Method::choose_spread:
    case Method::points:
    case Method::approval:
    case Method::score: return true;
    case Method::majority_judgment:
    case Method::ranking:
    case Method::quadratic:
    case Method::pairwise:
    case Method::budget:
    case Method::estimate: return false;
    }
    return false;
}

Result<VoteTable> read_votes(model::Document const& doc, model::RoundId round, Method method,
                             model::BlankPolicy blank)
{
    if (auto ok = check_countable(doc, round, method); !ok) return fail(ok.error());
    auto const& rules = *model::find<model::Round>(doc, round);
    VoteTable table;
    table.cases = rules.cases;
    std::ranges::sort(table.cases);
    table.cases.erase(std::unique(table.cases.begin(), table.cases.end()), table.cases.end());
    if (method == Method::score && blank == model::BlankPolicy::no_opinion)
        table.scoring = Scoring::mean_of_answers;
    if (rules.source == model::BallotSource::hands) {
        table.scoring = Scoring::sum;
        read_hands(table, doc, round, rules);
    } else if (auto ok = read_ballots(table, doc, round, method); !ok) {
        return fail(ok.error());
    }
    return table;
}

VoteTable column_of(VoteTable const& table, std::size_t at)
{
    VoteTable column;
    column.cases = {table.cases[at]};
    column.voters = table.voters;
    column.scoring = table.scoring;
    column.starts.assign(1, 0);
    if (!table.hands.empty()) {
        column.hands = {table.hands[at]};
        return column;
    }
    struct Answer {
        std::int32_t value;
        std::int64_t people;
    };
    std::vector<Answer> answers;
    std::int64_t silent = table.voters;
    for (std::size_t r = 0; r < table.rows(); ++r)
        for (auto mark : table.row(r))
            if (mark.at == at) {
                answers.push_back({mark.value, table.copies[r]});
                silent -= table.copies[r];
            }
    std::ranges::sort(answers, {}, &Answer::value);
    if (silent > 0) {
        column.starts.push_back(0);
        column.copies.push_back(silent);
    }
    for (auto const& answer : answers) {
        if (!column.marks.empty() && column.marks.back().value == answer.value) {
            column.copies.back() += answer.people;
            continue;
        }
        column.marks.push_back({0, answer.value});
        column.starts.push_back(column.marks.size());
        column.copies.push_back(answer.people);
    }
    return column;
}

Resampler::Resampler(VoteTable const& table)
    : table_(table)
    , answers_(table.cases.size())
{
    auto const rows = static_cast<std::int64_t>(table.rows());
    if (!table.hands.empty() || table.voters > rows * people_per_binomial) return;
    people_.reserve(static_cast<std::size_t>(table.voters));
    for (std::size_t r = 0; r < table.rows(); ++r)
        people_.insert(people_.end(), static_cast<std::size_t>(table.copies[r]),
                       static_cast<std::uint32_t>(r));
}

void Resampler::add_row(std::size_t row, double times, std::span<double> scores)
{
    for (auto mark : table_.row(row)) scores[mark.at] += times * mark.value;
    if (table_.scoring == Scoring::mean_of_answers)
        for (auto mark : table_.row(row)) answers_[mark.at] += times;
}

void Resampler::pick_people(Random& random, std::span<double> scores)
{
    auto const count = static_cast<std::uint32_t>(people_.size());
    for (std::uint32_t i = 0; i < count; ++i) add_row(people_[random.below(count)], 1.0, scores);
}

// A multinomial draw, one binomial after another.
void Resampler::pick_counts(Random& random, std::span<double> scores)
{
    auto to_pick = table_.voters;
    auto people_left = table_.voters;
    for (std::size_t r = 0; r < table_.rows() && to_pick > 0; ++r) {
        auto const share = static_cast<double>(table_.copies[r]) / static_cast<double>(people_left);
        auto const picked = random.binomial(to_pick, share);
        if (picked > 0) add_row(r, static_cast<double>(picked), scores);
        to_pick -= picked;
        people_left -= table_.copies[r];
    }
}

void Resampler::draw(Random& random, std::span<double> scores)
{
    std::ranges::fill(scores, 0.0);
    if (!table_.hands.empty()) {
        for (std::size_t i = 0; i < scores.size(); ++i) {
            auto const raised = static_cast<double>(table_.hands[i]);
            scores[i] = table_.voters == 0
                            ? raised
                            : static_cast<double>(random.binomial(
                                  table_.voters, raised / static_cast<double>(table_.voters)));
        }
        return;
    }
    std::ranges::fill(answers_, 0.0);
    if (people_.empty())
        pick_counts(random, scores);
    else
        pick_people(random, scores);
    if (table_.scoring == Scoring::mean_of_answers)
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (answers_[i] > 0.0) scores[i] /= answers_[i];
}

} // namespace analysis
