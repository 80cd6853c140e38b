#pragma once

#include "ui/canvas.h"

#include <optional>
#include <string>
#include <utility>

// How alike two cards are, said between them.
namespace ui {

struct PairPlace {
    std::string text; // « 91 % »
    base::Rect pill;
    std::optional<std::pair<base::Vec2, base::Vec2>> line; // between cards that lie far apart
};

// Where it is said, on the screen; nothing while no pair is meant, or a card is carried. Before the
// cards are drawn: what lies under it stays within reach of the pointer.
std::optional<PairPlace> place_pair(Ui& ui, Canvas const& canvas);
void paint_pair(Ui& ui, PairPlace const& place);

} // namespace ui
