#pragma once

#include "ui/kit/frame.h"
#include "ui/kit/widgets.h"
#include "ui/screens/join/join.h"

#include <string>

namespace ui {

// The screen by which phones join: the QR code, the address and the code while the room is open;
// before that, the choice of an address and what phones may do.
struct JoinView {
    bool shown = false;
    std::string chosen = "127.0.0.1"; // the address at which to open the room
    std::string wifi;                 // shown to the room, as typed; may be empty
    bool settings = false;            // the open popover
    bool help = false;                // what to do when a phone does not get there
    // The question before closing, or before moving to `moving`: asked, and answered by yes.
    enum class Closing { no, asked, sure } closing = Closing::no;
    std::string moving; // an address, or empty
    RoomWish wish;
    Scroll addresses;
};

} // namespace ui
