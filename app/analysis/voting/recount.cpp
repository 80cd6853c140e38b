#include "analysis/voting/recount.h"

#include "analysis/common/ranks.h"
#include "analysis/voting/duels.h"
#include "analysis/voting/orders.h"
#include "analysis/voting/shares_of.h"

#include <algorithm>
#include <limits>

namespace analysis {
namespace {

using model::Method;
using model::Rule;

constexpr std::size_t per_case = 3; // sum, answers, supporters
constexpr int percent = 100;

bool shares(Rule rule)
{
    return rule == Rule::equal_shares || rule == Rule::equal_shares_count ||
           rule == Rule::equal_shares_points;
}

} // namespace

bool quorum_met(std::int64_t answers, std::int64_t voters, int quorum)
{
    return quorum <= 0 || answers * percent >= voters * quorum;
}

Recount::Recount(VoteTable const& table, Way way, int quorum, Money money)
    : table_(table)
    , way_(way)
    , quorum_(way.method == Method::score ? quorum : 0)
    , money_(std::move(money))
    , kind_(Kind::sums)
{
    auto const n = table.cases.size();
    size_ = n * per_case + 1;
    if (way.method == Method::majority_judgment) {
        kind_ = Kind::grades;
        size_ = n * static_cast<std::size_t>(table.grades) + 1;
    } else if (way.method == Method::ranking &&
               (way.rule == Rule::borda || way.rule == Rule::borda_zero)) {
        kind_ = Kind::points;
        size_ = n;
    } else if (way.method == Method::ranking || way.method == Method::pairwise) {
        kind_ = Kind::wins;
        size_ = n * n;
    } else if (way.method == Method::budget) {
        kind_ = shares(way.rule) ? Kind::people : Kind::projects;
        size_ = shares(way.rule) ? table.rows() : n;
    }
}

void Recount::add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const
{
    auto const marks = table_.row(row);
    switch (kind_) {
    case Kind::sums:
        for (auto mark : marks) {
            auto* cell = &cells[mark.at * per_case];
            cell[0] += times * mark.value;
            cell[1] += times;
            if (mark.value > 0) cell[2] += times;
        }
        cells.back() += times;
        break;
    case Kind::grades:
        for (auto mark : marks)
            cells[mark.at * static_cast<std::size_t>(table_.grades) +
                  static_cast<std::size_t>(mark.value)] += times;
        cells.back() += times;
        break;
    case Kind::points:
        add_points(cells, marks, times,
                   way_.rule == Rule::borda_zero ? Points::borda_zero : Points::borda,
                   table_.blank);
        break;
    case Kind::wins: {
        if (table_.pairs) {
            for (auto mark : marks)
                cells[mark.at * table_.cases.size() + static_cast<std::size_t>(mark.value)] +=
                    times;
            break;
        }
        add_pairs(cells, table_.cases.size(), marks, times, table_.blank);
        break;
    }
    case Kind::projects:
        for (auto mark : marks) cells[mark.at] += times * mark.value;
        break;
    case Kind::people: cells[row] += times; break;
    }
}

std::vector<std::int64_t> Recount::all() const
{
    std::vector<std::int64_t> cells(size_);
    for (std::size_t r = 0; r < table_.rows(); ++r) add(cells, r, table_.copies[r]);
    if (!table_.hands.empty()) raise(cells, table_.hands);
    return cells;
}

void Recount::raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const
{
    if (kind_ == Kind::projects) {
        std::ranges::copy(hands, cells.begin());
        return;
    }
    for (std::size_t i = 0; i < hands.size(); ++i)
        std::fill_n(cells.begin() + static_cast<std::ptrdiff_t>(i * per_case), per_case, hands[i]);
    cells.back() = table_.voters;
}

Square Recount::wins(std::span<std::int64_t const> cells) const
{
    Square out;
    out.size = table_.cases.size();
    out.cells.assign(cells.begin(), cells.end());
    return out;
}

std::vector<Grades> Recount::grades(std::span<std::int64_t const> cells) const
{
    std::vector<Grades> out;
    auto const each = static_cast<std::ptrdiff_t>(table_.grades);
    for (std::size_t i = 0; i < table_.cases.size(); ++i) {
        auto const from = cells.begin() + static_cast<std::ptrdiff_t>(i) * each;
        out.emplace_back(from, from + each);
    }
    return with_blanks(std::move(out), cells.back(),
                       table_.blank == model::BlankPolicy::below ? GradeBlank::worst
                                                                 : GradeBlank::proportions);
}

std::vector<Project> Recount::projects(std::span<std::int64_t const> cells) const
{
    std::vector<Project> out;
    for (std::size_t i = 0; i < table_.cases.size(); ++i)
        out.push_back({money_.costs.at(i), cells[i], table_.declared[i]});
    return out;
}

std::vector<int> Recount::ranks_of_sums(std::span<std::int64_t const> cells) const
{
    bool const mean = table_.scoring == Scoring::mean_of_answers;
    auto score = [&](std::size_t i) {
        auto const* cell = &cells[i * per_case];
        return ratio(cell[0], mean ? std::max<std::int64_t>(cell[1], 1) : 1);
    };
    auto met = [&](std::size_t i) {
        return quorum_met(cells[i * per_case + 1], cells.back(), quorum_);
    };
    return ranks_by(table_.cases.size(), [&](std::size_t i, std::size_t j) {
        if (met(i) != met(j)) return met(i) <=> met(j);
        if (auto const by = score(i) <=> score(j); by != 0) return by;
        return cells[i * per_case + 2] <=> cells[j * per_case + 2];
    });
}

std::vector<int> Recount::ranks_of_wins(std::span<std::int64_t const> cells) const
{
    auto const square = wins(cells);
    switch (way_.rule) {
    case Rule::schulze: return schulze_ranks(strongest_paths(square));
    case Rule::ranked_pairs: return ranked_pairs(square, table_.declared).ranks;
    case Rule::bradley_terry: return strength_ranks(bradley_terry(square));
    default: break;
    }
    auto const won = win_shares(square);
    return ranks_by(won.size(), [&](std::size_t i, std::size_t j) { return won[i] <=> won[j]; });
}

std::vector<int> Recount::ranks_of_projects(std::span<std::int64_t const> cells) const
{
    std::vector<int> ranks(table_.cases.size(), 2);
    if (kind_ == Kind::people) {
        for (auto const& share : shares_of(table_, cells, money_, way_.rule).shares.bought)
            ranks[share.project] = 1;
        return ranks;
    }
    auto const all = projects(cells);
    auto const bought = way_.rule == Rule::knapsack
                            ? fill_knapsack(all, money_.budget).one
                            : buy_greedily(all, money_.budget,
                                           way_.rule == Rule::greedy           ? Greedy::skip
                                           : way_.rule == Rule::greedy_no_skip ? Greedy::no_skip
                                                                               : Greedy::per_cost);
    for (auto i : bought.selected) ranks[i] = 1;
    return ranks;
}

std::vector<int> Recount::ranks(std::span<std::int64_t const> cells) const
{
    switch (kind_) {
    case Kind::sums: return ranks_of_sums(cells);
    case Kind::grades: return judgment_ranks(grades(cells));
    case Kind::points:
        return ranks_by(cells.size(),
                        [&](std::size_t i, std::size_t j) { return cells[i] <=> cells[j]; });
    case Kind::wins: return ranks_of_wins(cells);
    case Kind::projects:
    case Kind::people: return ranks_of_projects(cells);
    }
    return {};
}

// A ballot less takes at most `bridged` from the distance between two sums.
bool Recount::sums_keep(std::span<std::int64_t const> cells, std::span<char const> above,
                        std::size_t pitch, std::int64_t bridged) const
{
    auto least_above = std::numeric_limits<std::int64_t>::max();
    auto most_below = std::numeric_limits<std::int64_t>::min();
    for (std::size_t i = 0; i < above.size(); ++i) {
        auto const sum = cells[i * pitch];
        if (above[i] != 0)
            least_above = std::min(least_above, sum);
        else
            most_below = std::max(most_below, sum);
    }
    if (least_above == std::numeric_limits<std::int64_t>::max() ||
        most_below == std::numeric_limits<std::int64_t>::min())
        return true; // all on one side
    return least_above - most_below > bridged;
}

// A ballot less takes at most one from each number of wins. Schulze: every strongest path lies
// between those of the least and of the greatest wins that are left. Ranked pairs: cases that each
// beat all the others by two stay before them, whatever is locked among themselves.
bool Recount::wins_keep(std::span<std::int64_t const> cells, std::span<char const> above) const
{
    auto const n = above.size();
    auto const now = wins(cells);
    bool apart = true;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n && apart; ++j)
            if (above[i] != 0 && above[j] == 0) apart = now.at(i, j) - now.at(j, i) >= 2;
    if (apart || way_.rule != Rule::schulze) return apart;

    // With these as wins, a majority that one ballot could undo is no path at all, and one that it
    // could make is one at its greatest.
    Square low(n), high(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            auto const margin = now.at(i, j) - now.at(j, i);
            if (margin >= 2) low.at(i, j) = now.at(i, j) - 1;
            if (margin >= 0) high.at(i, j) = now.at(i, j);
        }
    widen(low);
    widen(high);
    int worst_above = 0;
    auto best_below = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < n; ++i) {
        int maybe_before = 1, surely_before = 1;
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            if (high.at(j, i) > low.at(i, j)) ++maybe_before;
            if (low.at(j, i) > high.at(i, j)) ++surely_before;
        }
        if (above[i] != 0)
            worst_above = std::max(worst_above, maybe_before);
        else
            best_below = std::min(best_below, surely_before);
    }
    return worst_above < best_below;
}

bool Recount::one_less_keeps(std::span<std::int64_t const> cells, std::span<char const> above) const
{
    switch (kind_) {
    case Kind::sums: {
        if (table_.scoring != Scoring::sum || quorum_ > 0) return false;
        std::int64_t least = 0, most = 0;
        for (auto mark : table_.marks) {
            least = std::min<std::int64_t>(least, mark.value);
            most = std::max<std::int64_t>(most, mark.value);
        }
        return sums_keep(cells, above, per_case, most - least);
    }
    case Kind::points: {
        auto const behind = static_cast<std::int64_t>(table_.cases.size()) - 1;
        return sums_keep(cells, above, 1, 2 * behind);
    }
    case Kind::wins:
        return !table_.pairs && (way_.rule == Rule::schulze || way_.rule == Rule::ranked_pairs) &&
               wins_keep(cells, above);
    case Kind::grades:
    case Kind::projects:
    case Kind::people: break;
    }
    return false;
}

double Recount::effort() const
{
    auto const n = static_cast<double>(table_.cases.size());
    constexpr double sorting = 30.0;
    constexpr double iterating = 200.0; // rounds of Bradley and Terry
    constexpr double filling = 400.0;   // states a project of a knapsack
    constexpr double sharing = 60.0;    // outcomes of Add1
    switch (kind_) {
    case Kind::sums:
    case Kind::points: return sorting * n;
    case Kind::grades: return sorting * n * table_.grades;
    case Kind::wins:
        return way_.rule == Rule::bradley_terry ? iterating * n * n
               : way_.rule == Rule::win_share   ? n * n
                                                : n * n * n;
    case Kind::projects: return way_.rule == Rule::knapsack ? filling * n * n : sorting * n;
    case Kind::people: return sharing * n * (static_cast<double>(table_.marks.size()) + n);
    }
    return 0.0;
}

} // namespace analysis
