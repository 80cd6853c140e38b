#pragma once

#include "ui/kit/ui.h"
#include "ui/kit/workshop.h"

#include <string_view>

namespace ui {

// The open room at the top of a panel: QR code, code, address and how many phones joined, out of
// how many people. `whole`: with the QR code; `line`: without, for a panel that has little space.
enum class RoomHead { whole, line };

// Draws it above the contents of a panel and returns what is left of `inner`; all of it where no
// room is open for phones. `invites`: key of what phones are asked to do. Pressed, it shows the
// screen by which phones join.
base::Rect draw_room_head(Ui& ui, Workshop const& workshop, base::Rect const& inner, RoomHead head,
                          std::string_view invites, Asked& asked);

} // namespace ui
