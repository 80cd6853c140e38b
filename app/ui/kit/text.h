#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "ui/kit/fonts.h"

#include <string>
#include <string_view>
#include <vector>

// Text as CSS lays it out: em sizes, a line box in which the line is centred, left edge on a whole
// pixel. Type sizes are mock-up pixels (1920×1080) and grow with ui.scale; positions and widths are
// screen pixels.
namespace ui {

struct Ui;

// `crisp` rounds the size to whole pixels, for sharp text; `exact` keeps it, for a zoom that is
// moving.
enum class Fit { crisp, exact };

struct Type {
    Face face = Face::medium;
    float px = 18;   // em size
    float line = 24; // line height
    Fit fit = Fit::crisp;
    Figures figures = Figures::tabular; // natural ones exist in the display face
};

// The type scale of the design.
namespace type {
inline constexpr Type hero{Face::display, 116, 116, Fit::crisp,
                           Figures::natural}; // the one number of a screen
inline constexpr Type big{Face::display, 44, 52, Fit::crisp,
                          Figures::natural}; // join code, remaining points
inline constexpr Type h1{Face::display, 36, 44, Fit::crisp,
                         Figures::natural}; // question to the room
inline constexpr Type axis_title{Face::display, 34, 42, Fit::crisp, Figures::natural};
inline constexpr Type quadrant{Face::display, 30, 38, Fit::crisp, Figures::natural};
inline constexpr Type rank{Face::display, 25, 32};   // ranks, points, timer
inline constexpr Type h2{Face::semibold, 24, 32};    // panel headings
inline constexpr Type frame{Face::semibold, 22, 30}; // frame titles
inline constexpr Type room{Face::medium, 21, 26};    // names on matrices, lists
inline constexpr Type card{Face::medium, 22, 29};    // card titles at 100 %
inline constexpr Type h3{Face::semibold, 20, 28};    // sub-headings
inline constexpr Type body{Face::medium, 20, 26};    // the smallest the room reads
inline constexpr Type step{Face::medium, 19, 24};
inline constexpr Type step_on{Face::semibold, 19, 24};
inline constexpr Type label{Face::medium, 18, 24};    // buttons, toggles, tabs
inline constexpr Type strong{Face::semibold, 18, 24}; // the same, stronger
inline constexpr Type text{Face::regular, 18, 26};    // sentences
inline constexpr Type legend{Face::medium, 17, 22};   // legends, pills
inline constexpr Type meta{Face::regular, 16, 22};    // for whoever is at the machine
inline constexpr Type rail{Face::medium, 15, 18};
} // namespace type

enum class Align { left, centre, right };

// Width in screen pixels.
float text_width(Ui const& ui, Type type, std::string_view text);
float line_height(Ui const& ui, Type type);

// One line whose line box has its top left at `at`. Returns its width.
float draw_text(Ui& ui, base::Vec2 at, Type type, board::Color color, std::string_view text);

// One line centred vertically in `box`; cut with an ellipsis when it is wider. Returns the width
// drawn.
float draw_text_in(Ui& ui, base::Rect const& box, Type type, board::Color color,
                   std::string_view text, Align align = Align::left);

// One line with its baseline at `baseline.y`, from, around or up to `baseline.x`.
float draw_text_on(Ui& ui, base::Vec2 baseline, Type type, board::Color color,
                   std::string_view text, Align align = Align::left);

// A text broken into lines. Byte offsets into the text it was made of, so it is cheap to keep.
struct Paragraph {
    struct Line {
        std::size_t begin = 0, end = 0;
        float width = 0;
    };
    std::vector<Line> lines;
    bool cut =
        false; // something did not fit into the lines allowed: the last ends with an ellipsis
};

// Breaks at spaces, after hyphens and at line feeds, never at U+00A0, U+202F or U+2011; a word
// wider than `width` is broken where it must. `max_lines` 0: as many as it takes. Results are
// remembered, so asking again for the same text costs a look-up.
Paragraph const& paragraph(Ui& ui, Type type, std::string_view text, float width,
                           int max_lines = 0);

// The same, not remembered: for whoever keeps it.
Paragraph broken_once(Ui const& ui, Type type, std::string_view text, float width);

// Height in screen pixels of that paragraph.
float paragraph_height(Ui& ui, Type type, std::string_view text, float width, int max_lines = 0);

// Draws it with its top left at `at`, aligned within `width`. Returns the height drawn.
float draw_paragraph(Ui& ui, base::Vec2 at, float width, Type type, board::Color color,
                     std::string_view text, int max_lines = 0, Align align = Align::left);

// An icon of icons.h in a square of `size` screen pixels, by its top left or its centre.
void draw_icon(Ui& ui, base::Vec2 at, float size, board::Color color, unsigned icon);
void draw_icon_at(Ui& ui, base::Vec2 centre, float size, board::Color color, unsigned icon);

} // namespace ui
