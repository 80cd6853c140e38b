#include "analysis/common/ranks.h"
#include "analysis/counting/duels.h"
#include "analysis/voting/counting_method.h"
#include "analysis/voting/orders.h"

#include <algorithm>
#include <limits>

// Recounts of rankings and pairs: Borda points, pairwise matrix.
namespace analysis {
namespace {

using model::Rule;

class BordaPoints : public Recount {
public:
    BordaPoints(VoteTable const& table, Points points)
        : Recount(table, table.cases.size())
        , points_(points)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        add_points(cells, table().row(row), times, points_, table().blank);
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        return ranks_by(cells.size(),
                        [&](std::size_t i, std::size_t j) { return cells[i] <=> cells[j]; });
    }

    [[nodiscard]] bool one_less_keeps(std::span<std::int64_t const> cells,
                                      std::span<char const> above) const override
    {
        auto const behind = static_cast<std::int64_t>(table().cases.size()) - 1;
        return sums_keep(cells, above, 1, 2 * behind);
    }

    [[nodiscard]] double effort() const override
    {
        return sorting_effort * static_cast<double>(table().cases.size());
    }

private:
    Points points_;
};

class Wins : public Recount {
public:
    Wins(VoteTable const& table, Rule rule)
        : Recount(table, table.cases.size() * table.cases.size())
        , rule_(rule)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        auto const n = table().cases.size();
        auto const marks = table().row(row);
        if (!table().pairs) return add_pairs(cells, n, marks, times, table().blank);
        for (auto mark : marks) cells[mark.at * n + static_cast<std::size_t>(mark.value)] += times;
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        auto const square = wins(cells);
        switch (rule_) {
        case Rule::schulze: return schulze_ranks(strongest_paths(square));
        case Rule::ranked_pairs: return ranked_pairs(square, table().declared).ranks;
        case Rule::bradley_terry: return strength_ranks(bradley_terry(square));
        default: break;
        }
        auto const won = win_shares(square);
        return ranks_by(won.size(),
                        [&](std::size_t i, std::size_t j) { return won[i] <=> won[j]; });
    }

    // Removing a ballot lowers each number of wins by at most one. Schulze: every strongest path is
    // then between those of the lowest and of the highest remaining wins. Ranked pairs: cases that
    // each beat all others by two stay ahead of them.
    [[nodiscard]] bool one_less_keeps(std::span<std::int64_t const> cells,
                                      std::span<char const> above) const override
    {
        if (table().pairs || (rule_ != Rule::schulze && rule_ != Rule::ranked_pairs)) return false;
        auto const n = above.size();
        auto const now = wins(cells);
        bool apart = true;
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n && apart; ++j)
                if (above[i] != 0 && above[j] == 0) apart = now.at(i, j) - now.at(j, i) >= 2;
        return apart || (rule_ == Rule::schulze && paths_keep(now, above));
    }

    [[nodiscard]] double effort() const override
    {
        constexpr double iterating = 200.0; // Bradley-Terry iterations
        auto const n = static_cast<double>(table().cases.size());
        return rule_ == Rule::bradley_terry ? iterating * n * n
               : rule_ == Rule::win_share   ? n * n
                                            : n * n * n;
    }

private:
    [[nodiscard]] Square wins(std::span<std::int64_t const> cells) const
    {
        Square out;
        out.size = table().cases.size();
        out.cells.assign(cells.begin(), cells.end());
        return out;
    }

    [[nodiscard]] static bool paths_keep(Square const& now, std::span<char const> above)
    {
        auto const n = above.size();
        // Lower bounds: a majority that one ballot could undo is no path. Upper bounds: one that a
        // ballot could create counts fully.
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

    Rule rule_;
};

} // namespace

std::unique_ptr<Recount> recount_orders(Recounted const& of)
{
    switch (of.rule) {
    case Rule::borda: return std::make_unique<BordaPoints>(of.table, Points::borda);
    case Rule::borda_zero: return std::make_unique<BordaPoints>(of.table, Points::borda_zero);
    default: return std::make_unique<Wins>(of.table, of.rule);
    }
}

std::unique_ptr<Recount> recount_pairs(Recounted const& of)
{
    return std::make_unique<Wins>(of.table, of.rule);
}

} // namespace analysis
