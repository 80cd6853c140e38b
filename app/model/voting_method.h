#pragma once

#include "base/result.h"
#include "model/vote_records.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

// What each voting method is: the ballot that it asks for, what limits it, how a round of it
// begins. Booth, import, check and count read it here. How it is counted, said and drawn are tables
// of their own, with one row a method too: analysis/voting/counting_method, wording/method_words
// and ui/screens/vote/method_views.
namespace model {

// What one mark of a ballot says of a case.
enum class BallotType {
    approvals, // 1: this one
    points,    // an amount
    scores,    // 0 to the highest score
    grades,    // 0, the worst, to the number of grades less 1
    orders,    // its place, from 1; ties share one
    pairs      // it was preferred to the case at this place of the round, from 1
};

// What the marks of a ballot take from the round's budget.
enum class Spends {
    nothing,
    sum,    // a point each
    squares // the square of each mark
};

struct VotingMethod {
    Method method = Method::dots;
    BallotType ballot = BallotType::points;
    Spends spends = Spends::nothing;
    enum Limits : unsigned {
        none = 0,
        cap = 1,       // the round's cap limits each mark
        choices = 2,   // the round's choices limit how many cases are marked
        against = 4,   // a mark may be below 0 where the round allows it
        two_pages = 8, // first the cases are chosen, then they are marked
        hands = 16,    // hands may be counted instead of ballots
        labels = 32,   // its grades may have words of the room's own
        money = 64,    // the round has money to spend, and a case that costs more cannot be had
        seats = 128    // as many cases are elected as the round has seats
    };
    unsigned limits = none;
    std::span<Rule const> rules = {}; // of a method that leaves a choice, the usual one first
    int cases_least = 1;              // with fewer there is nothing to say
    // What a round of it begins with; a dot vote with what a new record has.
    int budget = 10;
    int usual_cap = 3;
    int usual_choices = 0;
    int grades = 10;

    [[nodiscard]] bool has(Limits limit) const { return (limits & limit) != 0; }
    // Whether 0 is an answer: a case without a mark is then one that nothing is said of.
    [[nodiscard]] bool zero_answers() const
    {
        return ballot == BallotType::scores || ballot == BallotType::grades;
    }
    [[nodiscard]] Rule usual_rule() const { return rules.empty() ? Rule::standard : rules.front(); }
};

VotingMethod const& voting_method(Method method);

// The method that raised hands are counted by.
Method method_of_hands();
// The method that a rule belongs to; nothing for the standard one, which belongs to all.
std::optional<Method> method_of(Rule rule);

// Whether a table over the methods, whose rows each have a `method`, has one row for every method
// that people vote by. A blind estimate may have a row too.
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

// Gives the round that method, with its usual rules; the question, the cases and who votes stay.
void set_method(Round& round, Method method);

// The least and the most that one mark may say under the round's rules, whatever else the ballot
// holds; of a mark that spends, the budget is the most.
struct MarkRange {
    int least = 0;
    int most = 0;
};
MarkRange mark_range(Round const& round);

// What a mark takes from the budget.
std::int64_t spent(Round const& round, int value);

// The most cases that a ballot may mark; 0: all.
int most_chosen(Round const& round);

// The largest whole number whose square is at most `of`; 0 below 0.
int root(std::int64_t of);

// Whether the round's rules allow these marks. `invalid` with the rule that is broken:
// "ballot.case", "ballot.twice", "ballot.approval", "ballot.score", "ballot.grade", "ballot.rank",
// "ballot.negative", "ballot.cap", "ballot.pair"; "ballot.budget" and "ballot.choices" with how
// much is too much.
base::Result<void> check_marks(Round const& round, std::vector<Mark> const& marks);

} // namespace model
