#pragma once

#include "ui/redraw/moving.h"

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <vector>

// The shapes of a frame, from Dear ImGui's draw data: rectangles and triangles in drawing order,
// with the kind of drawing and what they hide.
namespace ui {

// Whole pixels of the window from its top left; x1 and y1 are exclusive.
struct PixelBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    [[nodiscard]] bool empty() const { return x0 >= x1 || y0 >= y1; }
    [[nodiscard]] int width() const { return x1 - x0; }
    [[nodiscard]] int height() const { return y1 - y0; }
    [[nodiscard]] bool holds(PixelBox const& b) const
    {
        return x0 <= b.x0 && y0 <= b.y0 && b.x1 <= x1 && b.y1 <= y1;
    }
    [[nodiscard]] PixelBox moved(int dx, int dy) const
    {
        return {x0 + dx, y0 + dy, x1 + dx, y1 + dy};
    }
    friend bool operator==(PixelBox const&, PixelBox const&) = default;
};
PixelBox common(PixelBox const& a, PixelBox const& b);
PixelBox around(PixelBox const& a, PixelBox const& b); // the smallest that contains both

// A hash of `h` and one more value.
inline std::uint64_t mixed(std::uint64_t h, std::uint64_t v)
{
    h = (h ^ v) * 0x9E3779B97F4A7C15U;
    return h ^ (h >> 29U);
}

inline std::uint64_t word(int high, int low)
{
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32U |
           static_cast<std::uint32_t>(low);
}

// Kinds of drawing, by rising cost.
enum class Ink : std::uint8_t {
    opaque,  // one colour without blending
    plain,   // blended, without texture
    textured // blended, with texture: letters and skins
};

struct Shape {
    PixelBox box;            // clipped bounds
    std::uint32_t first = 0; // first of its indices
    std::uint32_t color = 0; // of the first vertex, packed as in ImGui
    std::uint64_t hash = 0;  // of everything its pixels depend on, relative to the moving origin
    std::uint16_t clip = 0, texture = 0;
    std::uint8_t count = 0; // number of indices: 3, or 6 for two adjacent triangles
    Ink ink = Ink::textured;
    bool cut = false;   // extends beyond its clip
    bool hides = false; // a large opaque rectangle: every pixel of `box` has `color`
};

struct Shapes {
    PixelBox window;
    std::vector<Shape> all;
    std::vector<ImDrawVert> vertices; // window pixels, rounded to 1/64
    std::vector<std::uint32_t> indices;
    std::vector<PixelBox> clips;
    std::vector<ImTextureID> textures;
    // The range of moving shapes, and their visible area. Empty box: none.
    std::size_t moving_from = 0, moving_to = 0;
    PixelBox moving_box;
    int origin_x = 0, origin_y = 0;

    // Reads a frame after ImGui::Render, when textures have their ids. `moving`: part of it, or
    // null.
    void read(ImDrawData const& data, Moving const* moving);

private:
    ImVec2 white_; // position of the texture's white pixel

    enum class Moves { no, yes };
    void read_list(ImDrawList const& list, ImDrawData const& data, Moving const* moving);
    void add(std::uint32_t first, int count, std::uint64_t seed, Moves moves);
};

// The areas covered by each kind of drawing; 1 is the area of the window.
struct Covered {
    double opaque = 0, plain = 0, textured = 0;
    double copied = 0; // from a cached picture
    [[nodiscard]] double all() const { return opaque + plain + textured + copied; }
    [[nodiscard]] double blended() const { return plain + textured; }
};

// For a frame drawn without caching.
Covered covered(Shapes const& shapes);

// The area of a triangle inside a box, in pixels.
double area_within(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
                   PixelBox const& box);

} // namespace ui
