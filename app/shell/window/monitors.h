#pragma once

#include "base/geometry.h"

#include <vector>

struct GLFWmonitor;

namespace shell {

// The monitors of the machine at one moment, with their areas on the desktop.
struct Monitors {
    std::vector<GLFWmonitor*> handles;
    std::vector<base::Rect> areas;
    static Monitors now();
    // Whether one was plugged or unplugged since the last call.
    static bool take_change();
};

} // namespace shell
