#pragma once

#include "ui/canvas/canvas.h"

#include <optional>
#include <string>
#include <vector>

// How alike two cards are, said between them.
namespace ui {

struct PairPlace {
    std::string text; // « 91 % »
    base::Rect pill;
    std::vector<base::Vec2> line; // between cards that lie far apart, around those in between
};

// Where it is said, on the screen; nothing while no pair is meant, or a card is carried. Before the
// cards are drawn: what lies under it stays within reach of the pointer.
std::optional<PairPlace> place_pair(Ui& ui, Canvas const& canvas);
// The line, which lies under the cards, and what is said, which lies above them.
void paint_pair_line(Ui& ui, PairPlace const& place);
void paint_pair(Ui& ui, PairPlace const& place);

} // namespace ui
