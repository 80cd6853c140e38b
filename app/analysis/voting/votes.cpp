#include "analysis/voting/votes.h"

#include "analysis/voting/counting_method.h"
#include "analysis/voting/orders.h"
#include "model/turnout.h"
#include "model/voting_method.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace analysis {
namespace {

using model::BallotType;
using model::Method;

// A round whose sums and products of votes might exceed this is refused.
constexpr std::int64_t total_max = std::int64_t{1} << 52U; // exact in a double
constexpr std::int64_t credits_of_others = 100; // for ballots of other methods counted with credits

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

// Reads ballots one by one, as a counting method needs them.
class Reader {
public:
    Reader(VoteTable& table, model::Round const& rules, Reading reading)
        : table_(table)
        , reading_(reading)
        , votes_by_(model::voting_method(rules.method))
    {
        table.named.assign(table.cases.size(), 0);
        for (auto id : rules.cases) columns_.push_back(*index_of(table.cases, id));
    }

    Result<void> add(model::Ballot const& ballot)
    {
        auto const copies = std::int64_t{std::max(ballot.copies, 0)};
        RawRow row{table_.marks.size(), 0, copies};
        for (auto const& mark : ballot.marks) {
            auto const at = index_of(table_.cases, mark.on);
            if (at && votes_by_.ballot != BallotType::pairs) table_.named[*at] += copies;
            add_mark(mark);
        }
        auto const start = static_cast<std::ptrdiff_t>(row.start);
        if (reading_ == Reading::places) number_places(start);
        std::sort(table_.marks.begin() + start, table_.marks.end());
        row.end = table_.marks.size();
        if (auto ok = weigh(row); !ok) return ok;
        table_.voters += copies;
        if (row.start == row.end) table_.blanks += copies;
        rows_.push_back(row);
        return {};
    }

    // Sorts rows and merges identical ones.
    void settle()
    {
        auto span_of = [&](RawRow const& r) {
            return std::span(table_.marks.data() + r.start, r.end - r.start);
        };
        std::ranges::sort(rows_, [&](RawRow const& a, RawRow const& b) {
            return std::ranges::lexicographical_compare(span_of(a), span_of(b));
        });
        std::vector<VoteTable::Mark> marks;
        marks.reserve(table_.marks.size());
        table_.starts.assign(1, 0);
        RawRow const* last = nullptr;
        for (auto const& row : rows_) {
            if (last && std::ranges::equal(span_of(*last), span_of(row))) {
                table_.copies.back() += row.copies;
                continue;
            }
            auto const content = span_of(row);
            marks.insert(marks.end(), content.begin(), content.end());
            table_.starts.push_back(marks.size());
            table_.copies.push_back(row.copies);
            last = &row;
        }
        table_.marks = std::move(marks);
    }

private:
    void add_mark(model::Mark const& mark)
    {
        auto const at = index_of(table_.cases, mark.on);
        if (!at) return;
        auto value = mark.value;
        int const least = votes_by_.zero_answers() ? 0 : 1; // elsewhere a 0 is no answer
        bool const orders = votes_by_.ballot == BallotType::orders;
        switch (reading_) {
        case Reading::pairs: {
            auto const place = static_cast<std::size_t>(value) - 1;
            if (place < columns_.size() && columns_[place] != *at)
                table_.marks.push_back({*at, static_cast<std::int32_t>(columns_[place])});
            return;
        }
        case Reading::places:
            // Low places are the best; for other values, higher is better.
            if (value < (orders ? 1 : least)) return;
            if (!orders) value = -value;
            break;
        case Reading::answers:
        case Reading::grades:
            if (value < least) return;
            if (reading_ == Reading::grades) value = std::min(value, table_.grades - 1);
            break;
        case Reading::approvals:
            if (value < 1) return;
            value = 1;
            break;
        case Reading::signed_amounts:
            if (value == 0) return;
            break;
        case Reading::amounts:
        case Reading::ranked:
        case Reading::points_of_places: // converted later
            if (value < 1) return;
        }
        table_.marks.push_back({*at, value});
    }

    // Renumbers places as 1, 2, 3…, ties sharing one.
    void number_places(std::ptrdiff_t start)
    {
        std::vector<std::int32_t> values;
        for (auto mark = table_.marks.begin() + start; mark != table_.marks.end(); ++mark)
            values.push_back(mark->value);
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        for (auto mark = table_.marks.begin() + start; mark != table_.marks.end(); ++mark)
            mark->value = static_cast<std::int32_t>(std::ranges::lower_bound(values, mark->value) -
                                                    values.begin()) +
                          1;
    }

    // Refuses totals that are too large, and converts places to the points of a budget.
    Result<void> weigh(RawRow const& row)
    {
        std::span const marks(table_.marks.data() + row.start, row.end - row.start);
        if (reading_ == Reading::ranked || reading_ == Reading::points_of_places) {
            std::vector<std::int64_t> doubled(table_.cases.size());
            add_points(doubled, marks, 1, Points::places, model::BlankPolicy::below);
            for (auto& mark : marks)
                mark.value =
                    reading_ == Reading::ranked ? 1 : static_cast<std::int32_t>(doubled[mark.at]);
        }
        std::int64_t given = 0;
        std::int64_t squares = 0;
        for (auto const& mark : marks) {
            given += std::abs(std::int64_t{mark.value});
            squares += std::int64_t{mark.value} * mark.value;
        }
        if (reading_ == Reading::signed_amounts && votes_by_.spends != model::Spends::squares &&
            squares > credits_of_others)
            return fail(Errc::invalid, "tally.credits", std::to_string(credits_of_others));
        std::int64_t points = 0;
        if (__builtin_mul_overflow(std::max<std::int64_t>(given, 1), row.copies, &points) ||
            __builtin_add_overflow(total_, points, &total_) || total_ > total_max)
            return fail(Errc::invalid, "round.too_large");
        return {};
    }

    VoteTable& table_;
    Reading reading_;
    model::VotingMethod const& votes_by_;
    std::vector<std::uint32_t> columns_; // of the round's cases, in its order
    std::vector<RawRow> rows_;
    std::int64_t total_ = 0;
};

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

// Counts the ballots of approvals as hands, together with those raised: of a person who raised
// hands only the sums are known.
void join_hands(VoteTable& table, model::Document const& doc, model::RoundId id, int people)
{
    table.hands.assign(table.cases.size(), 0);
    for (std::size_t r = 0; r < table.rows(); ++r)
        for (auto mark : table.row(r))
            if (mark.value > 0) table.hands[mark.at] += table.copies[r];
    for (std::size_t i = 0; i < table.cases.size(); ++i)
        table.hands[i] += std::max(model::get<model::Hands>(doc, {id, table.cases[i]}).count, 0);
    table.marks.clear();
    table.copies.clear();
    table.named.clear();
    table.starts.assign(1, 0);
    table.voters += people;
    table.scoring = Scoring::sum;
    table.unit = 1;
}

// The ballot type of a round, as bits of can_read.
unsigned said_by(model::Round const& round)
{
    if (round.source == model::BallotSource::hands) return can_read::hands;
    switch (model::voting_method(round.method).ballot) {
    case BallotType::approvals: return can_read::approvals;
    case BallotType::points: return can_read::points;
    case BallotType::scores: return can_read::scores;
    case BallotType::grades: return can_read::grades;
    case BallotType::pairs: return can_read::pairs;
    case BallotType::orders: break;
    }
    return model::most_chosen(round) > 0 ? can_read::few_orders | can_read::orders
                                         : can_read::orders;
}

bool can_count(Way way, model::Round const& round, model::RoundStatus const& status)
{
    auto const reads = counting_method(way.method).reads(way.rule);
    if (status.by_hand > 0 && (reads & can_read::hands) == 0) return false;
    return (reads & said_by(round)) != 0;
}

Result<void> check_countable(model::Document const& doc, model::RoundId id, Way way)
{
    auto const* round = model::find<model::Round>(doc, id);
    if (!round) return fail(Errc::not_found, "round");
    auto const status = model::get<model::RoundStatus>(doc, id);
    auto const state = status.state;
    if (state == model::RoundState::open) return fail(Errc::conflict, "round.open");
    if (state == model::RoundState::setup) return fail(Errc::conflict, "round.not_closed");
    if (has_result(round->method) && !model::anyone_voted(doc, id))
        return fail(Errc::conflict, "round.no_ballots");
    bool const counted = has_result(round->method) && has_result(way.method);
    if (!counted || !can_count(way, *round, status))
        return fail(Errc::invalid, "tally.ballots", name_of(way));
    return {};
}

int grades_of(model::Round const& rules)
{
    switch (model::voting_method(rules.method).ballot) {
    case BallotType::grades: return rules.grades;
    case BallotType::scores: return rules.grades + 1;
    default: return 2;
    }
}

} // namespace

bool has_result(Method method) { return method != Method::estimate; }

Result<VoteTable> read_ballots(model::Document const& doc, model::RoundId round, Way way,
                               model::BlankPolicy blank)
{
    if (auto ok = check_countable(doc, round, way); !ok) return fail(ok.error());
    auto const& rules = *model::find<model::Round>(doc, round);
    VoteTable table;
    table.cases = rules.cases;
    std::ranges::sort(table.cases);
    table.cases.erase(std::unique(table.cases.begin(), table.cases.end()), table.cases.end());
    for (auto id : table.cases)
        table.declared.push_back(
            static_cast<std::uint32_t>(std::ranges::find(rules.cases, id) - rules.cases.begin()));
    auto const& counted_by = counting_method(way.method);
    auto const reading = counted_by.reading(model::voting_method(rules.method).ballot, way.rule);
    table.scoring = blank == model::BlankPolicy::no_opinion ? counted_by.scoring_without_blanks
                                                            : counted_by.scoring;
    table.blank = blank;
    table.grades = grades_of(rules);
    table.pairs = reading == Reading::pairs;
    if (reading == Reading::points_of_places) table.unit = 2;
    if (rules.source == model::BallotSource::hands) {
        table.scoring = Scoring::sum;
        read_hands(table, doc, round, rules);
        return table;
    }
    Reader reader(table, rules, reading);
    auto const& ballots = model::table<model::Ballot>(doc);
    for (auto it = ballots.lower_bound({round, std::numeric_limits<int>::min()});
         it != ballots.end() && it->first.round == round; ++it)
        if (auto ok = reader.add(it->second); !ok) return fail(ok.error());
    reader.settle();
    if (auto const people = model::get<model::RoundStatus>(doc, round).by_hand; people > 0)
        join_hands(table, doc, round, people);
    return table;
}

Result<VoteTable> read_votes(model::Document const& doc, model::RoundId round, Method method,
                             model::BlankPolicy blank)
{
    auto const rules = model::get<model::Round>(doc, round);
    auto const way = way_of(rules, method, std::nullopt);
    auto table = read_ballots(doc, round, way, blank);
    if (!table || !counting_method(method).borda) return table;
    return as_points(*table, way.rule);
}

VoteTable as_points(VoteTable const& orders, model::Rule rule)
{
    VoteTable table = orders;
    table.unit = 2;
    table.scoring = Scoring::sum;
    table.marks.clear();
    table.starts.assign(1, 0);
    auto const points = rule == model::Rule::borda_zero ? Points::borda_zero : Points::borda;
    std::vector<std::int64_t> doubled(orders.cases.size());
    for (std::size_t r = 0; r < orders.rows(); ++r) {
        std::ranges::fill(doubled, 0);
        add_points(doubled, orders.row(r), 1, points, orders.blank);
        for (std::uint32_t i = 0; i < doubled.size(); ++i)
            if (doubled[i] != 0) table.marks.push_back({i, static_cast<std::int32_t>(doubled[i])});
        table.starts.push_back(table.marks.size());
    }
    return table;
}

VoteTable column_of(VoteTable const& table, std::size_t at)
{
    VoteTable column;
    column.cases = {table.cases[at]};
    column.declared = {0};
    column.voters = table.voters;
    column.scoring = table.scoring;
    column.unit = table.unit;
    column.grades = table.grades;
    column.blank = table.blank;
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

} // namespace analysis
