#pragma once

#include "analysis/comparison/matching.h"
#include "analysis/estimates/cloud.h"
#include "analysis/ranking/ranking.h"
#include "model/document.h"

#include <optional>
#include <span>
#include <vector>

// The differences between two sessions, or between two moments of one session. `before`: ids of the
// first document; `after`: ids of the second.
namespace analysis {

// An axis that is active in both documents or in one.
struct AxisPair {
    std::optional<model::AxisId> before, after;
    int weight_before = 0, weight_after = 0; // thousandths, of the documents that have it
    // In both, with different quadrant lines.
    bool lines_moved = false;
    [[nodiscard]] bool in_both() const { return before && after; }
    [[nodiscard]] bool weight_changed() const { return in_both() && weight_before != weight_after; }
    friend bool operator==(AxisPair const&, AxisPair const&) = default;
};

// A case and an axis that both documents have.
struct AxisMove {
    std::size_t axis = 0; // in `Comparison::axes`
    // the placements; `on` is an id of its own document
    std::optional<Placed> before, after;
    std::optional<Point> room_before, room_after;               // medians of the estimates, 0..1000
    std::optional<Agreement> agreement_before, agreement_after; // where a median is shown

    // Placed in both, at different positions.
    [[nodiscard]] bool moved() const;
    // Placed in different quadrants, by the lines of each document.
    [[nodiscard]] bool other_quadrant() const;
    // Positive: the agreement rose; negative: it fell.
    [[nodiscard]] int agreement_gained() const;
};

// A decision of one body on a case of both documents that differs.
struct DecisionChange {
    model::Body body = model::Body::workshop;
    std::optional<model::Decision> before, after; // at least one
    [[nodiscard]] model::Verdict verdict_before() const;
    [[nodiscard]] model::Verdict verdict_after() const;
    // Otherwise only the reason, the owner or the date differs.
    [[nodiscard]] bool other_verdict() const { return verdict_before() != verdict_after(); }
};

// A case that both documents have.
struct CaseChange {
    CasePair pair;
    bool reworded = false;                      // its title differs
    std::optional<int> rank_before, rank_after; // in the final order; absent where it has no index
    // Mean opportunity and risk over all axes, 0..1000, both with the weights of the second
    // document, so that a change of weights alone moves nothing.
    std::optional<Point> mean_before, mean_after;
    std::vector<AxisMove> axes;            // those where either document has data, in order
    std::vector<DecisionChange> decisions; // the workshop's, then the committee's

    // Ranks gained, positive, or lost; 0 when either has no rank.
    [[nodiscard]] int places_gained() const
    {
        return rank_before && rank_after ? *rank_before - *rank_after : 0;
    }
    // Its mean moved by at least a twentieth of a point; its mean is in another quadrant.
    [[nodiscard]] bool moved() const;
    [[nodiscard]] bool other_quadrant() const;
    [[nodiscard]] bool changed() const; // any of the above
};

struct Comparison {
    CaseMatching matching;
    std::vector<AxisPair> axes; // of the second document in their order, then removed ones
    // Means over all axes, 0..1000, of `matching.gone` and of `matching.fresh`.
    std::vector<std::optional<Point>> gone_at, fresh_at;
    std::vector<CaseChange> cases;       // of both, by rank in the second, then number
    std::vector<model::CaseId> entering; // among the first of the second order, but not
                                         // of the first order; ids of the second
    std::vector<model::CaseId> leaving;  // the reverse; ids of the first
    int first = 0;                       // number of first cases that these two refer to
    int pairs = 0;                       // of cases ranked in both orders
    int pairs_swapped = 0;               // of them, those in the reverse order
    // Kendall's tau-b of the two orders of common cases, -1 to 1; none for fewer than two, or where
    // one order ties them all.
    std::optional<double> order_agreement;
    model::Convention convention_before, convention_after;
    std::optional<model::RoundId> reference_before, reference_after; // reference rounds
    bool other_reference = false;                                    // they are different votes
    // Votes and estimating rounds closed in one document only.
    std::vector<model::RoundId> held_before, held_after;

    [[nodiscard]] bool weights_changed() const;
    [[nodiscard]] bool convention_changed() const;
    [[nodiscard]] int moved() const;          // cases of both that moved
    [[nodiscard]] int other_quadrant() const; // of them, those in another quadrant
    [[nodiscard]] int ranks_changed() const;
    [[nodiscard]] int verdicts_changed() const; // cases of both with a changed decision
    [[nodiscard]] int agreement_gained() const; // cases and axes where the agreement rose
    [[nodiscard]] int agreement_lost() const;
    [[nodiscard]] bool nothing_changed() const;
    // By the id in the second document; or null.
    [[nodiscard]] CaseChange const* find(model::CaseId after) const;
};

// Pairs the active axes of both documents: by id within one session; otherwise by title, ignoring
// case and accents.
std::vector<AxisPair> match_axes(model::Document const& before, model::Document const& after,
                                 Lineage lineage);

// Compares two documents. `alike`: from `alike_across`, the slowest part; `answers`: the user's
// answers on doubtful pairs so far. Orders are computed by rank_cases without draws.
Comparison compare(model::Document const& before, model::Document const& after, Lineage lineage,
                   std::span<AlikeAcross const> alike, std::span<PairAnswer const> answers = {});

} // namespace analysis
