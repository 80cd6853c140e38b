#include "analysis/ranking/affordable.h"

#include "analysis/voting/budget.h"
#include "analysis/voting/shares_of.h"
#include "analysis/voting/votes.h"
#include "analysis/voting/way.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace analysis {
namespace {

using base::Errc;
using base::fail;
using base::Result;
using model::CaseId;
using model::Rule;

Excluded excluded(model::Document const& doc, RankedCase const& line, bool has_cost)
{
    auto const verdict = model::get<model::Decision>(doc, {line.on, model::Body::workshop}).verdict;
    if (verdict == model::Verdict::later || verdict == model::Verdict::aside)
        return Excluded::decided;
    if (!line.placed()) return Excluded::unplaced;
    if (line.veto == Veto::risk && verdict == model::Verdict::none) return Excluded::veto;
    return has_cost ? Excluded::no : Excluded::no_cost;
}

// The cases that the budget may buy, in order, and their worth under the rule.
struct Choice {
    std::vector<Priced> cases;
    std::vector<std::int64_t> worth; // index in thousandths
    VoteTable votes;                 // of equal shares
    Rule rule = Rule::greedy;        // of Equal Shares: by points or approvals
    std::int64_t unit = 1;           // common divisor of all costs
    Growth growth = Growth::unit;    // of equal shares
};

struct Bought {
    std::vector<CaseId> in;
    bool several = false;                    // another optimum exists (knapsack)
    std::optional<std::int64_t> next_budget; // of Equal Shares, see Completed
};

Bought by_knapsack(Choice const& choice, std::int64_t money)
{
    std::vector<Project> projects;
    for (std::size_t i = 0; i < choice.cases.size(); ++i)
        projects.push_back({choice.cases[i].cost, choice.worth[i], static_cast<std::uint32_t>(i)});
    auto const best = fill_knapsack(projects, money);
    Bought out;
    for (auto i : best.one.selected) out.in.push_back(choice.cases[i].on);
    out.several = best.several;
    return out;
}

Bought by_shares(Choice const& choice, std::int64_t money)
{
    auto const& table = choice.votes;
    Money purse{std::vector<std::int64_t>(table.cases.size(), -1), money, choice.growth};
    for (auto const& one : choice.cases) {
        auto const it = std::ranges::lower_bound(table.cases, one.on);
        if (it != table.cases.end() && *it == one.on)
            purse.costs[static_cast<std::size_t>(it - table.cases.begin())] = one.cost;
    }
    auto const shared = shares_of(table, table.copies, purse, choice.rule);
    Bought out;
    for (auto const& one : shared.shares.bought) out.in.push_back(table.cases[one.project]);
    out.next_budget = shared.next_budget;
    return out;
}

Bought buy(Choice const& choice, Rule rule, std::int64_t money)
{
    switch (rule) {
    case Rule::knapsack: return by_knapsack(choice, money);
    case Rule::equal_shares: return by_shares(choice, money);
    default:
        return {budget_line(choice.cases, money,
                            rule == Rule::greedy ? Overflow::pass_over : Overflow::stop)
                    .in,
                false,
                {}};
    }
}

std::vector<CaseId> without(std::vector<CaseId> these, std::vector<CaseId> const& those)
{
    std::erase_if(these, [&](CaseId id) { return std::ranges::find(those, id) != those.end(); });
    return these;
}

std::optional<BudgetLine::More> what_changes(Choice const& choice, Rule rule, std::int64_t money,
                                             std::vector<CaseId> const& in, std::int64_t extra)
{
    auto const then = buy(choice, rule, money + extra).in;
    BudgetLine::More more{extra, without(then, in), without(in, then)};
    if (more.enter.empty()) return std::nullopt;
    return more;
}

// A knapsack's value never falls as money grows: the smallest increase that changes it is found by
// bisection, in units of the costs.
std::optional<BudgetLine::More> more_for_knapsack(Choice const& choice, std::int64_t money,
                                                  Bought const& now)
{
    auto worth = [&](std::vector<CaseId> const& in) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < choice.cases.size(); ++i)
            if (std::ranges::find(in, choice.cases[i].on) != in.end()) sum += choice.worth[i];
        return sum;
    };
    std::optional<std::int64_t> cheapest;
    for (std::size_t i = 0; i < choice.cases.size(); ++i)
        if (choice.worth[i] > 0 && std::ranges::find(now.in, choice.cases[i].on) == now.in.end())
            cheapest = std::min(cheapest.value_or(choice.cases[i].cost), choice.cases[i].cost);
    if (!cheapest) return std::nullopt;
    auto const value = worth(now.in);
    // Only multiples of the unit can change the result.
    auto const first = choice.unit - money % choice.unit;
    std::int64_t low = 0;
    std::int64_t high = (*cheapest + choice.unit - 1) / choice.unit + 1; // certainly enough
    auto extra = [&](std::int64_t steps) { return first + (steps - 1) * choice.unit; };
    while (high - low > 1) {
        auto const middle = low + (high - low) / 2;
        (worth(by_knapsack(choice, money + extra(middle)).in) > value ? high : low) = middle;
    }
    return what_changes(choice, Rule::knapsack, money, now.in, extra(high));
}

// Follows the budgets that change the result up to the first that adds a case.
std::optional<BudgetLine::More> more_for_shares(Choice const& choice, std::int64_t money,
                                                Bought const& now)
{
    for (auto next = now.next_budget; next;) {
        auto const then = by_shares(choice, *next);
        BudgetLine::More more{*next - money, without(then.in, now.in), without(now.in, then.in)};
        if (!more.enter.empty()) return more;
        next = then.next_budget;
    }
    return std::nullopt;
}

Result<void> read_shares(model::Document const& doc, Ranking const& ranking, Choice& choice)
{
    if (!ranking.reference) return fail(Errc::invalid, "budget.ballots");
    auto const round = model::get<model::Round>(doc, *ranking.reference);
    choice.rule = model::voting_method(round.method).ballot == model::BallotType::points
                      ? Rule::equal_shares_points
                      : Rule::equal_shares;
    auto table = read_ballots(doc, *ranking.reference, way_of(round, std::nullopt, choice.rule),
                              round.blank);
    if (!table || table->rows() == 0) return fail(Errc::invalid, "budget.ballots");
    choice.votes = *std::move(table);
    return {};
}

// Fills the lines of `out` and the choice among them.
Result<Choice> read_choice(model::Document const& doc, Ranking const& ranking, Affordable& out)
{
    Choice choice;
    std::optional<Cost::Kind> kind;
    for (auto const& line : ranking.cases) {
        auto const text = model::get<model::Case>(doc, line.on);
        auto const cost = read_cost(text.cost);
        if (cost && kind && *kind != cost->kind)
            return fail(Errc::invalid, "budget.cost_kinds", text.title);
        if (cost) kind = cost->kind;
        Offered offered;
        offered.on = line.on;
        if (cost) offered.cost = cost->hundredths;
        offered.excluded = excluded(doc, line, cost.has_value());
        if (offered.excluded == Excluded::no) {
            choice.cases.push_back({line.on, cost->hundredths});
            choice.worth.push_back(
                std::max<std::int64_t>(0, std::llround(line.index.value_or(0) * 1000)));
            out.all += cost->hundredths;
        }
        out.cases.push_back(offered);
    }
    out.kind = kind.value_or(Cost::Kind::amount);
    choice.growth = growth_of(out.kind);
    choice.unit =
        std::accumulate(choice.cases.begin(), choice.cases.end(), std::int64_t{0},
                        [](auto sum, auto const& one) { return std::gcd(sum, one.cost); });
    choice.unit = std::max<std::int64_t>(1, choice.unit);
    return choice;
}

} // namespace

std::vector<CaseId> Affordable::in() const
{
    std::vector<CaseId> out;
    for (auto const& one : cases)
        if (one.in) out.push_back(one.on);
    return out;
}

Result<Affordable> affordable(model::Document const& doc, Ranking const& ranking,
                              model::Budget const& budget)
{
    Affordable out;
    out.budget = budget;
    auto choice = read_choice(doc, ranking, out);
    if (!choice) return fail(choice.error());
    if (budget.money <= 0) return out;
    if (budget.rule == Rule::equal_shares)
        if (auto read = read_shares(doc, ranking, *choice); !read) return fail(read.error());
    auto const now = buy(*choice, budget.rule, budget.money);
    out.several = now.several;
    for (auto& one : out.cases) {
        one.in = std::ranges::find(now.in, one.on) != now.in.end();
        if (one.in) out.spent += *one.cost;
        one.so_far = one.in ? out.spent : 0;
    }
    out.left = budget.money - out.spent;
    switch (budget.rule) {
    case Rule::knapsack: out.more = more_for_knapsack(*choice, budget.money, now); break;
    case Rule::equal_shares: out.more = more_for_shares(*choice, budget.money, now); break;
    default:
        out.more = budget_line(choice->cases, budget.money,
                               budget.rule == Rule::greedy ? Overflow::pass_over : Overflow::stop)
                       .more;
    }
    return out;
}

} // namespace analysis
