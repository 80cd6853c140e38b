#pragma once

#include "base/result.h"
#include "pictures/type.h"

#include <array>
#include <filesystem>

struct ImFont;

namespace ui {

using pictures::Face;
using pictures::Figures;

// The fonts of the current ImGui context; sizes are em sizes, as in CSS.
struct Fonts {
    std::array<ImFont*, 4> faces{};
    ImFont* headings = nullptr; // the display face with natural figures
    ImFont* icons = nullptr;
    [[nodiscard]] ImFont* face(Face face, Figures figures = Figures::tabular) const
    {
        if (face == Face::display && figures == Figures::natural) return headings;
        return faces[static_cast<std::size_t>(face)];
    }
};

// Loads the fonts of `folder` (<assets>/fonts) into the current ImGui context. `io` "fonts.file"
// with the path of an unreadable one.
base::Result<Fonts> load_fonts(std::filesystem::path const& folder);

} // namespace ui
