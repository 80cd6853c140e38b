#pragma once

#include "exchange/elections/election.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// Previews the import of an election: its vote, accepted deviations of the file, its cases.
struct ElectionDialog {
    std::optional<exchange::ElectionPlan> plan; // nothing: closed
    std::string source;                         // name of the file, empty when pasted
    Scroll cases_scroll, told_scroll;

    void show(exchange::ElectionPlan what, std::string from);
    void close() { *this = {}; }
};

// Returns a wish to record it when the person confirms.
std::optional<Wish> draw(Ui& ui, ElectionDialog& dialog);

} // namespace ui
