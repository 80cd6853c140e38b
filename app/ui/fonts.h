#pragma once

#include "base/result.h"

#include <array>
#include <filesystem>

struct ImFont;

namespace ui {

// Inter 400, 500, 600 and Inter Display 600 (from 25 px up).
enum class Face { regular, medium, semibold, display };

// Fonts of the current ImGui context; sizes are em sizes, as in CSS. Digits are as wide as each
// other.
struct Fonts {
    std::array<ImFont*, 4> faces{};
    ImFont* icons = nullptr;
    [[nodiscard]] ImFont* face(Face face) const { return faces[static_cast<std::size_t>(face)]; }
};

// Adds the fonts of `folder` (<assets>/fonts) to the current ImGui context. `io` "fonts.file" with
// the path of the one that cannot be read.
base::Result<Fonts> load_fonts(std::filesystem::path const& folder);

} // namespace ui
