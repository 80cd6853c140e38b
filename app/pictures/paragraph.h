#pragma once

#include "pictures/type.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pictures {

// A text broken into lines, as byte offsets: cheap to keep.
struct Paragraph {
    struct Line {
        std::size_t begin = 0, end = 0;
        float width = 0;
    };
    std::vector<Line> lines;
    bool cut = false; // the text did not fit: the last line ends with an ellipsis
};

// Measures text in pixels of a picture: by the fonts of the screen, or by the font files without a
// window (font_files.h).
class Measure {
public:
    Measure() = default;
    Measure(Measure const&) = delete;
    Measure& operator=(Measure const&) = delete;
    virtual ~Measure() = default;

    [[nodiscard]] virtual float width(Type const& type, std::string_view text) const = 0;
    [[nodiscard]] virtual float advance(Type const& type, char32_t character) const = 0;
    // As `broken`, cached; valid until the next call.
    [[nodiscard]] virtual Paragraph const& lines(Type const& type, std::string_view text,
                                                 float width, int max_lines) const;

private:
    mutable Paragraph last_;
};

// Where the word that begins at `at` ends: at a space where a line may break, or at the end.
std::size_t word_end(std::string_view text, std::size_t at);

// Breaks at spaces, after hyphens and at line feeds, never at U+00A0, U+202F or U+2011, nor at the
// space before "?", "!", ":", ";", "%", "€" and "»", after "«", within "12 000" and before its
// "k€" or "M€", which people type plainly; words wider than `width` are split. `max_lines` 0: no
// limit.
Paragraph broken(Measure const& measure, Type const& type, std::string_view text, float width,
                 int max_lines = 0);

// As much of `text` as fits into `width` with an ellipsis; empty when nothing fits.
std::string shortened(Measure const& measure, Type const& type, std::string_view text, float width);

inline constexpr std::string_view ellipsis = "\u2026";

} // namespace pictures
