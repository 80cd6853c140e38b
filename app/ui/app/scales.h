#pragma once

namespace ui {

// The window that the screens are designed for, in design pixels.
constexpr float design_width = 1920, design_height = 1080;
// Scale in room mode; in the room's window, which may be larger, too.
constexpr float room_scale = 1.3F;

} // namespace ui
