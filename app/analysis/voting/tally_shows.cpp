#include "analysis/common/ranks.h"
#include "analysis/counting/duels.h"
#include "analysis/voting/counting_method.h"
#include "analysis/voting/orders.h"
#include "analysis/voting/shares_of.h"

#include <algorithm>
#include <numeric>

namespace analysis {
namespace {

using model::CaseId;
using model::Rule;

// The columns in the order in which cases were shown to voters.
std::vector<std::uint32_t> as_declared(VoteTable const& table)
{
    std::vector<std::uint32_t> columns(table.cases.size());
    std::iota(columns.begin(), columns.end(), 0U);
    std::ranges::sort(columns, {}, [&](std::uint32_t i) { return table.declared[i]; });
    return columns;
}

template <class T>
std::vector<T> picked(std::vector<T> const& from, std::vector<std::uint32_t> const& columns)
{
    std::vector<T> out;
    out.reserve(columns.size());
    for (auto i : columns) out.push_back(from[i]);
    return out;
}

Square picked(Square const& from, std::vector<std::uint32_t> const& columns)
{
    Square out(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        for (std::size_t j = 0; j < columns.size(); ++j)
            out.at(i, j) = from.at(columns[i], columns[j]);
    return out;
}

std::vector<CaseId> cases_of(std::vector<CaseId> const& cases,
                             std::vector<std::uint32_t> const& indices)
{
    return picked(cases, indices);
}

Square wins_of(VoteTable const& table)
{
    Square wins(table.cases.size());
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (!table.pairs) {
            add_pairs(wins, table.row(r), table.copies[r], table.blank);
            continue;
        }
        for (auto mark : table.row(r))
            wins.at(mark.at, static_cast<std::size_t>(mark.value)) += table.copies[r];
    }
    return wins;
}

Greedy greedy_of(Rule rule)
{
    if (rule == Rule::greedy_no_skip) return Greedy::no_skip;
    return rule == Rule::greedy_per_cost ? Greedy::per_cost : Greedy::skip;
}

// Bought while another of equal score and cost was not.
std::vector<CaseId> before_equals(std::vector<Project> const& projects,
                                  std::vector<std::uint32_t> const& selected,
                                  std::vector<CaseId> const& cases)
{
    std::vector<char> bought(projects.size());
    for (auto i : selected) bought[i] = 1;
    std::vector<CaseId> out;
    for (auto i : selected)
        for (std::size_t j = 0; j < projects.size(); ++j)
            if (bought[j] == 0 && projects[j].score == projects[i].score &&
                projects[j].cost == projects[i].cost) {
                out.push_back(cases[i]);
                break;
            }
    return out;
}

std::vector<Selection::Bought> named(std::vector<Share> const& shares,
                                     std::vector<CaseId> const& cases)
{
    std::vector<Selection::Bought> out;
    for (auto const& share : shares)
        out.push_back({cases[share.project], share.rate, share.effective});
    return out;
}

// Totals per case, for rules that use scores only.
std::vector<Project> projects_of(Counting const& counting)
{
    std::vector<Project> out;
    auto const& table = counting.table;
    for (std::size_t i = 0; i < table.cases.size(); ++i)
        out.push_back({counting.money.costs[i], 0, table.declared[i]});
    for (std::size_t r = 0; r < table.rows(); ++r)
        for (auto mark : table.row(r)) out[mark.at].score += mark.value * table.copies[r];
    for (std::size_t i = 0; i < table.hands.size(); ++i) out[i].score = table.hands[i];
    return out;
}

void share(Counting& counting, Selection& selection, std::vector<Project> projects)
{
    auto const& table = counting.table;
    auto const& money = counting.money;
    auto const rule = counting.result.rule;
    auto const full = shares_of(table, table.copies, money, rule);
    auto const fixed = fixed_shares_of(table, table.copies, money, rule);
    Selection::EqualShares out;
    out.bought = named(full.shares.bought, table.cases);
    out.each = full.each;
    out.virtual_money = full.virtual_money;
    out.steps = full.steps;
    out.ties_broken = full.shares.ties_broken;
    out.fixed = named(fixed.bought, table.cases);
    out.fixed_cost = fixed.cost;
    for (auto const& one : full.shares.bought) {
        selection.selected.push_back(table.cases[one.project]);
        projects[one.project].cost = -1; // not to be bought twice
    }
    selection.cost = full.shares.cost;
    auto const more = buy_greedily(projects, money.budget - selection.cost, Greedy::skip);
    out.completed = selection.selected;
    for (auto i : more.selected) out.completed.push_back(table.cases[i]);
    out.completed_cost = selection.cost + more.cost;
    selection.equal_shares = std::move(out);
}

} // namespace

void show_nothing(Counting&) {}

std::vector<int> places_by_score(Counting const& counting)
{
    auto const& lines = counting.result.cases;
    return ranks_by(lines.size(), [&](std::size_t i, std::size_t j) {
        auto const by = lines[i].score <=> lines[j].score;
        return by != 0 ? by : lines[i].supporters <=> lines[j].supporters;
    });
}

void show_orders(Counting& counting)
{
    auto const& table = counting.table;
    auto& result = counting.result;
    auto const columns = as_declared(table);
    auto const wins = wins_of(table);
    auto const paths = strongest_paths(wins);
    auto const pairs = ranked_pairs(wins, table.declared);
    auto const points = result.rule == Rule::borda_zero ? Points::borda_zero : Points::borda;
    std::vector<std::int64_t> doubled(table.cases.size());
    double ties = 0.0;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        add_points(doubled, table.row(r), table.copies[r], points, table.blank);
        ties += static_cast<double>(table.copies[r]) * tie_term(table.row(r), table.cases.size());
    }
    for (std::size_t i = 0; i < doubled.size(); ++i) result.cases[i].score = ratio(doubled[i], 2);

    Orders out;
    out.cases = cases_of(table.cases, columns);
    out.wins = picked(wins, columns);
    out.paths = picked(paths, columns);
    for (auto i : columns) out.borda.push_back(ratio(doubled[i], 2));
    out.borda_ranks =
        picked(ranks_by(doubled.size(),
                        [&](std::size_t i, std::size_t j) { return doubled[i] <=> doubled[j]; }),
               columns);
    out.schulze_ranks = picked(schulze_ranks(paths), columns);
    out.pairs_ranks = picked(pairs.ranks, columns);
    out.pairs_order = cases_of(table.cases, pairs.order);
    out.equal_majorities = pairs.equal_majorities;
    out.order_matters = pairs.order_matters;
    if (auto const i = condorcet_winner(wins)) out.condorcet_winner = table.cases[*i];
    if (auto const i = condorcet_loser(wins)) out.condorcet_loser = table.cases[*i];
    for (auto const& cycle : cycles(wins, table.declared))
        out.cycles.push_back(
            {cases_of(table.cases, cycle.members), cases_of(table.cases, cycle.through)});
    if (table.blank == model::BlankPolicy::below && points == Points::borda)
        out.concordance = concordance(doubled, table.voters, ties);
    result.orders = std::move(out);
}

void show_duels(Counting& counting)
{
    auto const& table = counting.table;
    auto& result = counting.result;
    auto const columns = as_declared(table);
    auto const wins = wins_of(table);
    auto const shares = win_shares(wins);
    auto const strengths = bradley_terry(wins);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        auto& line = result.cases[i];
        line.score = shares[i];
        for (std::size_t j = 0; j < shares.size(); ++j) {
            line.supporters += wins.at(i, j); // number of comparisons won
            line.answers += wins.at(i, j) + wins.at(j, i);
        }
        result.points += line.answers;
    }
    Duels out;
    out.cases = cases_of(table.cases, columns);
    out.wins = picked(wins, columns);
    out.win_shares = picked(shares, columns);
    out.strengths = picked(strengths, columns);
    out.share_ranks =
        picked(ranks_by(shares.size(),
                        [&](std::size_t i, std::size_t j) { return shares[i] <=> shares[j]; }),
               columns);
    out.strength_ranks = picked(strength_ranks(strengths), columns);
    result.duels = std::move(out);
}

void show_selection(Counting& counting)
{
    auto const& table = counting.table;
    auto const& money = counting.money;
    auto& result = counting.result;
    auto const projects = projects_of(counting);
    Selection selection;
    selection.budget = money.budget;
    for (auto i : as_declared(table))
        if (money.costs[i] < 0) selection.without_cost.push_back(table.cases[i]);
    switch (result.rule) {
    case Rule::equal_shares:
    case Rule::equal_shares_count:
    case Rule::equal_shares_points: share(counting, selection, projects); break;
    case Rule::knapsack: {
        auto const best = fill_knapsack(projects, money.budget);
        selection.selected = cases_of(table.cases, best.one.selected);
        selection.cost = best.one.cost;
        selection.several = best.several;
        break;
    }
    default: {
        auto const bought = buy_greedily(projects, money.budget, greedy_of(result.rule));
        selection.selected = cases_of(table.cases, bought.selected);
        selection.cost = bought.cost;
        selection.before_equals = before_equals(projects, bought.selected, table.cases);
    }
    }
    std::int64_t value = 0;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        auto& line = result.cases[i];
        if (money.costs[i] >= 0) line.cost = money.costs[i];
        line.selected = std::ranges::find(selection.selected, line.on) != selection.selected.end();
        if (line.selected) value += projects[i].score;
    }
    selection.value = ratio(value, table.unit);
    result.winners = selection.selected;
    result.selection = std::move(selection);
}

} // namespace analysis
