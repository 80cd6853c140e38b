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

// What may be spent, and on what.
struct Money {
    std::vector<std::int64_t> costs; // of each case, -1 for none
    std::int64_t budget = 0;
    Growth growth = Growth::unit; // of equal shares
};

// What is counted again. The table outlives the count.
struct Recounted {
    VoteTable const& table;
    model::Rule rule = model::Rule::standard;
    int quorum = 0; // of scores
    int seats = 1;
    Money money;
};

// One way of counting the rows of one table, again and again with other numbers of people: what the
// room could have said, or would have said without someone. What the ballots add up to is kept in
// cells, so that one ballot more or less is quickly counted.
class Recount {
public:
    virtual ~Recount() = default;
    Recount(Recount const&) = delete;
    Recount& operator=(Recount const&) = delete;

    [[nodiscard]] std::size_t size() const { return size_; } // cells
    virtual void add(std::span<std::int64_t> cells, std::size_t row, std::int64_t times) const = 0;
    [[nodiscard]] std::vector<std::int64_t> all() const; // everybody, as they voted
    // Where hands were counted: how many for each case, in place of rows.
    virtual void raise(std::span<std::int64_t> cells, std::span<std::int64_t const> hands) const;

    // The rank of each case, shared by ties, 1 the best. Of a selection: 1 when selected, else 2.
    [[nodiscard]] virtual std::vector<int> ranks(std::span<std::int64_t const> cells) const = 0;
    // Whether it is certain, without trying, that no single ballot's absence brings a case that is
    // not `above` level with one that is. Proven for sums, Borda's points and the two orders by
    // duels; false elsewhere, and where nothing is proven.
    [[nodiscard]] virtual bool one_less_keeps(std::span<std::int64_t const> cells,
                                              std::span<char const> above) const;
    // How many steps one ranking takes, roughly.
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

// By the method of that way.
std::unique_ptr<Recount> recount(Way way, Recounted of);

constexpr double sorting_effort = 30.0; // steps for each case that is sorted

// How many people gave each case each grade, blanks filled in as the table says.
std::vector<Grades> grades_of_all(VoteTable const& table);

// Sums of which `pitch` cells belong to one case, the first being its sum: whether a ballot less,
// which takes at most `bridged` from the distance between two, keeps those `above` there.
bool sums_keep(std::span<std::int64_t const> cells, std::span<char const> above, std::size_t pitch,
               std::int64_t bridged);

// Whether enough of the voters answered: `quorum` percent of them.
bool quorum_met(std::int64_t answers, std::int64_t voters, int quorum);

} // namespace analysis
