#pragma once

#include "base/geometry.h"

// The visible part of the board. A board unit is one design pixel at zoom 1, as in CardPlace.
namespace board {

constexpr float zoom_min = 0.1F, zoom_max = 4;
constexpr float zoom_least = 0.004F; // to show a hundred thousand cards at once

struct Camera {
    base::Vec2 origin; // board point at the top left of the view
    float zoom = 1;    // zoom_least..zoom_max
    friend bool operator==(Camera const&, Camera const&) = default;
};

// A camera and the window on the screen that it fills.
struct View {
    Camera camera;
    base::Rect window;      // on the screen, in screen pixels
    float density = 1;      // screen pixels for one design pixel
    float least = zoom_min; // smallest zoom for the user: zoom_least..zoom_min

    // Screen pixels per board unit.
    [[nodiscard]] float scale() const { return camera.zoom * density; }
    [[nodiscard]] base::Vec2 to_board(base::Vec2 screen) const;
    [[nodiscard]] base::Vec2 to_screen(base::Vec2 board) const;
    [[nodiscard]] base::Rect to_board(base::Rect const& screen) const;
    [[nodiscard]] base::Rect to_screen(base::Rect const& board) const;
    // The visible part of the board.
    [[nodiscard]] base::Rect seen() const { return to_board(window); }
};

// Moves the board by `by` screen pixels.
Camera panned(View const& view, base::Vec2 by);
// Zooms by `factor`; the point under `at` (screen pixels) stays there.
Camera zoomed_at(View const& view, base::Vec2 at, float factor);
// Shows all of `what` centred in `room` (screen pixels, part of the window), at most at zoom
// `largest`.
Camera fitted(View const& view, base::Rect const& what, base::Rect const& room, float largest = 1);
// The smallest zoom for the user: `zoom_min`, or less if needed to show all of `what`.
float farthest_zoom(View const& view, base::Rect const& what, base::Rect const& room);
// Moves as little as needed to bring `what` into `room`, at the same zoom.
Camera brought_in(View const& view, base::Rect const& what, base::Rect const& room);
// An intermediate camera between `from` (t = 0) and `to` (t = 1): the zoom changes exponentially,
// and the centre of `window` moves on a straight line.
Camera between(View const& from, Camera const& to, float t);

// How much of a card is drawn at a zoom.
enum class Detail {
    full,    // number, domain, source, title
    compact, // number, title
    chip,    // number and a bar
    block    // a rectangle
};
Detail detail_at(float zoom);

// The font size used while zooming: rounded up to a power of 1.15, to limit the number of sizes
// rasterised.
float ladder_size(float size);

} // namespace board
