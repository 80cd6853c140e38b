#pragma once

#include "analysis/common/square.h"
#include "analysis/counting/vote.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Pairwise matrix of rankings, and the orders computed from it.
namespace analysis {

// Adds the pairs of one ranking to `wins`, `times` over. Values are places, 1 the best, equal for
// ties. Unranked cases are below all ranked ones, or ignored, by the blank policy.
void add_pairs(Square& wins, std::span<Vote const> ranking, std::int64_t times,
               model::BlankPolicy blank);
void add_pairs(std::span<std::int64_t> cells, std::size_t size, std::span<Vote const> ranking,
               // returns the pairs as cells of such a matrix
               std::int64_t times, model::BlankPolicy blank);

// How a ranking is converted to points.
enum class Points {
    borda,      // one per case below, a half per tied case; unranked ones tie at the bottom
    borda_zero, // as borda, but 0 for unranked cases
    places      // among ranked cases only: 1 for the last, 1 more for each place up
};

// Adds the doubled points of one ranking to each of doubled.size() cases. When blanks are no
// opinion, Borda counts pairs of ranked cases only.
void add_points(std::span<std::int64_t> doubled, std::span<Vote const> ranking, std::int64_t times,
                Points points, model::BlankPolicy blank);

// Schulze (2011): the strength of the strongest path from i to j, by winning votes; 0: no path.
Square strongest_paths(Square const& wins);
// Replaces strengths of single steps, 0 for none, by those of the strongest paths.
void widen(Square& paths);
// 1 + the number of cases that beat it by strongest path.
std::vector<int> schulze_ranks(Square const& paths);

// Tideman's ranked pairs (1987). Majorities are locked by winning votes, then by least opposition.
struct RankedPairs {
    std::vector<int> ranks;           // 1 + the number of cases locked above
    std::vector<std::uint32_t> order; // ties of majorities broken by declared order
    bool equal_majorities = false;    // two majorities are equally strong
    // Equal majorities form a cycle, so their order would matter. `ranks` then locks none of them,
    // so that the declared order decides nothing.
    bool order_matters = false;
};
// `declared`: the position of each case in the declared order.
RankedPairs ranked_pairs(Square const& wins, std::span<std::uint32_t const> declared);

std::optional<std::size_t> condorcet_winner(Square const& wins); // beats every other
std::optional<std::size_t> condorcet_loser(Square const& wins);  // is beaten by every other

// A set of cases that reach each other by majorities.
struct Cycle {
    std::vector<std::uint32_t> members; // in declared order
    std::vector<std::uint32_t> through; // a shortest cycle: each beats the next, the last the first
};
std::vector<Cycle> cycles(Square const& wins, std::span<std::uint32_t const> declared);

// Kendall's W with ties, 0 to 1. `doubled`: total Borda points, doubled; `ties`: the sum over the
// rankings of t^3 - t for each set of t tied cases. Nothing for fewer than two rankings or cases,
// or when every ranking ties all cases.
std::optional<double> concordance(std::span<std::int64_t const> doubled, std::int64_t rankings,
                                  double ties);
// The sum of t^3 - t over the ties of one ranking of `cases` cases, unranked ones being tied.
double tie_term(std::span<Vote const> ranking, std::size_t cases);

} // namespace analysis
