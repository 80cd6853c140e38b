#pragma once

#include "ui/redraw/shapes.h"

#include <cstdint>
#include <vector>

namespace ui {

// The steps that update two cached pictures, of the window and of the board, to a frame.
struct Plan {
    enum class Kind : std::uint8_t { opaque, plain, textured, board };
    struct Step {
        Kind kind = Kind::opaque;
        ImTextureID texture = 0;
        PixelBox clip; // in the target picture
        // range of `indices`, or of `copies` for the board's picture
        std::uint32_t first = 0, count = 0;
    };
    // A rectangle of a picture that is redrawn completely.
    struct Patch {
        PixelBox at;                                // in that picture
        int dx = 0, dy = 0;                         // offset from window pixels
        std::uint32_t first_step = 0, end_step = 0; // range of `steps`
        bool bare = false; // not covered by an opaque shape: clear it first
    };
    // A copy from the board's picture to the window's.
    struct Copy {
        PixelBox from;
        int dx = 0, dy = 0; // offset to the window
    };

    int board_width = 0, board_height = 0; // of its picture; 0: none
    std::vector<Patch> board, window;      // drawn in this order
    std::vector<Step> steps;
    std::vector<Copy> copies;
    std::vector<std::uint32_t> indices; // into Shapes::vertices
    std::vector<PixelBox> damage;       // changed areas of the window
};

} // namespace ui
