#pragma once

#include "ui/redraw/moving.h"

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <vector>

// What a frame draws, read from Dear ImGui's draw data: rectangles and triangles in the order in
// which they lie upon each other, with what each costs and what it hides.
namespace ui {

// Whole pixels of the window from its top left; x1 and y1 are just outside.
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
PixelBox around(PixelBox const& a, PixelBox const& b); // the smallest that holds both

// The dearest comes last.
enum class Ink : std::uint8_t {
    opaque,  // one colour that hides what lies beneath
    plain,   // colours blended with what lies beneath
    textured // letters and skins, blended
};

struct Shape {
    PixelBox box;            // no pixel outside is touched; cut by its clip
    std::uint32_t first = 0; // of its indices
    std::uint32_t color = 0; // of the first vertex, as ImGui packs it
    std::uint64_t hash = 0;  // of all that its pixels depend on, from the origin of what moves
    std::uint16_t clip = 0, texture = 0;
    std::uint8_t count = 0; // indices: 3, or 6 for two triangles in a row
    Ink ink = Ink::textured;
    bool cut = false;   // reaches beyond its clip
    bool hides = false; // a large opaque rectangle: every pixel of `box` is of `color`
};

struct Shapes {
    PixelBox window;
    std::vector<Shape> all;
    std::vector<ImDrawVert> vertices; // window pixels, to a sixty-fourth
    std::vector<std::uint32_t> indices;
    std::vector<PixelBox> clips;
    std::vector<ImTextureID> textures;
    // The shapes that draw what moves, and where it shows. No box: nothing moves.
    std::size_t moving_from = 0, moving_to = 0;
    PixelBox moving_box;
    int origin_x = 0, origin_y = 0;

    // Reads a frame after ImGui::Render; textures have their ids. `moving`: null, or part of it.
    void read(ImDrawData const& data, Moving const* moving);

private:
    ImVec2 white_; // the place in the texture that colours nothing

    enum class Moves { no, yes };
    void read_list(ImDrawList const& list, ImDrawData const& data, Moving const* moving);
    void add(std::uint32_t first, int count, std::uint64_t seed, Moves moves);
};

// What each kind of drawing covers, in windows: 1 is every pixel once.
struct Covered {
    double opaque = 0, plain = 0, textured = 0;
    double copied = 0; // from a picture that was kept
    [[nodiscard]] double all() const { return opaque + plain + textured + copied; }
    [[nodiscard]] double blended() const { return plain + textured; }
};

// Of a whole frame as it is drawn by whoever keeps nothing.
Covered covered(Shapes const& shapes);

// The part of a triangle that lies in a box, in pixels.
double area_within(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
                   PixelBox const& box);

} // namespace ui
