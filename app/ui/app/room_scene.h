#pragma once

#include "session/view.h"
#include "ui/kit/room_state.h"
#include "ui/kit/screen.h"
#include "ui/kit/settings.h"

#include <optional>
#include <string>

namespace ui {

// All that the room's window is given: a value without drafts, proposals, ballots being filled in,
// notes or dialogs.
struct RoomScene {
    std::optional<session::View> session; // see session::public_view; none: no session is open
    model::Step step = model::Step::gather;
    RoomLook look;
    RoomCurtain curtain = RoomCurtain::open;
    std::optional<RoomState> join; // while phones are asked to join
    std::string wifi;              // the network that they are told to use, or empty
    i18n::Catalogue const* words = nullptr;
    board::Palette const* palette = nullptr;
    int scale_percent = 100;
    Motion motion = Motion::full;
    std::int64_t now_ms = 0;

    // Whether both give the same picture, whatever the time.
    [[nodiscard]] bool same(RoomScene const& other) const;
};

} // namespace ui
