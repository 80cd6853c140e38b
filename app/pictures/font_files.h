#pragma once

#include "base/result.h"
#include "pictures/paragraph.h"

#include <filesystem>
#include <memory>
#include <string>

namespace pictures {

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

private:
    struct Faces;
    explicit FontFiles(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

} // namespace pictures
