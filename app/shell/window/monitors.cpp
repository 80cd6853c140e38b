#include "shell/window/monitors.h"

#include "shell/window/gl.h"

#include <utility>

namespace shell {
namespace {

bool& changed()
{
    static bool since_last_call = true;
    return since_last_call;
}

} // namespace

Monitors Monitors::now()
{
    Monitors out;
    int count = 0;
    auto* const* all = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        auto const* mode = glfwGetVideoMode(all[i]);
        if (!mode) continue;
        int x = 0, y = 0;
        glfwGetMonitorPos(all[i], &x, &y);
        base::Vec2 const at{static_cast<float>(x), static_cast<float>(y)};
        out.handles.push_back(all[i]);
        out.areas.push_back({at, at + base::Vec2{static_cast<float>(mode->width),
                                                 static_cast<float>(mode->height)}});
    }
    return out;
}

bool Monitors::take_change()
{
    glfwSetMonitorCallback([](GLFWmonitor*, int) {
        changed() = true;
        glfwPostEmptyEvent();
    });
    return std::exchange(changed(), false);
}

} // namespace shell
