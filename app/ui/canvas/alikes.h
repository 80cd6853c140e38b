#pragma once

#include "analysis/similarity/likeness.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

namespace ui {

// The similarity index of the session's cases.
struct Alikes {
    analysis::Likeness likeness;
    std::shared_ptr<void const> opening; // of the indexed session
    std::uint64_t entries = 0;           // number of indexed entries
    std::uint64_t taken_back = 0;        // see session::View
};

// Updates the index incrementally, a little per frame, and requests frames as needed. True when it
// is up to date. Call it only when similarities are needed.
bool follow(Ui& ui, Alikes& alikes, Workshop const& workshop);

} // namespace ui
