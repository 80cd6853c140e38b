#pragma once

#include "ui/kit/names.h"
#include "ui/kit/room_state.h"
#include "ui/kit/widgets.h"
#include "ui/kit/workshop.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

// The other machines of a shared session: their chips in the top bar, their panel, the dialog that
// joins and leaves them.
namespace ui {

struct RoomsView {
    bool panel = false; // open below the chips
    Scroll scroll;
    float height = 0; // of the panel with all that it shows, in pixels; 0: not drawn yet

    // The dialog.
    enum class Page { closed, first, host, join, invitations, leave };
    Page page = Page::closed;
    enum class Life { opening, open } life = Life::opening;
    std::string label;                 // of this room
    std::string address = "127.0.0.1"; // at which to host
    std::filesystem::path invitation;
    bool waits = false;                 // the session is being received
    std::optional<base::Error> late;    // why it has not come yet: its host is not there
    std::int64_t again_ms = 0;          // when it is asked for again then, Unix time
    std::optional<base::Error> refused; // why it was not done
    std::optional<std::size_t> saving;  // the invitation being saved, by part
    Scroll addresses;

    // What it requests. host: of the open session; join: by the invitation.
    enum class Wanted { nothing, host, join };
    Wanted wanted = Wanted::nothing;

    // Of the collection of ballots being waited for: since when, and whether to ask.
    model::RoundId round;
    double since_s = 0;
    enum class Waiting { quiet, asked, patient } waiting = Waiting::quiet;
};

// The chips of the top bar, as many as fit into `most` pixels, else the first and a summary.
float rooms_width(Ui& ui, SharedState const& shared, float most);
void draw_rooms_chips(Ui& ui, RoomsView& view, SharedState const& shared, base::Rect const& box);
// The panel below them, while it is open.
Asked draw_rooms_below(Ui& ui, RoomsView& view, Workshop const& workshop, base::Rect const& anchor);

// At the top of a panel: the rooms with their state. Returns what is left of `inner`.
base::Rect draw_rooms_head(Ui& ui, Workshop const& workshop, base::Rect const& inner, Asked& asked);
// Whether something came back from an absence and was not read yet.
[[nodiscard]] bool has_return(SharedState const& shared);
// The list of what became of it, over a whole panel.
Asked draw_return(Ui& ui, Scroll& scroll, Workshop const& workshop, base::Rect const& inner);

// The dialog. `shared`: null while no shared session is open; `open`: whether any is.
struct RoomsGround {
    SharedState const* shared = nullptr;
    bool open = false;
    std::span<RoomAddress const> addresses = {};
};
void open(RoomsView& view, RoomsGround const& ground);
std::optional<Wish> draw(Ui& ui, RoomsView& view, RoomsGround const& ground);
// Asks whether to wait for the ballots of the missing rooms, after some seconds.
std::optional<Wish> draw_waiting(Ui& ui, RoomsView& view, SharedState const& shared);

} // namespace ui
