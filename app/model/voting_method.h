#pragma once

#include "base/result.h"
#include "model/vote_records.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

// What each voting method is: its ballot type, limits and defaults, read by booth, import, check
// and count. Its counting, wording and drawing are in tables with one row a method:
// analysis/voting/counting_method, wording/method_words, ui/screens/vote/method_views.
namespace model {

// The meaning of a mark's value on a ballot.
enum class BallotType {
    approvals, // 1: approved
    points,    // a number of points
    scores,    // 0 to the highest score
    grades,    // 0 (worst) to the number of grades - 1
    orders,    // rank from 1; ties share one
    pairs      // index, from 1 in the round, of the case it was preferred to
};

// What marks cost from the round's budget.
enum class Spends {
    nothing,
    sum,    // one point each
    squares // the square of each mark (quadratic voting)
};

struct VotingMethod {
    Method method = Method::dots;
    BallotType ballot = BallotType::points;
    Spends spends = Spends::nothing;
    enum Limits : unsigned {
        none = 0,
        cap = 1,       // the round's cap limits each mark
        choices = 2,   // the round's choices limit how many cases are marked
        against = 4,   // a mark may be negative where the round allows it
        two_pages = 8, // the booth has two pages: choose cases, then mark them
        hands = 16,    // raised hands may be counted instead of ballots
        labels = 32,   // the grades may have custom words
        money = 64,    // the round has money to spend; a case that costs more cannot be bought
        seats = 128    // as many cases are elected as the round has seats
    };
    unsigned limits = none;
    std::span<Rule const> rules = {}; // rules to choose from, the default first
    int cases_least = 1;              // minimum number of cases
    // Defaults of a new round; for a dot vote, those of a new Round record.
    int budget = 10;
    int usual_cap = 3;
    int usual_choices = 0;
    int grades = 10;

    [[nodiscard]] bool has(Limits limit) const { return (limits & limit) != 0; }
    // Whether 0 is an answer (then a case without a mark counts as unanswered, not as 0).
    [[nodiscard]] bool zero_answers() const
    {
        return ballot == BallotType::scores || ballot == BallotType::grades;
    }
    [[nodiscard]] Rule usual_rule() const { return rules.empty() ? Rule::standard : rules.front(); }
};

VotingMethod const& voting_method(Method method);

// The method by which raised hands are counted.
Method method_of_hands();
// The method that a rule belongs to; nothing for `standard`, which all have.
std::optional<Method> method_of(Rule rule);

// Whether a table with a `method` column has exactly one row for every voting method. A row for
// blind estimates is allowed.
template <class Rows>
constexpr bool one_row_a_method(Rows const& rows)
{
    for (std::size_t i = 0; i < base::count_of<Method>; ++i) {
        auto const method = static_cast<Method>(i);
        auto const found =
            std::ranges::count_if(rows, [&](auto const& row) { return row.method == method; });
        if (found != 1 && (method != Method::estimate || found > 1)) return false;
    }
    return true;
}

// The row of `method` in such a table.
template <class Rows>
constexpr auto const& row_of(Rows const& rows, Method method)
{
    return *std::ranges::find_if(rows, [&](auto const& row) { return row.method == method; });
}

// Sets the method of a round and the method's default rules; question, cases and voters stay.
void set_method(Round& round, Method method);

// The lowest and highest value of one mark under the round's rules, regardless of other marks;
// where marks cost points, at most the budget.
struct MarkRange {
    int least = 0;
    int most = 0;
};
MarkRange mark_range(Round const& round);

// What a mark with this value costs from the budget.
std::int64_t spent(Round const& round, int value);

// The maximum number of cases that a ballot may mark; 0: no limit.
int most_chosen(Round const& round);

// Integer square root: the largest whole number whose square is at most `of`; 0 below 0.
int root(std::int64_t of);

// Whether the round's rules allow these marks. `invalid` with the rule that is broken:
// "ballot.case", "ballot.twice", "ballot.approval", "ballot.score", "ballot.grade", "ballot.rank",
// "ballot.negative", "ballot.cap", "ballot.pair"; "ballot.budget" and "ballot.choices" with the
// excess or limit as detail.
base::Result<void> check_marks(Round const& round, std::vector<Mark> const& marks);

} // namespace model
