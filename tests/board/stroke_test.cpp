#include "board/stroke.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using board::Line;

namespace {

// A circle of radius 100 about (200, 200), as a mouse draws it: whole pixels, many of them.
Line circle_by_hand()
{
    Line line;
    for (int i = 0; i <= 360; ++i) {
        auto const angle = static_cast<float>(i) * 3.14159F / 180;
        line.push_back(
            {std::round(200 + 100 * std::cos(angle)), std::round(200 + 100 * std::sin(angle))});
    }
    return line;
}

} // namespace

TEST_CASE("a straight line is kept by its two ends")
{
    Line line;
    for (int i = 0; i <= 50; ++i) line.push_back({static_cast<float>(i) * 3, 40});
    CHECK(board::simplified(line, 1) == Line{{0, 40}, {150, 40}});
}

TEST_CASE("a stroke keeps few points, and the curve through them is what the hand drew")
{
    auto const stroke = board::stroke_of(circle_by_hand(), 1);
    REQUIRE(stroke);
    auto const kept = board::points_of(*stroke);
    CHECK(kept.size() < 40);
    CHECK(kept.size() > 8);
    for (auto const p : board::curved(kept)) {
        auto const radius = std::hypot(p.x - 200, p.y - 200);
        CHECK(radius == doctest::Approx(100).epsilon(0.02));
    }
}

TEST_CASE("a line drawn at low zoom keeps the same detail on the screen")
{
    auto const near = board::points_of(*board::stroke_of(circle_by_hand(), 1));
    Line large;
    for (auto p : circle_by_hand()) large.push_back(p * 4);
    auto const far = board::points_of(*board::stroke_of(large, 0.25F));
    CHECK(far.size() == doctest::Approx(static_cast<double>(near.size())).epsilon(0.3));
}

TEST_CASE("a press without a move is a dot, and no points give no stroke")
{
    auto const dot = board::stroke_of({{12.25F, 7}}, 1);
    REQUIRE(dot);
    CHECK(dot->points == std::vector<int>{0, 0});
    CHECK(dot->at == base::Vec2{12.25F, 7});
    CHECK_FALSE(board::stroke_of({}, 1));
}

TEST_CASE("a fast stroke with few points keeps its corners")
{
    auto const kept = board::points_of(*board::stroke_of({{0, 0}, {400, 0}, {400, 400}}, 1));
    REQUIRE(kept.size() == 3);
    CHECK(std::hypot(kept[1].x - 400, kept[1].y) < 2);
}

TEST_CASE("an endless scribble stays within what a session accepts")
{
    Line line;
    for (int i = 0; i < 60'000; ++i)
        line.push_back({static_cast<float>(i % 100) * 10, static_cast<float>((i * 7) % 90) * 10});
    CHECK(board::stroke_of(line, 1)->points.size() <= 16'384);
}

TEST_CASE("the curve between two points has no loop")
{
    // A hairpin: the place where a plain spline overshoots.
    auto const curve = board::curved({{0, 0}, {200, 0}, {200, 4}, {0, 4}});
    for (auto const p : curve) {
        CHECK(p.x <= 206);
        CHECK(p.y >= -6);
        CHECK(p.y <= 10);
    }
}

TEST_CASE("the sides of a square stay straight")
{
    for (auto const p : board::curved({{0, 0}, {400, 0}, {400, 400}, {0, 400}, {0, 0}})) {
        CHECK(p.x > -2);
        CHECK(p.y < 402);
        auto const off =
            std::min({std::abs(p.x), std::abs(p.x - 400), std::abs(p.y), std::abs(p.y - 400)});
        CHECK(off < 2);
    }
}

TEST_CASE("how far a point is from a line, and whether a rectangle meets it")
{
    Line const line{{0, 0}, {100, 0}, {100, 100}};
    CHECK(board::distance_to(line, {50, 8}) == doctest::Approx(8));
    CHECK(board::distance_to(line, {110, 110}) == doctest::Approx(std::sqrt(200.F)));
    CHECK(board::crosses(line, {{40, -5}, {60, 5}}));
    CHECK_FALSE(board::crosses(line, {{20, 20}, {80, 80}})); // within the corner, but off the line
}

TEST_CASE("the outline of a lasso is convex and holds all of its line")
{
    auto line = circle_by_hand();
    line.push_back({200, 200}); // a dent
    auto const hull = board::hull_of(line);
    CHECK(std::find(hull.begin(), hull.end(), base::Vec2{200, 200}) == hull.end());
    for (std::size_t i = 0; i < hull.size(); ++i) {
        auto const a = hull[i], b = hull[(i + 1) % hull.size()], c = hull[(i + 2) % hull.size()];
        CHECK((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0);
    }
}
