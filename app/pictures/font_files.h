#pragma once

#include "base/geometry.h"
#include "base/result.h"
#include "pictures/paragraph.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pictures {

// A filled outline: closed contours of lines and curves, y downwards. Each contour begins with a
// move and ends at its start.
struct Outline {
    enum class Kind { move, line, conic, cubic };
    struct Part {
        Kind kind = Kind::move;
        base::Vec2 a, b; // control points: a for a quadratic curve, both for a cubic one
        base::Vec2 to;
    };
    std::vector<Part> parts;
};

// For what the text fonts lack, in this order: symbols and emoji; Chinese and Japanese.
inline constexpr std::array fallback_fonts{"Symbola_hint.ttf", "DroidSansFallbackFull.ttf"};

// The fonts of the interface, read from their files: text widths without a window, and icon
// outlines. Widths are sums of unhinted advances.
class FontFiles {
public:
    // Loads the fonts of `folder` (<assets>/fonts). `io` "fonts.file" with the path of an
    // unreadable one.
    static base::Result<FontFiles> load(std::filesystem::path const& folder);
    FontFiles(FontFiles&&) noexcept;
    FontFiles& operator=(FontFiles&&) noexcept;
    ~FontFiles();

    // Measures in pixels of a picture with that unit. Refers to this object.
    [[nodiscard]] std::unique_ptr<Measure> at(float unit) const;

    // In the form of `IconOutline`.
    [[nodiscard]] std::string icon(unsigned code) const;
    // The same as an Outline in a unit square with its top left at 0,0.
    [[nodiscard]] Outline icon_outline(unsigned code) const;
    // A character: em = 1, 0,0 at the left end of the baseline. Empty for blank characters.
    [[nodiscard]] Outline letter(Face face, char32_t character) const;

private:
    struct Faces;
    explicit FontFiles(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

} // namespace pictures
