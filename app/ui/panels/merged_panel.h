#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <optional>

namespace ui {

// The cases merged into a card: each with its number and texts, and a button to split it off.
struct MergedPanel {
    model::CaseId of; // the case whose sources are shown
    Scroll scroll;
    float height = 0; // of all sources, as last drawn
};

// Draws at the top of `area`, at most half of it, and removes the space used from `area`. Nothing
// for a card without merged cases.
std::optional<Wish> draw(Ui& ui, MergedPanel& panel, Workshop const& workshop, model::CaseId into,
                         base::Rect& area);

// Adds positions to wishes that split merged cases or remove the case they are merged into: see
// board/split.h. Other wishes are unchanged.
Asked laid_apart(Ui& ui, Canvas& canvas, Workshop const& workshop, Asked const& asked);

} // namespace ui
