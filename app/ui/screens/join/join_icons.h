#pragma once

// Material Icons of the room for phones only.
namespace ui::icon_of_room {

inline constexpr unsigned dialpad = 0xE0BC;
inline constexpr unsigned power = 0xE8AC;
inline constexpr unsigned speaks = 0xE91F;

} // namespace ui::icon_of_room
