#pragma once

#include "analysis/common/square.h"
#include "analysis/counting/vote.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// What rankings say together: who beats whom, and the orders that follow from it.
namespace analysis {

// Adds to `wins` the pairs that one ranking decides, `times` over. Values are places, 1 the best,
// equal for ties. What is unranked is below all that is ranked, or says nothing.
void add_pairs(Square& wins, std::span<Vote const> ranking, std::int64_t times,
               model::BlankPolicy blank);
void add_pairs(std::span<std::int64_t> cells, std::size_t size, std::span<Vote const> ranking,
               std::int64_t times, model::BlankPolicy blank); // the cells of such a square

// How a ranking gives points.
enum class Points {
    borda,      // one for each case below, a half for each tied; unranked are tied below
    borda_zero, // the same, but nothing to what is unranked
    places      // among the ranked alone: one to the last, one more each place up
};

// Adds twice the points that one ranking gives to each of doubled.size() cases. When unranked says
// nothing, only pairs of ranked cases count for Borda.
void add_points(std::span<std::int64_t> doubled, std::span<Vote const> ranking, std::int64_t times,
                Points points, model::BlankPolicy blank);

// Schulze (2011): the strength of the strongest path from i to j, by winning votes; 0 for none.
Square strongest_paths(Square const& wins);
// From the strength of each single step, 0 for none, to that of the strongest path.
void widen(Square& steps);
// 1 + the number of cases that beat it by the strongest path.
std::vector<int> schulze_ranks(Square const& paths);

// Tideman's ranked pairs (1987). Majorities are locked by winning votes, then by least opposition.
struct RankedPairs {
    std::vector<int> ranks;           // 1 + the number of cases that are locked above
    std::vector<std::uint32_t> order; // with equal majorities taken in the declared order
    bool equal_majorities = false;    // two majorities are equally strong
    // Equal majorities close a cycle with each other: which comes first would decide. `ranks` locks
    // none of those, so that no case is put first by the order in which it was written down.
    bool order_matters = false;
};
// `declared` is the place of each case in the order in which cases were declared.
RankedPairs ranked_pairs(Square const& wins, std::span<std::uint32_t const> declared);

std::optional<std::size_t> condorcet_winner(Square const& wins); // beats every other
std::optional<std::size_t> condorcet_loser(Square const& wins);  // is beaten by every other

// Cases of which each is reached from each other by majorities.
struct Cycle {
    std::vector<std::uint32_t> members; // in the declared order
    std::vector<std::uint32_t> through; // a shortest one: each beats the next, the last the first
};
std::vector<Cycle> cycles(Square const& wins, std::span<std::uint32_t const> declared);

// Kendall's coefficient of concordance with ties, 0 to 1: how alike the rankings are. `doubled` are
// the Borda points of all, `ties` the sum over the rankings of t^3 - t for each set of t tied
// cases. Nothing for under two rankings or two cases, or when every case is tied on every ranking.
std::optional<double> concordance(std::span<std::int64_t const> doubled, std::int64_t rankings,
                                  double ties);
// t^3 - t over the ties of one ranking of `cases` cases, unranked ones being tied.
double tie_term(std::span<Vote const> ranking, std::size_t cases);

} // namespace analysis
