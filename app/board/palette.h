#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

// The colours of the board, as a value. Roles and contrasts are those of assets/themes/*.theme.
namespace board {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(Color, Color) = default;
};

// The same colour with its opacity multiplied by `alpha`, 0 to 1.
Color faded(Color color, float alpha);

// `from` at 0, `to` at 1, in between in between.
Color mixed(Color from, Color to, float t);

constexpr std::size_t axis_hues = 8;
constexpr std::size_t grade_hues = 7;

struct Palette {
    Color paper, sunken, panel, card;             // grounds: canvas, wells, bars, cards
    Color line, line2, edge, dot;                 // hairline, secondary border, control edge, grid
    Color ink, ink2, ink3;                        // text: first, second, third
    Color accent, onaccent, atint, aline;         // the one accent, text on it, its tint and border
    Color opp, oppfill, opptint, oppline;         // opportunity: text, bars, tint, border
    Color risk, riskfill, risktint, riskline;     // risk
    Color warn, warnfill, warntint, warnline;     // contested, with safeguards
    Color neutint;                                // neutral plot ground
    Color qlancer, qencadrer, qconfort, qecarter; // quadrants
    Color halo, knob, shadow;                     // ring around chips, toggle off, shadows
    Color curtain, oncurtain, oncurtain2;         // between two ballots: ground, text, second text
    std::array<Color, axis_hues> ax;              // hue of each axis
    std::array<Color, axis_hues> axt;             // number on that hue
    std::array<Color, grade_hues> grades;         // of a judgment, from the best to the worst
    std::array<Color, grade_hues> on_grades;      // text on those
    friend bool operator==(Palette const&, Palette const&) = default;
};

// Reads `name = #RRGGBB` lines; `#` at the start of a line and `//` begin a comment. Every colour
// has to be there, once. `corrupt` "theme.line" with the line number, "theme.missing" with the
// name.
base::Result<Palette> parse_palette(std::string_view text);

// `io` "theme.file" with the path when it cannot be read.
base::Result<Palette> load_palette(std::filesystem::path const& path);

} // namespace board
