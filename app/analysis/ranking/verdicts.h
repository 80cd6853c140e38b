#pragma once

#include "analysis/ranking/ranking.h"

#include <vector>

namespace analysis {

// The decisions on one case and its rank.
struct DecidedCase {
    model::CaseId on;
    int rank = 0; // in the order; 0 when not placed
    model::Verdict workshop = model::Verdict::none;
    model::Verdict committee = model::Verdict::none;
    // Inversions against the order, among placed cases decided by the same body:
    int lifted_over = 0; // cases with a better rank and a lower decision
    int passed_by = 0;   // cases with a worse rank and a higher decision

    // Whether the two bodies decided differently.
    [[nodiscard]] bool differs() const
    {
        return workshop != committee && workshop != model::Verdict::none &&
               committee != model::Verdict::none;
    }
};

// The valid decision: the committee's if it has one, else the workshop's. Null without either.
model::Decision const* standing_decision(model::Document const& doc, model::CaseId on);

// The decisions of workshop and committee beside the order.
struct Verdicts {
    std::vector<DecidedCase> cases; // all cases, in the order of the ranking
    int pairs = 0;                  // of decided cases that differ in rank and decision
    int against = 0;                // of them, those decided against the order
    [[nodiscard]] DecidedCase const* find(model::CaseId id) const;
};

// Compares the order with the decisions of `body`. Decisions are ordered: launching (with
// safeguards or not), later, aside.
Verdicts verdicts(model::Document const& doc, Ranking const& ranking, model::Body body);

} // namespace analysis
