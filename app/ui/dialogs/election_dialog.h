#pragma once

#include "exchange/elections/election.h"
#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// What an election from elsewhere would record, before anything is: its vote, what was read with
// some latitude, its cases.
struct ElectionDialog {
    std::optional<exchange::ElectionPlan> plan; // nothing: closed
    std::string source;                         // name of the file, empty when pasted
    Scroll cases_scroll, told_scroll;

    void show(exchange::ElectionPlan what, std::string from);
    void close() { *this = {}; }
};

// A wish to record it, once the person says so.
std::optional<Wish> draw(Ui& ui, ElectionDialog& dialog);

} // namespace ui
