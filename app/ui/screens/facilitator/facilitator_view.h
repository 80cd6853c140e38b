#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"
#include "ui/screens/facilitator/facilitator.h"

#include <string>

namespace ui {

// The state of the facilitator's page, and its parts.
struct FacilitatorView {
    std::optional<model::Step> edits; // the step whose notes are being edited
    std::string say, lines;           // as typed
    Scroll notes;
    std::optional<ChangedNotes> changed;
    model::RoundId sure; // the round that the next press closes although ballots are missing
    base::Vec2 picture;  // the size of the room's picture on the page
};

// The round that people answer now, or whose answers are counted and not shown yet; or none.
struct RoundNow {
    model::RoundId id;
    model::RoundStatus status;
    std::int64_t cast = 0, expected = 0; // ballots; people, 0: unknown
    [[nodiscard]] std::int64_t missing() const
    {
        return expected > cast ? expected - cast : std::int64_t{0};
    }
};
std::optional<RoundNow> round_now(Workshop const& workshop);

// A card of the page; returns the box of its content.
base::Rect draw_card(Ui& ui, base::Rect const& box);

// Parts, one file each. How many have answered and how many are awaited.
void draw_expected(Ui& ui, FacilitatorGround const& ground, base::Rect const& box);
std::optional<Wish> draw_timer_card(Ui& ui, FacilitatorGround const& ground, base::Rect const& box);
// What to say, and the notes.
void draw_notes(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                base::Rect const& box);
// The next step.
std::optional<Wish> draw_next(Ui& ui, FacilitatorGround const& ground, base::Rect const& box);
// What the room sees, the curtain, and the vote.
std::optional<Wish> draw_room_card(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground,
                                   base::Rect const& box);

} // namespace ui
