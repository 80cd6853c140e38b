#pragma once

#include "base/geometry.h"

#include <cstddef>
#include <vector>

// Chooses the number of columns that shows everything at the largest zoom.
namespace board {

// Sizes, in design pixels, of the parts of the screen that may show everything; the one with the
// largest zoom counts.
using Spaces = std::vector<base::Vec2>;

// The largest zoom at which `size` (board units) fits.
float zoom_for(base::Vec2 size, Spaces const& spaces);

// The size of cards of these heights in rows of `columns`, each row as high as its highest card.
base::Vec2 size_in_rows(std::vector<float> const& heights, std::size_t columns, float gap);

// The number of columns, at least `least`, with the largest zoom; fewest among nearly equal ones.
std::size_t best_columns(std::vector<float> const& heights, float gap, std::size_t least,
                         Spaces const& spaces);

// The result: the width of each frame in columns, its position, and the total area.
struct Packed {
    std::vector<std::size_t> spans;
    std::vector<base::Vec2> corners;
    base::Vec2 size;
    std::size_t free_columns = 1; // of the free cards, which are below the frames
};

// Heights of the cards of each frame, and of the free cards. A frame that spans s columns has 2 s
// cards per row.
struct ToPack {
    std::vector<std::vector<float>> frames;
    std::vector<float> free;
};
Packed best_packed(ToPack const& what, Spaces const& spaces);

// The size of a frame for cards of these heights.
base::Vec2 frame_size(std::vector<float> const& heights, std::size_t columns);

constexpr float frame_apart = 24; // between two frames
constexpr float free_below = 44;  // under the frames

} // namespace board
