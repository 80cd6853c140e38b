#pragma once

#include "analysis/ranking/ranking.h"

#include <vector>

// The final order for given weights and convention, without draws.
namespace analysis {

// The placed cases, arranged for fast repeated computation of indices. Cells on axes without a
// weight are left out.
struct IndexMatrix {
    std::vector<std::size_t> cases;  // indices in the evidence
    std::vector<std::size_t> cells;  // indices in the evidence
    std::vector<std::size_t> starts; // case i has cells[starts[i]..starts[i+1])
    std::vector<double> weights;     // of the axes, sum 1
    double lambda = 0.0, mu = 0.0;

    [[nodiscard]] std::size_t size() const { return cases.size(); }
};

IndexMatrix index_matrix(Evidence const& evidence, RankingOptions const& options);

// The inputs that draws vary: the position of each cell, 0..1000, and the V of each case.
struct DrawnValues {
    std::vector<double> opportunity, risk;
    std::vector<double> votes;
};
DrawnValues stated_values(Evidence const& evidence);

// Rounds to billionths for comparison, as indices are floating-point sums.
std::int64_t to_steps(double units);
double from_steps(std::int64_t steps);

// O and R of placed case `i`, 0..10; `weights` need not sum to 1.
Point weighted(IndexMatrix const& m, Evidence const& evidence, DrawnValues const& now,
               std::size_t i, std::vector<double> const& weights);

// The indices of the placed cases, in billionths.
void index_cases(IndexMatrix const& m, Evidence const& evidence, DrawnValues const& now,
                 std::vector<double> const& weights, std::vector<std::int64_t>& indices);

// Rank: one more than the number of higher indices.
void rank_by(std::vector<std::int64_t> const& indices, std::vector<std::size_t>& order,
             std::vector<int>& ranks);

// A case's rank and index; much cheaper than a full Ranking.
struct PlacedCase {
    model::CaseId on;
    int rank = 1;
    double index = 0.0, opportunity = 0.0, risk = 0.0, vote = 0.0;
};
// The placed cases by rank, equal ranks by case number.
std::vector<PlacedCase> place_cases(Evidence const& evidence, RankingOptions const& options = {});

// The parts of a Ranking that need no draws; `lines[i]`: the line of placed case i.
Ranking state_order(IndexMatrix const& m, Evidence const& evidence, RankingOptions const& options,
                    std::vector<std::size_t>& lines);

} // namespace analysis
