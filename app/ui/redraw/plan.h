#pragma once

#include "ui/redraw/shapes.h"

#include <cstdint>
#include <vector>

namespace ui {

// How to bring two kept pictures, the window's and the board's, up to a frame.
struct Plan {
    enum class Kind : std::uint8_t { opaque, plain, textured, board };
    struct Step {
        Kind kind = Kind::opaque;
        ImTextureID texture = 0;
        PixelBox clip;                      // in the picture drawn into
        std::uint32_t first = 0, count = 0; // of `indices`, or of `copies` for the board's picture
    };
    // A rectangle of a picture that is drawn again, from its ground up.
    struct Patch {
        PixelBox at;                                // in that picture
        int dx = 0, dy = 0;                         // from the window's pixels to the picture's
        std::uint32_t first_step = 0, end_step = 0; // of `steps`
        bool bare = false; // nothing in it hides what was there: to be cleared first
    };
    // From the board's picture to the window's.
    struct Copy {
        PixelBox from;
        int dx = 0, dy = 0; // to the window
    };

    int board_width = 0, board_height = 0; // of its picture; 0: there is none
    std::vector<Patch> board, window;      // to be drawn in this order
    std::vector<Step> steps;
    std::vector<Copy> copies;
    std::vector<std::uint32_t> indices; // into Shapes::vertices
    std::vector<PixelBox> damage;       // of the window: what is no longer as it was
};

} // namespace ui
