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

// What a session shows, each as one picture with its title: to be given back as a file or on the
// clipboard, without a window.
namespace exchange {

enum class Shows { board, overview, pareto, order, matrix, result };

struct Image {
    Shows shows = Shows::board;
    int number = 0; // of a matrix its axis, of a result its vote: what people call them
    friend auto operator<=>(Image const&, Image const&) = default;
};

// Those that have something to show, in this order: the board, all axes, Pareto, the order, each
// axis, each vote whose result shows.
std::vector<Image> images_of(model::Document const& doc);

// "board", "overview", "pareto", "order", "matrix:3", "result:2": what the command line takes.
std::string name_of(Image const& image);
// None: it says no such thing.
std::optional<Image> image_from_name(std::string_view name);

// Its title: "Axe 3 : Besoins et usages"; and without what the session calls it: "Axe 3".
std::string title_of(i18n::Catalogue const& words, model::Document const& doc, Image const& image);
std::string brief_title_of(i18n::Catalogue const& words, Image const& image);

// How large: 3840 × 2160 pixels for a screen, or A3 lying, 4961 × 3508 at 300 dots per inch.
enum class ImageSize { screen, a3 };
struct Sheet {
    base::Rect page;       // in pixels
    float unit = 1;        // of them for one of the design
    int dots_per_inch = 0; // 0: not for paper
};
Sheet sheet_of(ImageSize size);

// What all pictures are drawn with.
struct Studio {
    i18n::Catalogue const& words;
    board::Palette const& palette;
    pictures::FontFiles const& fonts;
    board::Raised const& raised; // which card of the board lies above which
};

// The picture with its head, on a sheet.
pictures::List draw_image(Studio const& studio, model::Document const& doc, Image const& image,
                          Sheet const& sheet);

// The same as the bytes of a file. `not_found` "picture.none" with the name when the session has
// nothing to show there.
enum class ImageFormat { png, svg };
base::Result<std::string> image_bytes(Studio const& studio, model::Document const& doc,
                                      Image const& image, ImageSize size, ImageFormat format);

} // namespace exchange
