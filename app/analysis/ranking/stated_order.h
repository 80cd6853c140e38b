#pragma once

#include "analysis/ranking/ranking.h"

#include <vector>

// The order that given weights and a given convention make of the evidence, without any draw.
namespace analysis {

// The placed cases laid out for computing their indices again and again. Cells on axes without a
// weight are left out.
struct IndexMatrix {
    std::vector<std::size_t> cases;  // where each placed case is in the evidence
    std::vector<std::size_t> cells;  // where each cell is in the evidence
    std::vector<std::size_t> starts; // case i has cells[starts[i]..starts[i+1])
    std::vector<double> weights;     // of the axes, sum 1
    double lambda = 0.0, mu = 0.0;

    [[nodiscard]] std::size_t size() const { return cases.size(); }
};

IndexMatrix index_matrix(Evidence const& evidence, RankingOptions const& options);

// Where each cell of the evidence lies, 0..1000, and the V of each of its cases: as stated, or as
// drawn.
struct Scene {
    std::vector<double> opportunity, risk;
    std::vector<double> votes;
};
Scene stated_scene(Evidence const& evidence);

// Indices are compared in whole billionths: they come from sums in floating point.
std::int64_t to_steps(double units);
double from_steps(std::int64_t steps);

// O and R of placed case `i`, on 0..10; `weights` need no particular sum.
Point weighted(IndexMatrix const& m, Evidence const& evidence, Scene const& scene, std::size_t i,
               std::vector<double> const& weights);

// The indices of the placed cases, in steps.
void index_cases(IndexMatrix const& m, Evidence const& evidence, Scene const& scene,
                 std::vector<double> const& weights, std::vector<std::int64_t>& indices);

// One more than how many are above each.
void rank_by(std::vector<std::int64_t> const& indices, std::vector<std::size_t>& order,
             std::vector<int>& ranks);

// Where the order puts a case, and by what: the rest of a Ranking costs much more.
struct PlacedCase {
    model::CaseId on;
    int rank = 1;
    double index = 0.0, opportunity = 0.0, risk = 0.0, vote = 0.0;
};
// The placed cases by rank, equal ranks by case number.
std::vector<PlacedCase> place_cases(Evidence const& evidence, RankingOptions const& options = {});

// Everything of a Ranking that needs no draw; `lines[i]` is where placed case i went in it.
Ranking state_order(IndexMatrix const& m, Evidence const& evidence, RankingOptions const& options,
                    std::vector<std::size_t>& lines);

} // namespace analysis
