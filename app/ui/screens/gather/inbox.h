#pragma once

#include "analysis/common/derived.h"
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

    std::shared_ptr<void const> opening; // of the session it is of
    analysis::Derived<std::vector<model::ProposalId>, analysis::Reads<model::Proposal>> waiting{
        "inbox.order"};
    // Looked for so far.
    using Nearest = std::map<model::ProposalId, std::optional<model::CaseId>>;
    analysis::Derived<Nearest,
                      analysis::Reads<model::Proposal, model::Case, model::Merge, model::FaceDown>>
        nearest{"inbox.nearest"};

    [[nodiscard]] std::vector<model::ProposalId> const& order() const { return waiting.value(); }
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
