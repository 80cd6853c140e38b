#pragma once

#include "analysis/common/cost.h"
#include "analysis/common/square.h"
#include "analysis/voting/budget.h"
#include "analysis/voting/equal_shares.h"
#include "analysis/voting/judgment.h"
#include "analysis/voting/votes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

// One way of counting the rows of one table, again and again with other numbers of people: what the
// room could have said, or would have said without someone. What the ballots add up to is kept in
// cells, so that one ballot more or less is quickly counted.
class Recount {
public:
    struct Money {
        std::vector<std::int64_t> costs; // of each case, -1 for none
        std::int64_t budget = 0;
        Growth growth = Growth::unit; // of equal shares
    };

    Recount(VoteTable const& table, Way way, int quorum, Money money);

    [[nodiscard]] std::size_t size() const { return size_; } // cells
    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const;
    [[nodiscard]] std::vector<std::int64_t> all() const; // everybody, as they voted
    // Where hands were counted: how many for each case, in place of rows.
    void raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const;

    // The rank of each case, shared by ties, 1 the best. Of a selection: 1 when selected, else 2.
    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const;
    // Whether it is certain, without trying, that no single ballot's absence brings a case that is
    // not `above` level with one that is. Proven for sums, Borda's points and the two orders by
    // duels; false elsewhere, and where nothing is proven.
    [[nodiscard]] bool one_less_keeps(std::span<std::int64_t const> cells,
                                      std::span<char const> above) const;
    // How many steps one ranking takes, roughly.
    [[nodiscard]] double effort() const;

    // Readings of the cells.
    [[nodiscard]] Square wins(std::span<std::int64_t const> cells) const;
    [[nodiscard]] std::vector<Grades> grades(std::span<std::int64_t const> cells) const;
    [[nodiscard]] std::vector<Project> projects(std::span<std::int64_t const> cells) const;

private:
    enum class Kind { sums, grades, wins, points, projects, people };
    [[nodiscard]] std::vector<int> ranks_of_sums(std::span<std::int64_t const> cells) const;
    [[nodiscard]] std::vector<int> ranks_of_wins(std::span<std::int64_t const> cells) const;
    [[nodiscard]] std::vector<int> ranks_of_projects(std::span<std::int64_t const> cells) const;
    [[nodiscard]] bool sums_keep(std::span<std::int64_t const> cells, std::span<char const> above,
                                 std::size_t pitch, std::int64_t bridged) const;
    [[nodiscard]] bool wins_keep(std::span<std::int64_t const> cells,
                                 std::span<char const> above) const;

    VoteTable const& table_;
    Way way_;
    int quorum_;
    Money money_;
    Kind kind_;
    std::size_t size_ = 0;
};

// Whether enough of the voters answered: `quorum` percent of them.
bool quorum_met(std::int64_t answers, std::int64_t voters, int quorum);

} // namespace analysis
