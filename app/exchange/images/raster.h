#pragma once

#include "base/result.h"
#include "pictures/font_files.h"
#include "pictures/list.h"

#include <cstdint>
#include <vector>

// Renders a display list to pixels without a window, like ui/paint/picture_paint.h on the screen
// and pictures/svg.h as SVG. Uses FreeType.
namespace exchange {

// Rows from the top, three bytes per pixel: red, green, blue.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};

// Maximum side in pixels: more than A2 at 600 dpi.
inline constexpr int raster_most = 16'000;

// Renders the part of the list within `view` at scale 1 on the background `ground`. `invalid`
// "picture.size" when it is empty, or a side exceeds `raster_most`.
base::Result<Pixels> raster(pictures::List const& list, base::Rect const& view,
                            pictures::Color ground, pictures::FontFiles const& fonts);

} // namespace exchange
