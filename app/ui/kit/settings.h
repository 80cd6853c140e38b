#pragma once

#include "ui/kit/wish.h"

#include <optional>
#include <string>

namespace ui {

// What the person chose for every session, kept on this machine.
struct Settings {
    std::string language = "fr"; // "fr" or "en"
    Appearance appearance = Appearance::day;
    int scale_percent = 100;
    Chime chime = Chime::off;
    std::optional<Motion> motion = std::nullopt; // as the system says, until the person does
    friend bool operator==(Settings const&, Settings const&) = default;
};

} // namespace ui
