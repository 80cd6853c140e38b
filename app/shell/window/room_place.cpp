#include "shell/window/room_place.h"

#include <algorithm>

namespace shell {
namespace {

float shared(base::Rect const& a, base::Rect const& b)
{
    float const width = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
    float const height = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
    return std::max(0.F, width) * std::max(0.F, height);
}

} // namespace

std::size_t monitor_of(std::span<base::Rect const> monitors, base::Rect const& window)
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < monitors.size(); ++i)
        if (shared(monitors[i], window) > shared(monitors[best], window)) best = i;
    return best;
}

std::optional<std::size_t> monitor_for_room(std::span<base::Rect const> monitors,
                                            base::Rect const& facilitator)
{
    auto const own = monitor_of(monitors, facilitator);
    std::optional<std::size_t> best;
    auto const area = [&](std::size_t i) { return monitors[i].width() * monitors[i].height(); };
    for (std::size_t i = 0; i < monitors.size(); ++i) {
        // A mirrored monitor shows the same part of the desktop.
        bool const mirrored = monitors[i] == monitors[own];
        if (mirrored || area(i) <= 0) continue;
        if (!best || area(i) > area(*best)) best = i;
    }
    return best;
}

} // namespace shell
