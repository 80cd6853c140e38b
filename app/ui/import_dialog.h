#pragma once

#include "exchange/import.h"
#include "ui/widgets.h"
#include "ui/wish.h"

#include <optional>
#include <string>

namespace ui {

// What a file or a pasted text would add, before anything is added.
struct ImportDialog {
    std::optional<exchange::ImportPlan> plan; // nothing: closed
    bool skip_duplicates = true;
    Scroll scroll;

    void show(exchange::ImportPlan what);
};

// A wish to add the cases, once the person says so.
std::optional<Wish> draw(Ui& ui, ImportDialog& dialog);

} // namespace ui
