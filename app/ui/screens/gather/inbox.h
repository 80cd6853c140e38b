#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace ui {

// À valider: what was proposed and waits for an answer.
struct Inbox {
    enum class Shown { first, all } shown = Shown::first;      // four of them, or every one
    enum class Sight { covered, open } sight = Sight::covered; // while the room writes privately
    Scroll scroll;

    // Of one state of the session.
    std::shared_ptr<void const> opening; // of the session it is of
    std::uint64_t entries = 0;
    std::vector<model::ProposalId> order;                              // newest first
    std::map<model::ProposalId, std::optional<model::CaseId>> nearest; // looked for so far
};

void refresh(Inbox& inbox, Workshop const& workshop);

// From the heading down; what `area` has no room for scrolls, what follows is drawn by `below` with
// its top, and says how high it is.
std::optional<Wish> draw_inbox(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop,
                               base::Rect const& area,
                               std::function<float(float top, std::optional<Wish>&)> const& below);

// A accepts the newest, X refuses it, M merges it into the case it comes near to.
std::optional<Wish> inbox_keys(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop);

// The cards of what is accepted fall in sight and say for a while that they are new.
constexpr double received_s = 6;

} // namespace ui
