#pragma once

#include "analysis/ranking/ranking.h"

#include <optional>
#include <vector>

// Explains a case's rank: its index as a sum, and the smallest changes that would exchange it with
// its neighbours.
namespace analysis {

// index = opportunity - risk + vote, in displayed hundredths, rounded so that they add up (largest
// remainder). `risk` and `vote` include their coefficients.
struct IndexSum {
    int opportunity = 0, risk = 0, vote = 0, index = 0;
};
// For a placed case.
IndexSum index_sum(Ranking const& ranking, RankedCase const& one);

// The next case above or below, and the smallest single changes that exchange the two, other things
// being equal.
struct Neighbour {
    RankedCase const* other = nullptr;
    double gap = 0.0; // difference of their indices, positive
    // Points in the reference round that the case would need to gain to pass the one above, or lose
    // to fall behind the one below. Only for votes in whole points, and not where it would exceed
    // the best score or fall below 0.
    std::optional<int> points;
    // The lambda, or the mu, at which both are equal, within 0..10.
    std::optional<double> lambda, mu;
};
struct Neighbours {
    std::optional<Neighbour> above, below; // none: it is the first, or the last
    std::vector<model::CaseId> level;      // other cases with its rank
};
// For a placed case.
Neighbours neighbours(Ranking const& ranking, RankedCase const& one);

} // namespace analysis
