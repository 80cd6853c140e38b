#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

// The colours of the board. Roles and contrasts are defined in assets/themes/*.theme.
namespace board {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(Color, Color) = default;
};

// The colour with its opacity multiplied by `alpha`, 0 to 1.
Color faded(Color color, float alpha);

// Linear interpolation: `from` at t = 0, `to` at t = 1.
Color mixed(Color from, Color to, float t);

constexpr std::size_t axis_hues = 8;
constexpr std::size_t grade_hues = 7;

struct Palette {
    Color paper, sunken, panel, card;             // backgrounds: canvas, wells, bars, cards
    Color line, line2, edge, dot;                 // hairline, secondary border, control edge, grid
    Color ink, ink2, ink3;                        // text: primary, secondary, tertiary
    Color accent, onaccent, atint, aline;         // accent, text on it, its tint and border
    Color opp, oppfill, opptint, oppline;         // opportunity: text, bars, tint, border
    Color risk, riskfill, risktint, riskline;     // risk
    Color warn, warnfill, warntint, warnline;     // contested, with safeguards
    Color neutint;                                // neutral background of charts
    Color qlancer, qencadrer, qconfort, qecarter; // quadrants
    Color halo, knob, shadow;                     // ring around chips, toggle off, shadows
    // the screen between two voters: background, text, secondary text
    Color curtain, oncurtain, oncurtain2;
    std::array<Color, axis_hues> ax;         // per axis
    std::array<Color, axis_hues> axt;        // text on that colour
    std::array<Color, grade_hues> grades;    // of a judgment, best to worst
    std::array<Color, grade_hues> on_grades; // text on those
    friend bool operator==(Palette const&, Palette const&) = default;
};

// Parses `name = #RRGGBB` lines; `#` at the start of a line and `//` start a comment. Every colour
// must occur exactly once. `corrupt` "theme.line" with the line number, "theme.missing" with the
// name.
base::Result<Palette> parse_palette(std::string_view text);

// `io` "theme.file" with the path when it cannot be read.
base::Result<Palette> load_palette(std::filesystem::path const& path);

} // namespace board
