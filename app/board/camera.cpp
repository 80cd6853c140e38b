#include "board/camera.h"

#include <cmath>

namespace board {
namespace {

constexpr float full_from = 0.8F, compact_from = 0.45F, chip_from = 0.2F;
constexpr float ladder = 1.15F;

// Tolerance: ten wheel steps reach slightly less than 0.8.
constexpr float least_step = 0.002F;

// The board's origin on the screen, rounded to whole pixels so that panning shifts the picture
// without changing it.
base::Vec2 shift_of(View const& view)
{
    auto const at = view.window.min - view.camera.origin * view.scale();
    return {std::round(at.x), std::round(at.y)};
}

} // namespace

base::Vec2 View::to_board(base::Vec2 screen) const
{
    return (screen - shift_of(*this)) * (1 / scale());
}

base::Vec2 View::to_screen(base::Vec2 board) const { return shift_of(*this) + board * scale(); }

base::Rect View::to_board(base::Rect const& screen) const
{
    return {to_board(screen.min), to_board(screen.max)};
}

base::Rect View::to_screen(base::Rect const& board) const
{
    return {to_screen(board.min), to_screen(board.max)};
}

Camera panned(View const& view, base::Vec2 by)
{
    return {view.camera.origin - by * (1 / view.scale()), view.camera.zoom};
}

Camera zoomed_at(View const& view, base::Vec2 at, float factor)
{
    auto const zoom = std::clamp(view.camera.zoom * factor, view.least, zoom_max);
    // Not rounded to screen pixels: a long zoom would drift.
    auto const held = view.camera.origin + (at - view.window.min) * (1 / view.scale());
    return {held - (at - view.window.min) * (1 / (zoom * view.density)), zoom};
}

Camera fitted(View const& view, base::Rect const& what, base::Rect const& room, float largest)
{
    auto const wide = std::max(what.width(), 1.0F), high = std::max(what.height(), 1.0F);
    auto const zoom = std::clamp(std::min(room.width() / wide, room.height() / high) / view.density,
                                 zoom_least, largest);
    auto const k = 1 / (zoom * view.density);
    return {what.center() - (room.center() - view.window.min) * k, zoom};
}

float farthest_zoom(View const& view, base::Rect const& what, base::Rect const& room)
{
    return std::min(zoom_min, fitted(view, what, room).zoom);
}

Camera brought_in(View const& view, base::Rect const& what, base::Rect const& room)
{
    auto const box = view.to_screen(what);
    auto shift = [](float low, float high, float from, float to) {
        if (low < from || high - low > to - from) return from - low;
        return high > to ? to - high : 0.0F;
    };
    return panned(view, {shift(box.min.x, box.max.x, room.min.x, room.max.x),
                         shift(box.min.y, box.max.y, room.min.y, room.max.y)});
}

Camera between(View const& from, Camera const& to, float t)
{
    if (t <= 0) return from.camera;
    if (t >= 1) return to;
    auto const half = (from.window.max - from.window.min) * 0.5F;
    auto middle = [&](Camera const& c) { return c.origin + half * (1 / (c.zoom * from.density)); };
    auto const a = middle(from.camera), b = middle(to);
    auto const zoom = from.camera.zoom * std::pow(to.zoom / from.camera.zoom, t);
    return {a + (b - a) * t - half * (1 / (zoom * from.density)), zoom};
}

Detail detail_at(float zoom)
{
    if (zoom >= full_from - least_step) return Detail::full;
    if (zoom >= compact_from - least_step) return Detail::compact;
    if (zoom >= chip_from - least_step) return Detail::chip;
    return Detail::block;
}

float ladder_size(float size)
{
    if (size <= 0) return 1;
    return std::pow(ladder, std::ceil(std::log(size) / std::log(ladder) - 0.01F));
}

} // namespace board
