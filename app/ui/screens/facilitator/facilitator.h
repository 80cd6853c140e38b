#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"
#include "ui/screens/facilitator/notes.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

// The facilitator's page, shown in place of a step while the room has a window of its own; without
// its state (facilitator_view.h).
namespace ui {

struct FacilitatorView;
struct FacilitatorDeleter {
    void operator()(FacilitatorView* view) const;
};
using OwnedFacilitator = std::unique_ptr<FacilitatorView, FacilitatorDeleter>;
OwnedFacilitator new_facilitator();

// What the room's window shows, as a texture of the graphics library.
struct RoomPicture {
    std::uint64_t texture = 0; // 0: none yet
    base::Vec2 size;           // of the room's window, in pixels
};

// What it shows.
struct FacilitatorGround {
    Workshop const& workshop;
    model::Step step = model::Step::gather;
    StepNotes const& notes;                 // of that step
    model::RoundId round = {};              // the vote that the step shows, or none
    int minutes = 0, next_minutes = 0;      // planned for the step and the next one; 0: none
    std::optional<std::size_t> phones = {}; // connected; none: no room for phones is open
    RoomPicture picture = {};
    RoomCurtain curtain = RoomCurtain::open;
    // Draws the proposals that wait into the panel.
    std::function<Asked(Ui&, base::Rect const&)> inbox = {};
    std::vector<RailItem> rail = {};                  // of the step's screen
    std::function<void(std::string_view)> press = {}; // on one of these; the page is then left
};

// Draws it in rail, main area and panel.
Asked draw(Ui& ui, FacilitatorView& view, FacilitatorGround const& ground);

// Notes changed in the last frame, with their step; none afterwards. Call `leave` when the page is
// not drawn any more: it ends the editing.
struct ChangedNotes {
    model::Step step{};
    StepNotes notes;
};
std::optional<ChangedNotes> take_notes(FacilitatorView& view);
void leave(FacilitatorView& view);

// The size in pixels in which the picture of the room is drawn; empty: not at all.
base::Vec2 picture_size(FacilitatorView const& view);

} // namespace ui
