#pragma once

#include "base/geometry.h"
#include "board/palette.h"
#include "ui/kit/paint.h"

#include <cstdint>

// Surfaces cached in the font texture: shadow, fill and border of a card as one nine-part image
// whose corners keep their size, so that each pixel is drawn once. For surfaces shown many times;
// those with animated colours use `draw_surface`.
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

// `box` must be on whole pixels. `stretch`: enlarges the skin, while zooming, when making one of
// the exact size is not worth it.
void draw_skin(Ui& ui, base::Rect const& box, Skin const& skin, float stretch = 1);

// The shadow around an opaque surface, not below it. False, without drawing, when `box` is smaller
// than its corners.
bool draw_shadow(Ui& ui, base::Rect const& box, float radius, Level level);

// A circle around `centre`, rounded to whole pixels; sizes as above.
void draw_coin(Ui& ui, base::Vec2 centre, Skin const& skin, float stretch = 1);

// A disc in the texture, for drawing many: its position there and its side in screen pixels; 0: not
// available.
struct Dot {
    base::Vec2 uv0, uv1;
    float side = 0;
};
Dot dot(Ui& ui, float radius, board::Color color);

// Changes when positions in that texture become invalid.
std::uint64_t atlas_state();

// A surface in the texture and its cuts; stored in UiState.
struct KnownSkin {
    Skin skin;
    float scale = 0;  // screen pixels per design pixel, for shadows
    base::Vec2 whole; // size of a box too small to be cut, else zero
    int rect = -1;    // id in the atlas
    std::uint64_t atlas = 0;
    std::uint64_t last_frame = 0;
    base::Vec2 uv0, uv1;         // valid while the atlas is in state `atlas`
    base::Vec2 before, after;    // margins outside the box: left and top, right and bottom
    base::Vec2 corner0, corner1; // unstretched corners, from the box inwards
};

} // namespace ui
