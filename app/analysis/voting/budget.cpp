#include "analysis/voting/budget.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace analysis {
namespace {

__extension__ using Wide = __int128;

constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

// Compares value per cost: positive when a is better. A free project is best.
int compare_density(Project const& a, Project const& b)
{
    if (a.cost == 0 && b.cost == 0) return a.score > b.score ? 1 : a.score < b.score ? -1 : 0;
    auto const left = Wide{a.score} * b.cost;
    auto const right = Wide{b.score} * a.cost;
    if (left == right) return a.cost == 0 ? 1 : b.cost == 0 ? -1 : 0;
    return left > right ? 1 : -1;
}

std::vector<std::uint32_t> ordered(std::span<Project const> projects, Greedy how)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < projects.size(); ++i)
        if (projects[i].cost >= 0) order.push_back(i);
    std::ranges::sort(order, [&](std::uint32_t i, std::uint32_t j) {
        auto const& a = projects[i];
        auto const& b = projects[j];
        if (how == Greedy::per_cost) {
            if (auto const more = compare_density(a, b); more != 0) return more > 0;
        }
        if (a.score != b.score) return a.score > b.score;
        return std::tie(a.cost, a.declared) < std::tie(b.cost, b.declared);
    });
    return order;
}

void buy(Purchase& purchase, std::span<Project const> projects, std::uint32_t i)
{
    purchase.selected.push_back(i);
    purchase.cost += projects[i].cost;
    purchase.value += projects[i].score;
}

// Dynamic programming. A state is a subset of the items examined: its cost, its value, its last
// project and the state before adding it.
class Filling {
public:
    Filling(std::span<Project const> projects, std::int64_t budget)
        : projects_(projects)
        , budget_(budget)
    {
        for (auto i : ordered(projects, Greedy::per_cost))
            if (projects[i].score > 0 && projects[i].cost <= budget) items_.push_back(i);
    }

    // The best set without project `left_out` with a value of at least `floor`; value -1 when there
    // is none.
    Purchase best(std::int64_t floor, std::uint32_t left_out = nothing)
    {
        auto items = items_;
        std::erase(items, left_out);
        sum_up(items);
        made_.assign(1, {0, 0, nothing, 0});
        std::vector<std::uint32_t> front{0}; // sorted by cost, with rising values
        floor = std::max(floor, greedy_value(items));
        for (std::size_t at = 0; at < items.size(); ++at) front = extend(front, items, at, floor);
        Purchase purchase;
        if (front.empty() || made_[front.back()].value < floor) {
            purchase.value = -1;
            return purchase;
        }
        for (auto s = front.back(); made_[s].project != nothing; s = made_[s].from)
            buy(purchase, projects_, made_[s].project);
        std::ranges::reverse(purchase.selected);
        return purchase;
    }

private:
    struct State {
        std::int64_t cost = 0, value = 0;
        std::uint32_t project = nothing;
        std::uint32_t from = 0;
    };

    // Prefix sums of cost and value, for the fractional bound.
    void sum_up(std::vector<std::uint32_t> const& items)
    {
        costs_.assign(1, 0);
        values_.assign(1, 0);
        for (auto i : items) {
            costs_.push_back(costs_.back() + projects_[i].cost);
            values_.push_back(values_.back() + projects_[i].score);
        }
    }

    [[nodiscard]] std::int64_t greedy_value(std::vector<std::uint32_t> const& items) const
    {
        std::int64_t left = budget_;
        std::int64_t value = 0;
        for (auto i : items)
            if (projects_[i].cost <= left) left -= projects_[i].cost, value += projects_[i].score;
        return value;
    }

    // Upper bound of the value reachable from a state with items from `at` on, allowing a fraction
    // of the last; rounded down, as values are integers.
    [[nodiscard]] std::int64_t at_most(State const& state, std::vector<std::uint32_t> const& items,
                                       std::size_t at) const
    {
        auto const room = costs_[at] + budget_ - state.cost;
        auto const end = static_cast<std::size_t>(
            std::upper_bound(costs_.begin() + static_cast<std::ptrdiff_t>(at), costs_.end(), room) -
            costs_.begin() - 1);
        auto value = state.value + values_[end] - values_[at];
        if (end < items.size()) {
            auto const& next = projects_[items[end]];
            value += static_cast<std::int64_t>(Wide{next.score} * (room - costs_[end]) / next.cost);
        }
        return value;
    }

    // States with and without item `at`, merged, without dominated states and those that cannot
    // reach `floor`.
    std::vector<std::uint32_t> extend(std::vector<std::uint32_t> const& front,
                                      std::vector<std::uint32_t> const& items, std::size_t at,
                                      std::int64_t floor)
    {
        auto const& project = projects_[items[at]];
        std::vector<std::uint32_t> next;
        next.reserve(front.size() * 2);
        std::int64_t value = -1;
        auto keep = [&](State const& state) {
            if (state.value <= value || at_most(state, items, at + 1) < floor) return false;
            value = state.value;
            return true;
        };
        std::size_t with = 0;
        std::size_t without = 0;
        while (with < front.size() || without < front.size()) {
            State added;
            bool take = false;
            if (with < front.size()) {
                auto const& old = made_[front[with]];
                added = {old.cost + project.cost, old.value + project.score, items[at],
                         front[with]};
                if (added.cost > budget_) {
                    with = front.size(); // too expensive from here on: costs rise
                    continue;
                }
                take = without == front.size() ||
                       std::pair(added.cost, -added.value) <
                           std::pair(made_[front[without]].cost, -made_[front[without]].value);
            }
            if (take) {
                ++with;
                if (!keep(added)) continue;
                next.push_back(static_cast<std::uint32_t>(made_.size()));
                made_.push_back(added);
            } else {
                auto const old = front[without++];
                if (keep(made_[old])) next.push_back(old);
            }
        }
        return next;
    }

    std::span<Project const> projects_;
    std::int64_t budget_;
    std::vector<std::uint32_t> items_; // best value per cost first
    std::vector<std::int64_t> costs_, values_;
    std::vector<State> made_;
};

} // namespace

Purchase buy_greedily(std::span<Project const> projects, std::int64_t budget, Greedy how)
{
    Purchase purchase;
    for (auto i : ordered(projects, how)) {
        if (projects[i].cost <= budget - purchase.cost)
            buy(purchase, projects, i);
        else if (how == Greedy::no_skip)
            break;
    }
    return purchase;
}

Knapsack fill_knapsack(std::span<Project const> projects, std::int64_t budget)
{
    Filling filling(projects, budget);
    Knapsack out{filling.best(0), false};
    // Another optimum must lack one of the selected items, as adding an item that fits would raise
    // the value.
    for (auto i : out.one.selected)
        if (filling.best(out.one.value, i).value == out.one.value) {
            out.several = true;
            break;
        }
    return out;
}

} // namespace analysis
