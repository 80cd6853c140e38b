#pragma once

#include "base/geometry.h"
#include "base/result.h"
#include "pictures/paragraph.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pictures {

// A filled outline: closed contours of straight and curved parts, y downwards. A contour begins
// with a move and ends where it began.
struct Outline {
    enum class Kind { move, line, conic, cubic };
    struct Part {
        Kind kind = Kind::move;
        base::Vec2 a, b; // of a conic its control point, of a cubic both
        base::Vec2 to;
    };
    std::vector<Part> parts;
};

// The fonts of the interface, read from their files: how wide text is without a window, and the
// outlines of icons. Widths are the sum of the advances, as on the screen, without its hinting.
class FontFiles {
public:
    // Those of `folder` (<assets>/fonts). `io` "fonts.file" with the path of the one that cannot be
    // read or is no font.
    static base::Result<FontFiles> load(std::filesystem::path const& folder);
    FontFiles(FontFiles&&) noexcept;
    FontFiles& operator=(FontFiles&&) noexcept;
    ~FontFiles();

    // In pixels of a picture with that unit. Refers to this.
    [[nodiscard]] std::unique_ptr<Measure> at(float unit) const;

    // As `IconOutline` wants it.
    [[nodiscard]] std::string icon(unsigned code) const;
    // The same as parts, in a square whose side is 1 and whose top left is 0,0.
    [[nodiscard]] Outline icon_outline(unsigned code) const;
    // A character of a text: the em is 1, 0,0 lies on the baseline at its left end. Empty: it shows
    // nothing.
    [[nodiscard]] Outline letter(Face face, char32_t character) const;

private:
    struct Faces;
    explicit FontFiles(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

} // namespace pictures
