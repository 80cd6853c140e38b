#pragma once

// Text as CSS lays it out: em sizes, a line box in which the line is centred. Type sizes are pixels
// of the design (1920×1080) and grow with the `unit` of a picture: how large one of them is there.
namespace pictures {

// Inter 400, 500, 600 and Inter Display 600 (from 25 px up).
enum class Face { regular, medium, semibold, display };

// Digits as wide as each other, for all that is compared or changes under one's eyes; or as they
// were drawn, for headings.
enum class Figures { tabular, natural };

// `crisp` rounds the size to whole pixels, for sharp text; `exact` keeps it, for a zoom that is
// moving.
enum class Fit { crisp, exact };

struct Type {
    Face face = Face::medium;
    float px = 18;   // em size
    float line = 24; // line height
    Fit fit = Fit::crisp;
    Figures figures = Figures::tabular; // natural ones exist in the display face
    friend bool operator==(Type const&, Type const&) = default;
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

// In pixels of the picture.
float em_size(Type const& type, float unit);
float line_height(Type const& type, float unit);
// From the top of a line box to its baseline, as browsers round it.
float baseline_in(Type const& type, float unit);

// The advance of the tabular figures, of the em: that of the font's own feature `tnum`.
float tabular_digit(Face face);

// Height of capitals and figures, of the em.
inline constexpr float cap_em = 0.727F;

} // namespace pictures
