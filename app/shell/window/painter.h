#pragma once

#include "base/result.h"
#include "shell/window/png.h"
#include "ui/redraw/repaint.h"

#include <memory>
#include <span>

namespace shell {

// Draws frames with OpenGL into two pictures of its own, the window's and the board's, and of them
// only what changed (`ui::Repaint`). Opaque shapes are drawn without blending, and nothing but
// letters and skins reads a texture: without a graphics card that is most of the time.
class Painter {
public:
    // Needs a current OpenGL 3.3 context. `io` "screen.none" when it lacks what is needed.
    static base::Result<std::unique_ptr<Painter>> make();
    ~Painter();
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;

    // Brings the window's picture up to a frame, after ImGui::Render; its textures
    // have their ids. `moving`: null, or what moves
    // as a whole. Returns what is no longer as it was, in pixels of the window.
    std::span<ui::PixelBox const> paint(ImDrawData const& data, ui::Moving const* moving);

    // Copies a part of the window's picture into the back buffer, whose height is `height` pixels.
    void copy_out(ui::PixelBox const& part, int height) const;

    // What the window's picture holds.
    [[nodiscard]] Picture picture() const;

    // The next frame is drawn whole.
    void forget();

private:
    struct Device;
    explicit Painter(std::unique_ptr<Device> device);

    std::unique_ptr<Device> device_;
    ui::Repaint repaint_;
};

} // namespace shell
