#pragma once

#include "analysis/common/cost.h"
#include "analysis/common/square.h"
#include "analysis/counting/equal_shares.h"
#include "analysis/counting/judgment.h"
#include "analysis/voting/budget.h"
#include "analysis/voting/votes.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace analysis {

// Budget and costs.
struct Money {
    std::vector<std::int64_t> costs; // per case, -1: no cost
    std::int64_t budget = 0;
    Growth growth = Growth::unit; // of Equal Shares
};

// The input of a recount. `table` must outlive it.
struct Recounted {
    VoteTable const& table;
    model::Rule rule = model::Rule::standard;
    int quorum = 0; // percent, for scores
    int seats = 1;
    Money money;
};

// One counting method applied repeatedly to a table with varying numbers of people per row
// (bootstrap, leaving one out). Intermediate totals are kept in cells, so that adding or removing
// one ballot is fast.
class Recount {
public:
    virtual ~Recount() = default;
    Recount(Recount const&) = delete;
    Recount& operator=(Recount const&) = delete;

    [[nodiscard]] std::size_t size() const { return size_; } // number of cells
    virtual void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const = 0;
    [[nodiscard]] std::vector<std::int64_t> all() const; // cells of all voters
    // For raised hands: sets the numbers per case instead of adding rows.
    virtual void raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const;

    // The rank of each case, 1 the best, equal ones sharing one. For a selection: 1 selected, 2
    // not.
    [[nodiscard]] virtual std::vector<int> ranks(std::span<std::int64_t const> cells) const = 0;
    // Whether it is proven, without trying, that removing any single ballot leaves every `above`
    // case strictly ahead of the others. Implemented for sums, Borda points and both pairwise
    // orders; otherwise false.
    [[nodiscard]] virtual bool one_less_keeps(std::span<std::int64_t const> cells,
                                              std::span<char const> above) const;
    // The approximate number of steps of one ranking.
    [[nodiscard]] virtual double effort() const = 0;

protected:
    Recount(VoteTable const& table, std::size_t size)
        : table_(table)
        , size_(size)
    {
    }
    [[nodiscard]] VoteTable const& table() const { return table_; }

private:
    VoteTable const& table_;
    std::size_t size_;
};

// The recount of a counting method.
std::unique_ptr<Recount> recount(Way way, Recounted of);

constexpr double sorting_effort = 30.0; // steps per sorted case

// The number of people per case and grade, blanks filled in as the table says.
std::vector<Grades> grades_of_all(VoteTable const& table);

// For sums with `pitch` cells per case, the first being the sum: whether removing a ballot, which
// changes a difference by at most `bridged`, leaves the `above` cases ahead.
bool sums_keep(std::span<std::int64_t const> cells, std::span<char const> above, std::size_t pitch,
               std::int64_t bridged);

// Whether at least `quorum` percent of the voters answered.
bool quorum_met(std::int64_t answers, std::int64_t voters, int quorum);

} // namespace analysis
