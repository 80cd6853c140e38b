#pragma once

#include "base/geometry.h"

#include <cstddef>
#include <optional>
#include <span>

namespace shell {

// The monitor for the room's window: the largest one that does not show most of the facilitator's
// window. None when there is no other. Areas on the desktop, in its units.
std::optional<std::size_t> monitor_for_room(std::span<base::Rect const> monitors,
                                            base::Rect const& facilitator);
// The index of the monitor that shows most of a window; 0 when none does.
std::size_t monitor_of(std::span<base::Rect const> monitors, base::Rect const& window);

} // namespace shell
