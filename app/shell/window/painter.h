#pragma once

#include "base/result.h"
#include "shell/window/png.h"
#include "ui/redraw/repaint.h"

#include <memory>
#include <span>

namespace shell {

// Draws frames with OpenGL into two textures, for the window and the board, redrawing only what
// changed (`ui::Repaint`). Opaque shapes are drawn without blending, and only letters and images
// use a texture, which saves most of the time of a software renderer.
class Painter {
public:
    // Needs a current OpenGL 3.3 context. `io` "screen.opengl" when a feature is missing.
    static base::Result<std::unique_ptr<Painter>> make();
    ~Painter();
    Painter(Painter const&) = delete;
    Painter& operator=(Painter const&) = delete;

    // Draws the changes of a frame into the window's texture, after ImGui::Render, when textures
    // have their ids. `moving`: content moved as a whole, or null. Returns the changed areas in
    // window pixels.
    std::span<ui::PixelBox const> paint(ImDrawData const& data, ui::Moving const* moving);

    // Copies a part of the window's texture to the back buffer of `height` pixels.
    void copy_out(ui::PixelBox const& part, int height) const;

    // The contents of the window's texture.
    [[nodiscard]] Picture picture() const;

    // The window's picture in a smaller size, as a texture with rows from the top down; two
    // textures are used in turn. 0 for an empty size.
    unsigned smaller(int width, int height);

    // The texture of a large picture in the following frames, or 0; others are letters and skins.
    void set_picture(unsigned texture);

    // The next frame is drawn completely.
    void forget();

private:
    struct Device;
    explicit Painter(std::unique_ptr<Device> device);

    std::unique_ptr<Device> device_;
    ui::Repaint repaint_;
};

} // namespace shell
