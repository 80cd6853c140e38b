#pragma once

#include "analysis/similarity/likeness.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

namespace ui {

// What is known of how alike the cases of the session on screen are.
struct Alikes {
    analysis::Likeness likeness;
    std::shared_ptr<void const> opening; // of the session they are of
    std::uint64_t entries = 0;           // of it, that are known
};

// Keeps it up with the session, a little in each frame, and asks for the frames it needs. True when
// it is. To be called by whoever is about to ask: nobody else pays for it.
bool follow(Ui& ui, Alikes& alikes, Workshop const& workshop);

} // namespace ui
