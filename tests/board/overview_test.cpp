#include "board/overview.h"

#include <doctest/doctest.h>

#include <random>

namespace {

std::vector<base::Rect> scattered(int count, float over)
{
    std::mt19937 engine(5);
    std::uniform_real_distribution<float> place(0, over);
    std::vector<base::Rect> boxes;
    for (int i = 0; i < count; ++i) {
        base::Vec2 const at{place(engine), place(engine)};
        boxes.push_back({at, at + base::Vec2{240, 160}});
    }
    return boxes;
}

bool shown(std::vector<base::Rect> const& rects, base::Vec2 at)
{
    for (auto const& r : rects)
        if (r.contains(at)) return true;
    return false;
}

} // namespace

TEST_CASE("the minimap of few cards shows each card")
{
    auto const boxes = scattered(60, 3000);
    CHECK(board::overview(boxes, 200) == boxes);
    CHECK(board::overview({}, 200).empty());
}

TEST_CASE("the minimap of thousands of cards covers each card and leaves gaps empty")
{
    auto boxes = scattered(3000, 60'000);
    boxes.push_back({{90'000, 90'000}, {90'240, 90'160}}); // alone, far away
    auto const rects = board::overview(boxes, 200);
    int missed = 0;
    for (auto const& box : boxes) {
        auto const reach = 90'240.0F / 200; // a cell
        bool found = false;
        for (float dx : {-reach, 0.0F, reach})
            for (float dy : {-reach, 0.0F, reach})
                found = found || shown(rects, box.center() + base::Vec2{dx, dy});
        missed += found ? 0 : 1;
    }
    CHECK(missed == 0);
    CHECK(shown(rects, {90'120, 90'080}));
    CHECK_FALSE(shown(rects, {80'000, 20'000}));
    CHECK(rects.size() < boxes.size());
}

TEST_CASE("a hundred thousand cards in rows are a handful of rectangles")
{
    std::vector<base::Rect> boxes;
    for (int y = 0; y < 250; ++y)
        for (int x = 0; x < 400; ++x) {
            base::Vec2 const at{static_cast<float>(x) * 258, static_cast<float>(y) * 180};
            boxes.push_back({at, at + base::Vec2{240, 162}});
        }
    auto const rects = board::overview(boxes, 200);
    CHECK(rects.size() < 20);
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = i + 1; j < rects.size(); ++j) CHECK_FALSE(rects[i].overlaps(rects[j]));
}
