#pragma once

#include "analysis/ranking/ranking.h"

#include <vector>

namespace analysis {

// What was decided of one case, beside where the room's order puts it.
struct DecidedCase {
    model::CaseId on;
    int rank = 0; // in the order; 0 when it is not placed
    model::Verdict workshop = model::Verdict::none;
    model::Verdict committee = model::Verdict::none;
    // Against the order, counting the placed cases that the same body decided on:
    int lifted_over = 0; // ranked better, and given less
    int passed_by = 0;   // ranked worse, and given more

    // The two bodies decided otherwise.
    [[nodiscard]] bool differs() const
    {
        return workshop != committee && workshop != model::Verdict::none &&
               committee != model::Verdict::none;
    }
};

// The decision that stands: the committee's where it took one, else the workshop's. Null where
// neither did.
model::Decision const* standing_decision(model::Document const& doc, model::CaseId on);

// The decisions of a room and of its committee, side by side.
struct Verdicts {
    std::vector<DecidedCase> cases; // every case, in the order of the ranking
    int pairs = 0;                  // of decided cases that neither share a rank nor a verdict
    int against = 0;                // of them, those decided against the order
    [[nodiscard]] DecidedCase const* find(model::CaseId id) const;
};

// The gap between the order and what `body` decided. Launching, with safeguards or not, is more
// than later, and later more than aside.
Verdicts verdicts(model::Document const& doc, Ranking const& ranking, model::Body body);

} // namespace analysis
