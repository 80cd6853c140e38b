#include "board/snap.h"
#include "small_board.h"

#include <algorithm>

using namespace board_test;
using board::Guide;

namespace {

// Card 1 is dragged; the others stay. All are 240 × 132.
struct Table {
    Board b;
    board::Scene scene;
    board::View view{{}, {{0, 0}, {2000, 1000}}, 1};
    board::Selection const one{{case_id(1)}, {}};

    Table() { b.card(1, {1000, 700}); }
    void ready() { scene = b.scene(); }
    [[nodiscard]] board::Snapped moved_to(base::Vec2 at) const
    {
        auto const box = scene.find(case_id(1))->box;
        return board::snapped(scene, {box, one}, at - box.min, view);
    }
    [[nodiscard]] base::Vec2 lies_at(base::Vec2 hand) const
    {
        return scene.find(case_id(1))->box.min + moved_to(hand).by;
    }
};

} // namespace

TEST_CASE("edges within six pixels snap, with a guide line")
{
    Table t;
    t.b.card(2, {300, 100});
    t.ready();
    auto const high = t.scene.find(case_id(2))->box.height();
    CHECK(t.lies_at({304, 500}) == base::Vec2{300, 500});
    CHECK(t.lies_at({307, 500}) == base::Vec2{307, 500});
    CHECK(t.lies_at({700, 95}) == base::Vec2{700, 100});
    auto const guides = t.moved_to({304, 500}).guides;
    REQUIRE(guides.size() == 2); // the left edges and the right ones; the middles go without saying
    CHECK(guides[0].from == base::Vec2{300, 100});
    CHECK(guides[0].to == base::Vec2{300, 500 + high});
    CHECK(guides[1].from.x == 540);
}

TEST_CASE("the snapping distance is six screen pixels at any zoom")
{
    Table t;
    t.b.card(2, {300, 100});
    t.ready();
    t.view.camera.zoom = 0.5F;
    CHECK(t.lies_at({311, 500}).x == 300);
    t.view.camera.zoom = 2;
    CHECK(t.lies_at({304, 300}).x == 304);
}

TEST_CASE("centres snap when the sizes differ")
{
    Table t;
    t.b.card(2, {300, 100}, 158); // a hundred higher
    t.ready();
    auto const tall = t.scene.find(case_id(2))->box;
    auto const own = t.scene.find(case_id(1))->box;
    auto const level = tall.center().y - own.height() / 2;
    CHECK(t.lies_at({800, level + 4}).y == doctest::Approx(level));
    auto const guides = t.moved_to({800, level + 4}).guides;
    CHECK(std::any_of(guides.begin(), guides.end(), [&](Guide const& g) {
        return g.from.y == doctest::Approx(tall.center().y) && g.from.y == g.to.y;
    }));
}

TEST_CASE("a card snaps to the same gap as its neighbours")
{
    Table t;
    t.b.card(2, {0, 100});
    t.b.card(3, {300, 117}); // 60 apart, no edges in line with a card dropped at 110
    t.ready();
    auto const out = t.moved_to({603, 108});
    CHECK(1000 + out.by.x == doctest::Approx(600));
    auto const gaps = std::count_if(out.guides.begin(), out.guides.end(),
                                    [](Guide const& g) { return g.kind == Guide::Kind::gap; });
    CHECK(gaps == 2);
}

TEST_CASE("a card between two others snaps to the middle")
{
    Table t;
    t.b.card(2, {0, 100});
    t.b.card(3, {597, 130});
    t.ready();
    CHECK(t.lies_at({302, 115}).x == doctest::Approx(298.5)); // 58.5 on both sides
}

TEST_CASE("the same pointer position gives the same snap, in any sequence")
{
    Table t;
    for (int n = 2; n < 30; ++n)
        t.b.card(n, {static_cast<float>(n % 6) * 261, static_cast<float>(n / 6) * 163});
    t.ready();
    for (float x = 0; x < 600; x += 1) {
        auto const once = t.lies_at({x, 260}), again = t.lies_at({x, 260});
        CHECK(once == again);
        CHECK(std::abs(once.x - x) < 6);
        CHECK(std::abs(once.y - 260) < 6);
    }
}

TEST_CASE("moving the pointer forward never moves the card back")
{
    Table t;
    for (int n = 2; n < 30; ++n)
        t.b.card(n, {static_cast<float>(n % 6) * 261, static_cast<float>(n / 6) * 163});
    t.ready();
    auto before = t.lies_at({0, 260}).x;
    for (float x = 0; x < 900; x += 0.5F) {
        auto const now = t.lies_at({x, 260}).x;
        CHECK(now >= before - 0.001F);
        before = now;
    }
}

TEST_CASE("dragged cards and cards out of sight are not snapped to")
{
    Table t;
    t.b.card(2, {1000, 900});
    t.b.card(3, {300, 5000});
    t.ready();
    board::Selection const both{{case_id(1), case_id(2)}, {}};
    auto const box = base::united(t.scene.find(case_id(1))->box, t.scene.find(case_id(2))->box);
    CHECK(board::snapped(t.scene, {box, both}, {4, 4}, t.view).by == base::Vec2{4, 4});
    CHECK(t.lies_at({303, 700}).x == 303); // card 3 is far below
}

TEST_CASE("a frame snaps to frames and cards, except its own")
{
    Board b;
    b.frame(7, {{0, 0}, {500, 400}}, {1});
    b.frame(8, {{700, 503}, {1200, 903}});
    b.card(1, {40, 80});
    auto const scene = b.scene();
    board::View const view{{}, {{0, 0}, {2000, 1500}}, 1};
    board::Selection const frame{{}, {7}};
    auto const out =
        board::snapped(scene, {scene.find(model::GroupId{7})->box, frame}, {0, 500}, view);
    CHECK(out.by == base::Vec2{0, 503});
    CHECK(board::snapped(scene, {scene.find(model::GroupId{7})->box, frame}, {4, 30}, view).by ==
          base::Vec2{4, 30});
}

TEST_CASE("the edge of a resized frame snaps, its other edges stay")
{
    Board b;
    b.frame(7, {{0, 0}, {500, 400}});
    b.frame(8, {{700, 0}, {1200, 903}});
    auto const scene = b.scene();
    board::View const view{{}, {{0, 0}, {2000, 1500}}, 1};
    board::Selection const frame{{}, {7}};
    auto const out = board::snapped_edges(scene, {scene.find(model::GroupId{7})->box, frame},
                                          {0, 1}, {3, 500}, view);
    CHECK(out.by == base::Vec2{3, 503});
    REQUIRE(out.guides.size() == 1);
    CHECK(out.guides[0].from.y == 903);
}
