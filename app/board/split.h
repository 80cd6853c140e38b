#pragma once

#include "board/arrange.h"

#include <vector>

// Taking cards out of the one that stands for them.
namespace board {

// Where cards lie that come out of a merged one: where they lay, when nothing lies there by now and
// their frame is still around it; else beside the card that stood for them, or in their own frame;
// never on top of another card. With them the cards that nobody laid, so that these stay where they
// show. `gone`: cards that leave meanwhile. `others`: the form of cards that lie in no frame.
Places places_apart(Scene const& scene, model::Document const& doc, Measure const& measure,
                    Form others, std::vector<model::CaseId> const& absorbed,
                    CardSet const& gone = {});

// Those that are merged into one of `cards`.
std::vector<model::CaseId> absorbed_by(model::Document const& doc, CardSet const& cards);

} // namespace board
