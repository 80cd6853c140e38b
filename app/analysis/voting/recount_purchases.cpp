#include "analysis/voting/counting_method.h"
#include "analysis/voting/shares_of.h"

#include <algorithm>

// Recounts of selections within a budget.
namespace analysis {
namespace {

using model::Rule;

// Rules that use total scores only.
class Purchases : public Recount {
public:
    explicit Purchases(Recounted const& of)
        : Recount(of.table, of.table.cases.size())
        , rule_(of.rule)
        , money_(of.money)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        for (auto mark : table().row(row)) cells[mark.at] += times * mark.value;
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        std::vector<Project> all;
        for (std::size_t i = 0; i < table().cases.size(); ++i)
            all.push_back({money_.costs.at(i), cells[i], table().declared[i]});
        auto const bought = rule_ == Rule::knapsack ? fill_knapsack(all, money_.budget).one
                                                    : buy_greedily(all, money_.budget, greed());
        std::vector<int> ranks(all.size(), 2);
        for (auto i : bought.selected) ranks[i] = 1;
        return ranks;
    }

    [[nodiscard]] double effort() const override
    {
        constexpr double filling = 400.0; // states per project of a knapsack
        auto const n = static_cast<double>(table().cases.size());
        return rule_ == Rule::knapsack ? filling * n * n : sorting_effort * n;
    }

private:
    [[nodiscard]] Greedy greed() const
    {
        if (rule_ == Rule::greedy) return Greedy::skip;
        return rule_ == Rule::greedy_no_skip ? Greedy::no_skip : Greedy::per_cost;
    }

    Rule rule_;
    Money money_;
};

// Equal Shares, which needs the ballots: the cells are the numbers of people per row.
class SharedPurchases : public Recount {
public:
    explicit SharedPurchases(Recounted const& of)
        : Recount(of.table, of.table.rows())
        , rule_(of.rule)
        , money_(of.money)
    {
    }

    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const override
    {
        cells[row] += times;
    }

    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const override
    {
        std::vector<int> ranks(table().cases.size(), 2);
        for (auto const& share : shares_of(table(), cells, money_, rule_).shares.bought)
            ranks[share.project] = 1;
        return ranks;
    }

    [[nodiscard]] double effort() const override
    {
        constexpr double sharing = 60.0; // runs of Add1
        auto const n = static_cast<double>(table().cases.size());
        return sharing * n * (static_cast<double>(table().marks.size()) + n);
    }

private:
    Rule rule_;
    Money money_;
};

} // namespace

std::unique_ptr<Recount> recount_purchases(Recounted const& of)
{
    switch (of.rule) {
    case Rule::equal_shares:
    case Rule::equal_shares_count:
    case Rule::equal_shares_points: return std::make_unique<SharedPurchases>(of);
    default: return std::make_unique<Purchases>(of);
    }
}

} // namespace analysis
