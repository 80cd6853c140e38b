#pragma once

#include "ui/redraw/shapes.h"

struct GLFWwindow;

namespace shell {

// The way from the back buffer to the window. Where the processor draws and X11 shows, a part can
// be sent alone (GLX_MESA_copy_sub_buffer): the rest of the picture is then neither copied nor, on
// a remote desktop, sent. A graphics card shows whole pictures, in time with the screen.
class SentParts {
public:
    // Of the window whose context is current.
    explicit SentParts(GLFWwindow* window);

    [[nodiscard]] bool software() const { return software_; } // no graphics card draws
    [[nodiscard]] bool possible() const { return send_ != nullptr; }
    // `height`: of the window, pixels.
    void send(ui::PixelBox const& part, int height) const;

private:
    bool software_ = false;
    void (*send_)(void*, unsigned long, int, int, int, int) = nullptr;
    void* display_ = nullptr;
    unsigned long drawable_ = 0;
};

} // namespace shell
