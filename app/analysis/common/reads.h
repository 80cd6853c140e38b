#pragma once

#include "analysis/common/derived.h"

// The input tables of this library's computations, for `Derived`.
namespace analysis {

// Cases without their texts.
using CountedCases = Fields<model::Case, &model::Case::number, &model::Case::cost>;

// Of the tally of a round.
using TallyReads = Reads<CountedCases, model::Round, model::RoundStatus, model::Ballot,
                         model::Hands, model::TieDecision>;
// Of the tally of the reference round.
using ReferenceReads = Reads<CountedCases, model::Round, model::RoundStatus, model::Ballot,
                             model::Hands, model::TieDecision, model::Reference>;
// Of a tally, the reason when there is none, and what happened to its cases later.
using ResultReads =
    Reads<Fields<model::Case, &model::Case::number, &model::Case::cost, &model::Case::title>,
          model::Merge, model::Round, model::RoundStatus, model::Ballot, model::Hands,
          model::TieDecision, model::Decision, model::ByRoom>;
// Of the clouds of estimates on an axis.
using CloudReads = Reads<Fields<model::Case, &model::Case::number>, model::Merge, model::Axis,
                         model::Round, model::RoundStatus, model::Ballot, model::Estimate>;
// Of the clouds and the placements.
using SettlingReads =
    Reads<Fields<model::Case, &model::Case::number>, model::Merge, model::Axis, model::Round,
          model::RoundStatus, model::Ballot, model::Estimate, model::Placement>;
// Of the final order, except weights and convention, which are parameters.
using EvidenceReads =
    Reads<CountedCases, model::Merge, Without<model::Axis, &model::Axis::weight_milli>,
          model::Round, model::RoundStatus, model::Ballot, model::Hands, model::Reference,
          model::Estimate, model::Placement>;
// Of what the budget can buy, and why nothing can be said.
using AffordableReads =
    Reads<model::Budget, Fields<model::Case, &model::Case::cost, &model::Case::title>,
          model::Decision, model::Round, model::RoundStatus, model::Ballot>;
// Of the comparison of decisions and order.
using VerdictReads = Reads<model::Decision>;
// Of the list of likely duplicates.
using PairReads =
    Reads<Fields<model::Case>, model::Merge, model::FaceDown, model::KeptApart, model::Decision>;

} // namespace analysis
