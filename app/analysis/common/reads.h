#pragma once

#include "analysis/common/derived.h"

// Which tables the figures of this library read.
namespace analysis {

// Cases as they are counted: whatever they are called.
using CountedCases = Fields<model::Case, &model::Case::number, &model::Case::cost>;

// The count of a vote.
using TallyReads = Reads<CountedCases, model::Round, model::RoundStatus, model::Ballot,
                         model::Hands, model::TieDecision>;
// The count of the vote that counts in the order.
using ReferenceReads = Reads<CountedCases, model::Round, model::RoundStatus, model::Ballot,
                             model::Hands, model::TieDecision, model::Reference>;
// A count, why there is none, and what became of its cases since.
using ResultReads =
    Reads<Fields<model::Case, &model::Case::number, &model::Case::cost, &model::Case::title>,
          model::Merge, model::Round, model::RoundStatus, model::Ballot, model::Hands,
          model::TieDecision, model::Decision>;
// What a room's estimates say on an axis.
using CloudReads = Reads<Fields<model::Case, &model::Case::number>, model::Merge, model::Axis,
                         model::Round, model::RoundStatus, model::Ballot, model::Estimate>;
// The same beside where cases rest.
using SettlingReads =
    Reads<Fields<model::Case, &model::Case::number>, model::Merge, model::Axis, model::Round,
          model::RoundStatus, model::Ballot, model::Estimate, model::Placement>;
// All that the order rests on, but for what it is told: weights and coefficients.
using EvidenceReads =
    Reads<CountedCases, model::Merge, Without<model::Axis, &model::Axis::weight_milli>,
          model::Round, model::RoundStatus, model::Ballot, model::Hands, model::Reference,
          model::Estimate, model::Placement>;
// What fits under the budget beside the order, and why nothing can be said.
using AffordableReads =
    Reads<model::Budget, Fields<model::Case, &model::Case::cost, &model::Case::title>,
          model::Decision, model::Round, model::RoundStatus, model::Ballot>;
// The decisions beside the order.
using VerdictReads = Reads<model::Decision>;
// Which of the pairs that look alike are proposed.
using PairReads =
    Reads<Fields<model::Case>, model::Merge, model::FaceDown, model::KeptApart, model::Decision>;

} // namespace analysis
