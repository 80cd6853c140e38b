#pragma once

#include "analysis/comparison/matching.h"
#include "analysis/estimates/cloud.h"
#include "analysis/ranking/ranking.h"
#include "model/document.h"

#include <optional>
#include <span>
#include <vector>

// What changed from one session to another, or from one moment of a session to another. Ids called
// `before` are of the first document, `after` of the second.
namespace analysis {

// An axis in use in both, or in one only.
struct AxisPair {
    std::optional<model::AxisId> before, after;
    int weight_before = 0, weight_after = 0; // in thousandths, of what is there
    // In both, and it says otherwise where its quadrants meet.
    bool lines_moved = false;
    [[nodiscard]] bool in_both() const { return before && after; }
    [[nodiscard]] bool weight_changed() const { return in_both() && weight_before != weight_after; }
    friend bool operator==(AxisPair const&, AxisPair const&) = default;
};

// A case of both on an axis of both.
struct AxisMove {
    std::size_t axis = 0;                         // in `Comparison::axes`
    std::optional<Placed> before, after;          // where it is settled; `on` is of its own session
    std::optional<Point> room_before, room_after; // the room's median, 0..1000
    std::optional<Agreement> agreement_before, agreement_after; // where a median is shown

    // It is settled in both, elsewhere.
    [[nodiscard]] bool moved() const;
    // And in another quadrant, by the lines of each session.
    [[nodiscard]] bool other_quadrant() const;
    // Above 0: the room agrees more than it did, below: less.
    [[nodiscard]] int agreement_gained() const;
};

// What a body decided of a case of both, where it says otherwise.
struct DecisionChange {
    model::Body body = model::Body::workshop;
    std::optional<model::Decision> before, after; // at least one
    [[nodiscard]] model::Verdict verdict_before() const;
    [[nodiscard]] model::Verdict verdict_after() const;
    // Else its reason, its owner or its date.
    [[nodiscard]] bool other_verdict() const { return verdict_before() != verdict_after(); }
};

// A case of both.
struct CaseChange {
    CasePair pair;
    bool reworded = false;                      // its title is another
    std::optional<int> rank_before, rank_after; // in the final order; absent where it has no index
    // Opportunity and risk over all axes, 0..1000, both weighted as the second session weighs them:
    // what only the weights moved did not move.
    std::optional<Point> mean_before, mean_after;
    std::vector<AxisMove> axes;            // where either session says anything, in their order
    std::vector<DecisionChange> decisions; // the workshop's, then the committee's

    // Places gained, above 0, or lost; 0 when either has none.
    [[nodiscard]] int places_gained() const
    {
        return rank_before && rank_after ? *rank_before - *rank_after : 0;
    }
    // It lies elsewhere over all axes, by a twentieth of a point at least; in another quadrant.
    [[nodiscard]] bool moved() const;
    [[nodiscard]] bool other_quadrant() const;
    [[nodiscard]] bool changed() const; // anything above
};

struct Comparison {
    CaseMatching matching;
    std::vector<AxisPair> axes; // those of the second in their order, then what is gone
    // Where those of `matching.gone`, and those of `matching.fresh`, lie over all axes, 0..1000.
    std::vector<std::optional<Point>> gone_at, fresh_at;
    std::vector<CaseChange> cases;       // those of both, by rank in the second, then by number
    std::vector<model::CaseId> entering; // the first of the second order that the first order had
                                         // not among as many; ids of the second
    std::vector<model::CaseId> leaving;  // and those it had; ids of the first
    int first = 0;                       // how many first cases these two speak of
    int pairs = 0;                       // of cases that both orders rank
    int pairs_swapped = 0;               // of them, those whose better one is the other
    // Kendall's tau-b of the two orders of the cases of both, -1 to 1; absent under two of them, or
    // where one order ties them all.
    std::optional<double> order_agreement;
    model::Convention convention_before, convention_after;
    std::optional<model::RoundId> reference_before, reference_after; // the vote that counts
    bool other_reference = false;                                    // it is another vote
    // Votes and rounds of estimates that were closed in one only.
    std::vector<model::RoundId> held_before, held_after;

    [[nodiscard]] bool weights_changed() const;
    [[nodiscard]] bool convention_changed() const;
    [[nodiscard]] int moved() const;          // cases of both that lie elsewhere
    [[nodiscard]] int other_quadrant() const; // of them, in another quadrant
    [[nodiscard]] int ranks_changed() const;
    [[nodiscard]] int verdicts_changed() const; // cases of both, with another verdict of a body
    [[nodiscard]] int agreement_gained() const; // cases and axes where the room agrees more
    [[nodiscard]] int agreement_lost() const;
    [[nodiscard]] bool nothing_changed() const;
    // Of the case of the second session; or null.
    [[nodiscard]] CaseChange const* find(model::CaseId after) const;
};

// The axes in use of both: by identity within one session; else by their titles, whatever the case
// and the accents.
std::vector<AxisPair> match_axes(model::Document const& before, model::Document const& after,
                                 Lineage lineage);

// `alike` as from `alike_across`, which takes longest; `answers` is what people said of the
// doubtful pairs so far. The orders are those of rank_cases without draws.
Comparison compare(model::Document const& before, model::Document const& after, Lineage lineage,
                   std::span<AlikeAcross const> alike, std::span<PairAnswer const> answers = {});

} // namespace analysis
