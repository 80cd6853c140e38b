#pragma once

#include "base/result.h"
#include "pictures/font_files.h"
#include "pictures/list.h"

#include <cstdint>
#include <vector>

// A picture as pixels, without a window. What ui/paint/picture_paint.h and pictures/svg.h do with a
// list, this does too; FreeType covers the pixels.
namespace exchange {

// Rows from the top, three bytes a pixel: red, green, blue.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

// The longest side, in pixels: over A2 at 600 dots per inch.
inline constexpr int raster_most = 16'000;

// What of the list lies within `view`, one pixel of the picture being one of the result, on
// `ground`. `invalid` "picture.size" when it has no pixels, or a side is over `raster_most`.
base::Result<Pixels> raster(pictures::List const& list, base::Rect const& view,
                            pictures::Color ground, pictures::FontFiles const& fonts);

} // namespace exchange
