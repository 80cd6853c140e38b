#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <optional>

namespace ui {

// What a card stands for besides itself: each source with its number and all that it says, and a
// way back.
struct MergedPanel {
    model::CaseId of; // whose sources the rest is about
    Scroll scroll;
    float height = 0; // of all of them, when last drawn
};

// Draws at the top of `area`, over half of it at most, and takes what it used off it. Nothing for a
// card that stands for itself alone.
std::optional<Wish> draw(Ui& ui, MergedPanel& panel, Workshop const& workshop, model::CaseId into,
                         base::Rect& area);

// Wishes that take merged cards apart, or remove what they are merged into, say where their cards
// then lie: see board/split.h. Others pass as they are.
Asked laid_apart(Ui& ui, Canvas& canvas, Workshop const& workshop, Asked const& asked);

} // namespace ui
