#pragma once

// Text styles as in CSS: em size, and a line box in which the line is centred. Sizes are design
// pixels (1920×1080) and scale with the `unit` of a picture.
namespace pictures {

// Inter 400, 500, 600, and Inter Display 600 (from 25 px).
enum class Face { regular, medium, semibold, display };

// tabular: digits of equal width, for numbers that are compared or change; natural: for headings.
enum class Figures { tabular, natural };

// `crisp` rounds the size to whole pixels for sharp text; `exact` keeps it, for animated zooms.
enum class Fit { crisp, exact };

struct Type {
    Face face = Face::medium;
    float px = 18;   // em size
    float line = 24; // line height
    Fit fit = Fit::crisp;
    Figures figures = Figures::tabular; // the display face also has natural ones
    friend bool operator==(Type const&, Type const&) = default;
};

// The type scale of the design.
namespace type {
inline constexpr Type hero{Face::display, 116, 116, Fit::crisp,
                           Figures::natural}; // the main number of a screen
inline constexpr Type big{Face::display, 44, 52, Fit::crisp,
                          Figures::natural}; // join code, remaining points
inline constexpr Type h1{Face::display, 36, 44, Fit::crisp,
                         Figures::natural}; // question to the room
inline constexpr Type axis_title{Face::display, 34, 42, Fit::crisp, Figures::natural};
inline constexpr Type quadrant{Face::display, 30, 38, Fit::crisp, Figures::natural};
inline constexpr Type rank{Face::display, 25, 32};   // ranks, points, timer
inline constexpr Type h2{Face::semibold, 24, 32};    // panel headings
inline constexpr Type frame{Face::semibold, 22, 30}; // frame titles
inline constexpr Type room{Face::medium, 21, 26};    // labels on matrices, lists
inline constexpr Type card{Face::medium, 22, 29};    // card titles at 100 %
inline constexpr Type h3{Face::semibold, 20, 28};    // sub-headings
inline constexpr Type body{Face::medium, 20, 26};    // smallest size that the room can read
inline constexpr Type step{Face::medium, 19, 24};
inline constexpr Type step_on{Face::semibold, 19, 24};
inline constexpr Type label{Face::medium, 18, 24};    // buttons, toggles, tabs
inline constexpr Type strong{Face::semibold, 18, 24}; // bold label
inline constexpr Type text{Face::regular, 18, 26};    // sentences
inline constexpr Type legend{Face::medium, 17, 22};   // legends, pills
inline constexpr Type meta{Face::regular, 16, 22};    // for the person at the machine only
inline constexpr Type rail{Face::medium, 15, 18};
} // namespace type

enum class Align { left, centre, right };

// In pixels of the picture.
float em_size(Type const& type, float unit);
float line_height(Type const& type, float unit);
// From the top of the line box to the baseline, rounded as in browsers.
float baseline_in(Type const& type, float unit);

// The width of tabular digits in em, from the font's feature `tnum`.
float tabular_digit(Face face);

// Height of capitals and digits, in em.
inline constexpr float cap_em = 0.727F;

} // namespace pictures
