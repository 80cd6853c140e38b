#pragma once

#include "ui/redraw/shapes.h"

struct GLFWwindow;

namespace shell {

// Copies the back buffer to the window. With a software renderer on X11, parts can be sent alone
// (GLX_MESA_copy_sub_buffer), which saves copying and, on remote desktops, bandwidth. A graphics
// card shows whole pictures with vertical sync.
class SentParts {
public:
    // For the window whose context is current.
    explicit SentParts(GLFWwindow* window);

    [[nodiscard]] bool software() const { return software_; } // no graphics card
    [[nodiscard]] bool possible() const { return send_ != nullptr; }
    // `height`: of the window, in pixels.
    void send(ui::PixelBox const& part, int height) const;

private:
    bool software_ = false;
    void (*send_)(void*, unsigned long, int, int, int, int) = nullptr;
    void* display_ = nullptr;
    unsigned long drawable_ = 0;
};

} // namespace shell
