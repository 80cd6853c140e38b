#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <optional>

namespace ui {

// The question when the room leaves for a step that shows all cards while some are face down.
struct TurnDialog {
    std::optional<model::Step> to; // none: closed
};

// Returns a wish to turn all cards up; the caller then goes to `to`.
std::optional<edit::TurnCards> draw(Ui& ui, TurnDialog& dialog, Workshop const& workshop);

// Turns all face-down cards up.
edit::TurnCards all_turned(model::Document const& doc);

} // namespace ui
