#pragma once

#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// Settings for all sessions, stored on this machine.
struct Settings {
    std::string language = "fr"; // "fr" or "en"
    Appearance appearance = Appearance::day;
    int scale_percent = 100;
    Chime chime = Chime::off;
    std::optional<Motion> motion = std::nullopt; // none: as the system
    RoomWindow room_window = RoomWindow::closed; // as it was left
    friend bool operator==(Settings const&, Settings const&) = default;
};

} // namespace ui
