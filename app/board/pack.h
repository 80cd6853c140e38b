#pragma once

#include "base/geometry.h"

#include <cstddef>
#include <vector>

// In how many columns things go so that all of them are seen as large as they can be.
namespace board {

// Sizes of the parts of the screen that the whole may be shown in, in design pixels: the one that
// shows it largest counts.
using Spaces = std::vector<base::Vec2>;

// The largest zoom that shows all of `size` (board units).
float zoom_for(base::Vec2 size, Spaces const& spaces);

// How large cards of these heights are in rows of `columns`, each row as high as its highest.
base::Vec2 size_in_rows(std::vector<float> const& heights, std::size_t columns, float gap);

// The number of columns that shows them largest, from `least` on: of nearly equal ones the fewest.
std::size_t best_columns(std::vector<float> const& heights, float gap, std::size_t least,
                         Spaces const& spaces);

// Frames in columns: of how many each is wide, where each begins, what all of them cover.
struct Packed {
    std::vector<std::size_t> spans;
    std::vector<base::Vec2> corners;
    base::Vec2 size;
    std::size_t free_columns = 1; // of the free cards below
};

// What is packed: the heights of the cards of each frame and of the free ones. A frame that spans s
// columns holds 2 s cards in a row.
struct ToPack {
    std::vector<std::vector<float>> frames;
    std::vector<float> free;
};
Packed best_packed(ToPack const& what, Spaces const& spaces);

// The size of a frame around cards of these heights.
base::Vec2 frame_size(std::vector<float> const& heights, std::size_t columns);

constexpr float frame_apart = 24; // between two frames
constexpr float free_below = 44;  // under the frames

} // namespace board
