#pragma once

#include "analysis/ranking/ranking.h"

#include <optional>
#include <vector>

// Why a case has its rank: its index as a sum that can be followed by hand, and what is so near to
// it that little would change places with it.
namespace analysis {

// index = opportunity - risk + vote, each in hundredths as it is written: rounded so that they add
// up (largest remainder). `risk` and `vote` are already multiplied by their coefficients.
struct IndexSum {
    int opportunity = 0, risk = 0, vote = 0, index = 0;
};
// Of a case that is placed.
IndexSum index_sum(Ranking const& ranking, RankedCase const& one);

// A case just above or just below, and the least that makes them change places, one thing at a
// time: all else as it is.
struct Neighbour {
    RankedCase const* other = nullptr;
    double gap = 0.0; // how far apart their indices are, above 0
    // How many points in the vote that counts the case would need to have more, to come before the
    // one above, or less, to fall behind the one below. Only where the vote counts whole points;
    // not where it would need more than the best score, or less than none.
    std::optional<int> points;
    // What risk, or the vote, would have to count for them to be level: within 0 and 10.
    std::optional<double> lambda, mu;
};
struct Neighbours {
    std::optional<Neighbour> above, below; // none: it is the first, the last
    std::vector<model::CaseId> level;      // that share its rank
};
// Of a case that is placed.
Neighbours neighbours(Ranking const& ranking, RankedCase const& one);

} // namespace analysis
