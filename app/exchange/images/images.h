#pragma once

#include "base/result.h"
#include "board/palette.h"
#include "board/raised.h"
#include "i18n/catalogue.h"
#include "model/document.h"
#include "pictures/font_files.h"
#include "pictures/list.h"
#include "pictures/pen.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The views of a session as single pictures with a title, for files and the clipboard; drawn
// without a window.
namespace exchange {

enum class Shows { board, overview, pareto, order, matrix, result };

struct Image {
    Shows shows = Shows::board;
    int number = 0; // of a matrix: its axis; of a result: its vote
    friend auto operator<=>(Image const&, Image const&) = default;
};

// The available pictures, in this order: board, all axes, Pareto, order, each axis, each visible
// result.
std::vector<Image> images_of(model::Document const& doc);

// Its name on the command line: "board", "overview", "pareto", "order", "matrix:3", "result:2".
std::string name_of(Image const& image);
// None for another text.
std::optional<Image> image_from_name(std::string_view name);

// Its title, "Axe 3 : Besoins et usages"; and without the session's own words, "Axe 3".
std::string title_of(i18n::Catalogue const& words, model::Document const& doc, Image const& image);
std::string brief_title_of(i18n::Catalogue const& words, Image const& image);

// 3840 × 2160 pixels for a screen, or A3 landscape, 4961 × 3508 at 300 dpi.
enum class ImageSize { screen, a3 };
struct Paper {
    base::Rect page;       // in pixels
    float unit = 1;        // pixels per design pixel
    int dots_per_inch = 0; // 0: not for printing
};
Paper paper_of(ImageSize size);

// The resources for drawing.
struct Studio {
    i18n::Catalogue const& words;
    board::Palette const& palette;
    pictures::FontFiles const& fonts;
    board::Raised const& raised; // stacking order of overlapping cards
};

// Draws a picture with its heading.
pictures::List draw_image(Studio const& studio, model::Document const& doc, Image const& image,
                          Paper const& paper);

// The picture as the bytes of a file. `not_found` "picture.none" with its name when there is
// nothing to show.
enum class ImageFormat { png, svg };
base::Result<std::string> image_bytes(Studio const& studio, model::Document const& doc,
                                      Image const& image, ImageSize size, ImageFormat format);

} // namespace exchange
