#pragma once

#include "analysis/common/derived.h"
#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace ui {

// À valider: the proposals to accept or refuse.
struct Inbox {
    enum class Shown { first, all } shown = Shown::first;      // four, or all
    enum class Sight { covered, open } sight = Sight::covered; // while new cards are face down
    std::optional<model::Step> put_off; // the step at which they are not to be shown
    Scroll scroll;

    std::shared_ptr<void const> opening; // of that session
    analysis::Derived<std::vector<model::ProposalId>, analysis::Reads<model::Proposal>> waiting{
        "inbox.order"};
    // Similar cases found so far.
    using Nearest = std::map<model::ProposalId, std::optional<model::CaseId>>;
    analysis::Derived<Nearest,
                      analysis::Reads<model::Proposal, model::Case, model::Merge, model::FaceDown>>
        nearest{"inbox.nearest"};

    // As shown: the newest first. While the pointer moves over the list nothing moves under it,
    // until it has rested or left: what arrives stands at the end, and what others answer keeps its
    // place, without buttons.
    [[nodiscard]] std::span<model::ProposalId const> order() const { return listed; }
    [[nodiscard]] bool late() const { return listed != waiting.value(); }
    [[nodiscard]] std::size_t count() const { return listed.size() - answered.size(); }
    std::vector<model::ProposalId> listed;
    std::map<model::ProposalId, model::Proposal> answered; // of those listed, what no longer waits
    std::set<model::ProposalId> answered_here;             // these leave the list at once
    model::Table<model::Proposal> known;                   // when last looked at
    std::uint64_t listed_from = 0;                         // which computation of `waiting`
    base::Vec2 pointer;                                    // in the last frame
    double steady_until_s = 0;
    double settling_until_s = 0; // after the list moved: no press and no key of it is answered
};

void refresh(Ui const& ui, Inbox& inbox, Workshop const& workshop);

// Draws from the heading downwards; proposals scroll if needed; then calls `below` with its top,
// which returns its height. At the bottom all can be accepted, or, on the facilitator's page, put
// off: they are then not shown until the step changes or they are asked for.
struct InboxPlace {
    base::Rect area;
    std::optional<model::Step> page_of; // the facilitator's page, at that step
};
std::optional<Wish> draw_inbox(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop,
                               InboxPlace const& place,
                               std::function<float(float top, std::optional<Wish>&)> const& below);

// A accepts the newest, X refuses it, M merges it into the similar case.
std::optional<Wish> inbox_keys(Ui& ui, Inbox& inbox, Canvas& canvas, Workshop const& workshop);

// For so long after the last movement of the pointer the list is steady.
constexpr double steady_s = 2;

// For so long after the list moved its presses and keys are not answered.
constexpr double settling_s = 0.5;

// Accepted cards are positioned in view and marked as new for this time.
constexpr double received_s = 6;

} // namespace ui
