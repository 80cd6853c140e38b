#pragma once

#include "analysis/budget.h"
#include "analysis/cost.h"
#include "analysis/judgment.h"
#include "analysis/square.h"
#include "analysis/votes.h"

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
        std::int64_t step = hundredths_per_unit; // of equal shares, see step_of
    };

    Recount(VoteTable const& table, Way way, int quorum, Money money);

    [[nodiscard]] std::size_t size() const { return size_; } // cells
    void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const;
    [[nodiscard]] std::vector<std::int64_t> all() const; // everybody, as they voted
    // Where hands were counted: how many for each case, in place of rows.
    void raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const;

    // The rank of each case, shared by ties, 1 the best. Of a selection: 1 when selected, else 2.
    [[nodiscard]] std::vector<int> ranks(std::span<std::int64_t const> cells) const;
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
