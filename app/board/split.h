#pragma once

#include "board/arrange.h"

#include <vector>

// Splitting cards off a merged card.
namespace board {

// Positions of the cards split off: their former position if it is free and in their frame; else
// beside the card that represented them, or in their own frame; never overlapping another card.
// Includes the cards without a CardPlace, so that they stay where they are. `gone`: cards removed
// at the same time. `others`: the form of cards outside frames.
Places places_apart(Scene const& scene, model::Document const& doc, Measure const& measure,
                    Form others, std::vector<model::CaseId> const& absorbed,
                    CardSet const& gone = {});

// The cases merged into one of `cards`.
std::vector<model::CaseId> absorbed_by(model::Document const& doc, CardSet const& cards);

} // namespace board
