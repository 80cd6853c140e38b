#include "board/camera.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

namespace {

board::View at(board::Camera camera) { return {camera, {{100, 80}, {1500, 1080}}, 1.5F}; }

bool close(base::Vec2 a, base::Vec2 b)
{
    return std::abs(a.x - b.x) < 0.01F && std::abs(a.y - b.y) < 0.01F;
}

// The board lies on whole pixels.
bool on_the_same_pixel(base::Vec2 a, base::Vec2 b)
{
    return std::abs(a.x - b.x) <= 0.51F && std::abs(a.y - b.y) <= 0.51F;
}

} // namespace

TEST_CASE("a point of the board is converted to the screen and back")
{
    auto const view = at({{-40, 25}, 0.7F});
    CHECK(close(view.to_board(view.to_screen(base::Vec2{123, -456})), {123, -456}));
}

TEST_CASE("zooming keeps the board point under the pointer in place")
{
    auto view = at({{-40, 25}, 0.7F});
    base::Vec2 const pointer{612, 433};
    auto const held = view.to_board(pointer);
    for (float factor : {1.1F, 1.1F, 0.5F, 3.0F}) {
        view.camera = board::zoomed_at(view, pointer, factor);
        CHECK(on_the_same_pixel(view.to_screen(held), pointer));
    }
    for (int i = 0; i < 400; ++i) // nor does it drift
        view.camera = board::zoomed_at(view, pointer, i % 2 == 0 ? 1.1F : 1 / 1.1F);
    CHECK(on_the_same_pixel(view.to_screen(held), pointer));
}

TEST_CASE("panning moves all of the board by the same whole pixels")
{
    auto view = at({{-1234.567F, 89.01F}, 0.37F});
    std::array<base::Vec2, 3> const points{{{0, 0}, {17.3F, -45.9F}, {2500.125F, 900.7F}}};
    for (base::Vec2 const by : {base::Vec2{33.3F, -7.7F}, {0.4F, 0.4F}, {-812.9F, 3}}) {
        auto const before = view;
        view.camera = board::panned(view, by);
        auto const moved = view.to_screen(points[0]) - before.to_screen(points[0]);
        CHECK(moved.x == std::round(moved.x));
        CHECK(moved.y == std::round(moved.y));
        for (auto point : points)
            CHECK(close(view.to_screen(point) - before.to_screen(point), moved));
    }
}

TEST_CASE("the zoom stays between 10 % and 400 %")
{
    auto view = at({});
    CHECK(board::zoomed_at(view, {200, 200}, 100).zoom == board::zoom_max);
    CHECK(board::zoomed_at(view, {200, 200}, 0.001F).zoom == board::zoom_min);
}

TEST_CASE("the zoom goes below 10 % only to fit a larger board")
{
    auto view = at({});
    base::Rect const room{{150, 200}, {1450, 1000}};
    base::Rect const huge{{0, 0}, {90'000, 60'000}};
    view.least = board::farthest_zoom(view, huge, room);
    CHECK(view.least < board::zoom_min);
    auto const fit = board::fitted(view, huge, room);
    CHECK(board::zoomed_at(view, {200, 200}, 0.001F).zoom == doctest::Approx(fit.zoom));
    CHECK(board::farthest_zoom(view, {{0, 0}, {300, 200}}, room) == board::zoom_min);
}

TEST_CASE("fitting centres all of an area, at most at the given zoom")
{
    auto view = at({});
    base::Rect const room{{150, 200}, {1450, 1000}}, what{{-500, 300}, {2500, 900}};
    view.camera = board::fitted(view, what, room);
    auto const shown = view.to_screen(what);
    CHECK(shown.min.x >= room.min.x - 0.51F);
    CHECK(shown.max.x <= room.max.x + 0.51F);
    CHECK(on_the_same_pixel(shown.center(), room.center()));
    CHECK(board::fitted(view, {{0, 0}, {10, 10}}, room, 1).zoom == 1);
}

TEST_CASE("panning moves the board by the pointer's movement")
{
    auto view = at({{0, 0}, 2});
    auto const before = view.to_screen(base::Vec2{50, 50});
    view.camera = board::panned(view, {30, -12});
    CHECK(close(view.to_screen(base::Vec2{50, 50}), before + base::Vec2{30, -12}));
}

TEST_CASE("bringing in something already visible does not move the camera")
{
    auto const view = at({});
    base::Rect const room = view.window;
    CHECK(board::brought_in(view, {{100, 100}, {300, 200}}, room) == view.camera);
    auto moved = view;
    moved.camera = board::brought_in(view, {{3000, 100}, {3240, 200}}, room);
    CHECK(moved.to_screen(base::Vec2{3240, 200}).x <= room.max.x + 0.1F);
    CHECK(moved.camera.zoom == view.camera.zoom);
}

TEST_CASE("a camera animation begins and ends at the given cameras")
{
    auto const from = at({{0, 0}, 0.5F});
    board::Camera const to{{900, -300}, 2};
    CHECK(board::between(from, to, 0) == from.camera);
    CHECK(board::between(from, to, 1) == to);
    CHECK(board::between(from, to, 0.5F).zoom == doctest::Approx(1.0F));
}

TEST_CASE("cards lose detail as they get smaller")
{
    using board::Detail;
    CHECK(board::detail_at(1) == Detail::full);
    CHECK(board::detail_at(0.8F) == Detail::full);
    CHECK(board::detail_at(0.6F) == Detail::compact);
    CHECK(board::detail_at(0.3F) == Detail::chip);
    CHECK(board::detail_at(0.15F) == Detail::block);
}

TEST_CASE("zooming uses few font sizes, none smaller than needed")
{
    float last = 0;
    int sizes = 0;
    for (float size = 8; size < 80; size *= 1.01F) {
        auto const made = board::ladder_size(size);
        CHECK(made > size * 0.98F);
        CHECK(made < size * 1.17F);
        if (made != last) ++sizes;
        last = made;
    }
    CHECK(sizes <= 18);
}
