#pragma once

#include "analysis/ratio.h"
#include "model/document.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace analysis {

// Whether an axis carries a risk that must be looked into whatever the index says.
enum class Veto { none, risk };

constexpr model::Level veto_risk = 750; // METHODS 2.6: a proposal, not a standard

struct RankedCase {
    model::CaseId on;
    int rank = 1;                      // shared by equal indices; unplaced cases share the last one
    int rank_low = 1;                  // best rank of the interval, see `rank_cases`
    int rank_high = 1;                 // worst rank of the interval
    std::optional<double> index;       // absent when the case is unplaced
    std::optional<double> opportunity; // O, 0..10
    std::optional<double> risk;        // R, 0..10
    double vote = 0.0;                 // V, 0..10
    std::optional<Ratio> score; // in the reference round; absent when it was not voted on there
    int axes_placed = 0;        // of `Ranking::axes`; fewer: O and R rest on these alone
    int pareto_layer = 0;       // from 1; 0 when unplaced
    Veto veto = Veto::none;     // an active axis has a risk of at least `veto_risk`
    std::optional<model::AxisId> riskiest; // the axis with the highest risk, the first of equals
    bool contested = false;                // in the reference round
    std::vector<int>
        rank_draws; // draws at rank 1, 2, ... among the placed cases; empty if unplaced

    [[nodiscard]] bool placed() const { return index.has_value(); }
};

// The final order, with all that it rests on.
struct Ranking {
    std::vector<RankedCase> cases;           // by rank; equal ranks by case number
    std::optional<model::RoundId> reference; // the round that V comes from
    int axes = 0;                            // active axes
    int placed = 0;                          // cases that have an index
    int lambda_milli = 0;                    // the convention that was used
    int mu_milli = 0;
    int first = 0; // k: how many first cases `stability` speaks of, 0 when none is placed
    std::optional<double>
        stability; // share of draws in which they stay the first; absent without draws
    int draws = 0;
    std::uint64_t seed = 0;

    // Cases placed on some axes only.
    [[nodiscard]] int incomplete() const;
    [[nodiscard]] RankedCase const* find(model::CaseId id) const;
};

struct RankingOptions {
    int draws = 1000;
    std::uint64_t seed = 1;
    std::optional<model::Convention> convention; // instead of the document's: to try a slider
};

// The index of METHODS 2.6, this project's stated convention: index = O - lambda R + mu V. O and R
// are the means of the settled placements over the active axes, weighted; an axis on which a case
// is not placed is left out and the weights of the others renormalised. All weights at 0 count as
// equal. V is the case's score over the best score of the reference round (`latest_result`), times
// 10; 0 when it was not voted on. Cases that have no O and R (not placed, or only on axes of weight
// 0) share the last rank.
//
// How far it holds (METHODS 2.7): each draw takes weights uniform on the simplex over the axes of
// weight above 0 (SMAA-2, Lahdelma and Salminen 2001) and votes of the reference round resampled by
// whole voters. rank_low..rank_high are the 5th and 95th percentiles of a placed case's ranks,
// widened to hold its stated rank where the stated weights are unlike most draws. stability is the
// share of draws in which the first k cases stay strictly ahead of the rest, k = min(10, half of
// the placed cases rounded up); cases tied across the cut count as being among the first.
Ranking rank_cases(model::Document const& doc, RankingOptions const& options = {});

} // namespace analysis
