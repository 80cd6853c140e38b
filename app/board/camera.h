#pragma once

#include "base/geometry.h"

// Where the board is looked at from. Board units are those of CardPlace: one is one design pixel at
// zoom 1.
namespace board {

constexpr float zoom_min = 0.1F, zoom_max = 4;
constexpr float zoom_least = 0.004F; // to see a hundred thousand cards at once

struct Camera {
    base::Vec2 origin; // board point at the top left of the view
    float zoom = 1;    // zoom_least..zoom_max
    friend bool operator==(Camera const&, Camera const&) = default;
};

// A camera and the window it looks through.
struct View {
    Camera camera;
    base::Rect window;      // on the screen, in screen pixels
    float density = 1;      // screen pixels for one design pixel
    float least = zoom_min; // that a hand may zoom out to: zoom_least..zoom_min

    // Screen pixels for one board unit.
    [[nodiscard]] float scale() const { return camera.zoom * density; }
    [[nodiscard]] base::Vec2 to_board(base::Vec2 screen) const;
    [[nodiscard]] base::Vec2 to_screen(base::Vec2 board) const;
    [[nodiscard]] base::Rect to_board(base::Rect const& screen) const;
    [[nodiscard]] base::Rect to_screen(base::Rect const& board) const;
    // The part of the board that shows.
    [[nodiscard]] base::Rect seen() const { return to_board(window); }
};

// The board follows the hand: `by` in screen pixels.
Camera panned(View const& view, base::Vec2 by);
// `factor` times larger; what is under `at` (screen pixels) stays under it.
Camera zoomed_at(View const& view, base::Vec2 at, float factor);
// `what` whole and in the middle of `room` (screen pixels, part of the window), at most at
// `largest`.
Camera fitted(View const& view, base::Rect const& what, base::Rect const& room, float largest = 1);
// How far out a hand may zoom on a board: `zoom_min`, or as far as it takes to see all of `what`.
float farthest_zoom(View const& view, base::Rect const& what, base::Rect const& room);
// Moved as little as it takes for `what` to lie within `room`; the zoom stays.
Camera brought_in(View const& view, base::Rect const& what, base::Rect const& room);
// On the way from `from` (t = 0) to `to` (t = 1): the zoom grows evenly by factors, and the middle
// of `window` travels straight.
Camera between(View const& from, Camera const& to, float t);

// How much of a card shows at a zoom.
enum class Detail {
    full,    // number, domain, source, title
    compact, // number, title
    chip,    // number and a bar
    block    // a rectangle
};
Detail detail_at(float zoom);

// The size that letters are made at while the zoom moves: the next of a ladder of ×1.15, so that a
// zoom makes a few sizes and not hundreds.
float ladder_size(float size);

} // namespace board
