#include "model/voting_method.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace model {
namespace {

using base::Errc;
using base::fail;
using V = VotingMethod;

constexpr int hundred = 100;
constexpr int words = 7; // default number of grades of majority judgment

constexpr std::array order_rules{Rule::schulze, Rule::borda, Rule::borda_zero, Rule::ranked_pairs};
constexpr std::array pair_rules{Rule::win_share, Rule::bradley_terry};
constexpr std::array budget_rules{
    Rule::equal_shares, Rule::equal_shares_count, Rule::equal_shares_points,
    Rule::greedy,       Rule::greedy_no_skip,     Rule::greedy_per_cost,
    Rule::knapsack};

constexpr std::array methods{
    V{.method = Method::dots, .spends = Spends::sum, .limits = V::cap},
    V{.method = Method::choose_spread,
      .spends = Spends::sum,
      .limits = V::cap | V::choices | V::two_pages,
      .usual_choices = 5},
    V{.method = Method::approval, .ballot = BallotType::approvals, .limits = V::choices | V::hands},
    V{.method = Method::score, .ballot = BallotType::scores},
    V{.method = Method::majority_judgment,
      .ballot = BallotType::grades,
      .limits = V::labels,
      .grades = words},
    V{.method = Method::ranking,
      .ballot = BallotType::orders,
      .limits = V::choices,
      .rules = order_rules,
      .cases_least = 2},
    V{.method = Method::points,
      .spends = Spends::sum,
      .limits = V::cap,
      .budget = hundred,
      .usual_cap = 0},
    V{.method = Method::quadratic,
      .spends = Spends::squares,
      .limits = V::against,
      .budget = hundred,
      .usual_cap = 0},
    V{.method = Method::pairwise,
      .ballot = BallotType::pairs,
      .rules = pair_rules,
      .cases_least = 2},
    V{.method = Method::budget,
      .ballot = BallotType::approvals,
      .limits = V::choices | V::money,
      .rules = budget_rules},
    V{.method = Method::stv, .ballot = BallotType::orders, .limits = V::seats, .cases_least = 2},
    V{.method = Method::estimate},
};
static_assert(one_row_a_method(methods));

std::int64_t square(std::int64_t of) { return of * of; }

// The name of the rule that a mark breaks, or null.
std::string broken_by(Round const& round, Mark const& mark)
{
    auto const& method = voting_method(round.method);
    auto const value = mark.value;
    auto const range = mark_range(round);
    bool const within = value >= range.least && value <= range.most;
    switch (method.ballot) {
    case BallotType::approvals: return value == 1 ? "" : "ballot.approval";
    case BallotType::scores: return within ? "" : "ballot.score";
    case BallotType::grades: return within ? "" : "ballot.grade";
    case BallotType::orders: return value >= 1 ? "" : "ballot.rank";
    case BallotType::pairs: {
        // unsigned: values below 1 wrap to a large index
        auto const place = static_cast<std::size_t>(value) - 1;
        return place < round.cases.size() && round.cases[place] != mark.on ? "" : "ballot.pair";
    }
    case BallotType::points: break;
    }
    if (value < 0 && range.least == 0) return "ballot.negative";
    return method.has(V::cap) && round.cap > 0 && value > round.cap ? "ballot.cap" : "";
}

// The case, or pair of cases, that a mark is about.
std::pair<CaseId, CaseId> subject(Round const& round, Mark const& mark)
{
    if (voting_method(round.method).ballot != BallotType::pairs) return {mark.on, {}};
    auto const other = round.cases[static_cast<std::size_t>(mark.value) - 1];
    return std::minmax(mark.on, other);
}

} // namespace

VotingMethod const& voting_method(Method method) { return row_of(methods, method); }

Method method_of_hands()
{
    return std::ranges::find_if(methods, [](V const& row) { return row.has(V::hands); })->method;
}

std::optional<Method> method_of(Rule rule)
{
    auto const has = [&](V const& row) {
        return std::ranges::find(row.rules, rule) != row.rules.end();
    };
    auto const found = std::ranges::find_if(methods, has);
    return found == methods.end() ? std::nullopt : std::optional(found->method);
}

void set_method(Round& round, Method method)
{
    auto const& usual = voting_method(method);
    Round const empty;
    round.method = method;
    round.budget = usual.budget;
    round.cap = usual.usual_cap;
    round.choices = usual.usual_choices;
    round.grades = usual.grades;
    round.blank = empty.blank;
    round.rule = empty.rule;
    round.quorum = 0;
    round.labels.clear();
    round.against = empty.against;
    round.seats = empty.seats;
    if (round.source == BallotSource::hands && !usual.has(V::hands))
        round.source = BallotSource::keyboard;
}

int root(std::int64_t of)
{
    auto at =
        static_cast<std::int64_t>(std::sqrt(static_cast<double>(std::max<std::int64_t>(of, 0))));
    while (square(at) > of && at > 0) --at;
    while (square(at + 1) <= of) ++at;
    return static_cast<int>(at);
}

MarkRange mark_range(Round const& round)
{
    auto const& method = voting_method(round.method);
    switch (method.ballot) {
    case BallotType::approvals: return {0, 1};
    case BallotType::scores: return {0, round.grades};
    case BallotType::grades: return {0, round.grades - 1};
    case BallotType::orders:
    case BallotType::pairs: return {1, static_cast<int>(round.cases.size())};
    case BallotType::points: break;
    }
    int const most = method.spends == Spends::squares      ? root(round.budget)
                     : method.has(V::cap) && round.cap > 0 ? std::min(round.cap, round.budget)
                                                           : round.budget;
    bool const below = method.has(V::against) && round.against == Against::allowed;
    return {below ? -most : 0, most};
}

std::int64_t spent(Round const& round, int value)
{
    switch (voting_method(round.method).spends) {
    case Spends::sum: return value;
    case Spends::squares: return square(value);
    case Spends::nothing: break;
    }
    return 0;
}

int most_chosen(Round const& round)
{
    return voting_method(round.method).has(V::choices) ? round.choices : 0;
}

base::Result<void> check_marks(Round const& round, std::vector<Mark> const& marks)
{
    std::int64_t taken = 0;
    int chosen = 0;
    std::set<std::pair<CaseId, CaseId>> seen;
    for (auto const& mark : marks) {
        if (std::ranges::find(round.cases, mark.on) == round.cases.end())
            return fail(Errc::invalid, "ballot.case");
        if (auto rule = broken_by(round, mark); !rule.empty()) return fail(Errc::invalid, rule);
        if (!seen.insert(subject(round, mark)).second) return fail(Errc::invalid, "ballot.twice");
        taken += spent(round, mark.value);
        chosen += mark.value > 0 ? 1 : 0;
    }
    bool const spends = voting_method(round.method).spends != Spends::nothing;
    if (spends && taken > round.budget)
        return fail(Errc::invalid, "ballot.budget", std::to_string(taken - round.budget));
    if (auto const most = most_chosen(round); most > 0 && chosen > most)
        return fail(Errc::invalid, "ballot.choices", std::to_string(chosen - most));
    return {};
}

} // namespace model
