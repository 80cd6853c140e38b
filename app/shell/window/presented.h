#pragma once

#include "shell/window/painter.h"
#include "shell/window/sent_parts.h"

#include <array>

struct GLFWwindow;

namespace shell {

// Draws frames in a window, and sends the parts that changed. The window's context must be current
// in every call.
class Presented {
public:
    // Errors of Painter::make.
    static base::Result<std::unique_ptr<Presented>> make(GLFWwindow* window);

    // Shows a frame. `moving`: content moved as a whole, or null. Returns no when the picture is
    // already on the screen.
    enum class Changed { no, yes };
    Changed show(ImDrawData const& data, ui::Moving const* moving);
    // The contents of the window were lost.
    void uncover() { uncovered_ = true; }
    [[nodiscard]] bool software() const { return parts_.software(); }
    [[nodiscard]] Painter& painter() { return *painter_; }

private:
    Presented(GLFWwindow* window, std::unique_ptr<Painter> painter);

    GLFWwindow* window_;
    std::unique_ptr<Painter> painter_;
    SentParts parts_;
    bool uncovered_ = true;
    std::array<int, 2> shown_{}; // size of the last frame shown
};

} // namespace shell
