#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "ui/kit/paint.h"

#include <cstdint>

// Surfaces that are drawn once, into the texture that holds the letters, and put from there:
// shadow, ground and border of a card are then one piece in nine parts, whose corners keep their
// size, and each pixel of it is painted once. For what is shown many times; what changes its
// colours from frame to frame is drawn by `draw_surface`.
namespace ui {

struct Ui;

struct Skin {
    float radius = 0; // screen pixels
    board::Color fill{0, 0, 0, 0};
    board::Color border{0, 0, 0, 0};
    float border_width = 1;
    Level level = Level::flat;
    friend bool operator==(Skin const&, Skin const&) = default;
};

// `box` on whole pixels. `stretch`: the skin is drawn this many times larger than it says, while a
// zoom is moving and a surface of its very size is not worth making.
void draw_skin(Ui& ui, base::Rect const& box, Skin const& skin, float stretch = 1);

// The shadow of an opaque surface, around it and not beneath it. False when `box` is too small for
// its corners to be cut: nothing is drawn.
bool draw_shadow(Ui& ui, base::Rect const& box, float radius, Level level);

// A circle around `centre`, moved to whole pixels; sizes as above.
void draw_coin(Ui& ui, base::Vec2 centre, Skin const& skin, float stretch = 1);

// A disc kept in the texture, for many of them: its place there, and its side in screen pixels.
// `side` 0: it cannot be kept.
struct Dot {
    base::Vec2 uv0, uv1;
    float side = 0;
};
Dot dot(Ui& ui, float radius, board::Color color);

// Changes whenever what lies in that texture may have moved: what was made of places in it is then
// of no use.
std::uint64_t atlas_state();

// What is drawn into the texture, and where its parts are cut: kept by the ui's state.
struct KnownSkin {
    Skin skin;
    float scale = 0;  // screen pixels for a design pixel: shadows are as large on every card
    base::Vec2 whole; // size of the box when it is too small to be cut, else nothing
    int rect = -1;    // in the atlas
    std::uint64_t atlas = 0;
    std::uint64_t last_frame = 0;
    base::Vec2 uv0, uv1;         // while the atlas is `atlas`
    base::Vec2 before, after;    // what sticks out of the box: left and top, right and bottom
    base::Vec2 corner0, corner1; // what is not stretched, from the box's corners inwards
};

} // namespace ui
