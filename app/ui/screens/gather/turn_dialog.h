#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <optional>

namespace ui {

// Cards still lie face down and the room is about to leave for a step that reads them all out:
// asked before anything is shown.
struct TurnDialog {
    std::optional<model::Step> to; // nothing: closed
};

// A wish to turn all cards over; whoever grants it then goes to `to`.
std::optional<edit::TurnCards> draw(Ui& ui, TurnDialog& dialog, Workshop const& workshop);

// All cards that lie face down, turned up.
edit::TurnCards all_turned(model::Document const& doc);

} // namespace ui
