#pragma once

#include "ui/canvas/canvas.h"

#include <optional>
#include <string>
#include <vector>

// Shows the similarity of two cards between them.
namespace ui {

struct PairPlace {
    std::string text; // « 91 % »
    base::Rect pill;
    std::vector<base::Vec2> line; // between distant cards, around others
};

// Its position on the screen; nothing without a pair, or while a card is dragged. Call before
// drawing the cards, which are below it for the pointer.
std::optional<PairPlace> place_pair(Ui& ui, Canvas const& canvas);
// The line, below the cards, and the label, above them.
void paint_pair_line(Ui& ui, PairPlace const& place);
void paint_pair(Ui& ui, PairPlace const& place);

} // namespace ui
