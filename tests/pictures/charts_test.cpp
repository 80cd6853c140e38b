#include "pictures/charts.h"
#include "pictures/icons.h"
#include "studio.h"

#include <doctest/doctest.h>

#include <algorithm>

// Bars and gauges without a screen.
namespace {

using namespace pictures;

constexpr Color blue{10, 20, 230, 255}, red{220, 20, 30, 255};
base::Rect const area{{100, 50}, {400, 300}};

bool says(List const& list, std::string const& words)
{
    return std::ranges::count(said(list), words) > 0;
}

} // namespace

TEST_CASE("a score bar goes from zero to its value, to the left when negative")
{
    BarScale const scale{-10, 10, 100, 300};
    auto bar = [&](double value, float grown) {
        auto const list = drawn([&](Pen& pen) {
            draw_score_bar(pen, {value, {}, blue, {}}, scale, 50, grown);
        });
        return all_of<Box>(list).front().box;
    };
    CHECK(bar(5, 1) == base::Rect{{200, 37}, {250, 63}});
    CHECK(bar(5, 0.5F) == base::Rect{{200, 37}, {225, 63}});
    CHECK(bar(-10, 1) == base::Rect{{100, 37}, {200, 63}});
}

TEST_CASE("an interval appears after the bar has grown; a contested bar is hatched")
{
    BarScale const scale{0, 10, 0, 100};
    ScoreBar const bar{5, ScoreBar::Interval{4, 7}, blue, red};
    auto const growing = drawn([&](Pen& pen) { draw_score_bar(pen, bar, scale, 50, 0.5F); });
    auto const grown = drawn([&](Pen& pen) { draw_score_bar(pen, bar, scale, 50, 1); });
    auto const whisker = [](Line const& line) {
        return line.from == base::Vec2{40, 50} && line.to == base::Vec2{70, 50};
    };
    CHECK(std::ranges::none_of(all_of<Line>(growing), whisker));
    CHECK(std::ranges::count_if(all_of<Line>(grown), whisker) == 2); // over its underlay
    CHECK(std::ranges::count(all_of<Line>(grown), red, &Line::color) > 3);
    CHECK(all_of<Clip>(grown).front().box == base::Rect{{0, 37}, {50, 63}});
}

TEST_CASE("a scale labels its steps, and zero when votes may be negative")
{
    std::vector<std::string> const words{"-10", "0", "10"};
    auto const list = drawn([&](Pen& pen) {
        draw_scale(pen, {-10, 10, 100, 300}, words, 20, 200);
    });
    CHECK(said(list) == words);
    auto const texts = all_of<Text>(list);
    CHECK(texts[0].at.x == 100);
    CHECK(texts[1].at.x == 200);
    CHECK(texts[2].at.x == 300);
    CHECK(all_of<Line>(list).size() == 1);
    auto const above = drawn([&](Pen& pen) { draw_scale(pen, {0, 10, 100, 300}, words, 20, 200); });
    CHECK(all_of<Line>(above).empty());
}

TEST_CASE("a histogram has a bar per value with its count; blanks are separate")
{
    std::vector<HistogramBar> const bars{{4, "non", red, HistogramBar::Kind::said, {}},
                                         {8, "oui", blue, HistogramBar::Kind::said, {}},
                                         {2, "blanc", {}, HistogramBar::Kind::blank, {}}};
    float end = 0;
    auto const list = drawn([&](Pen& pen) { end = draw_histogram(pen, bars, area); });
    auto const boxes = all_of<Box>(list);
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[1].box.height() == doctest::Approx(2 * boxes[0].box.height()));
    CHECK(boxes[0].box.max.y == boxes[1].box.max.y);
    auto const blank = all_of<Border>(list); // hatched
    REQUIRE(blank.size() == 1);
    CHECK(blank.front().box.min.x > boxes[1].box.max.x);
    CHECK(blank.front().box.max.x <= area.max.x);
    for (auto const* word : {"4", "8", "2", "non", "oui", "blanc"}) CHECK(says(list, word));
    CHECK(end > boxes[0].box.max.y);
    CHECK(drawn([&](Pen& pen) { end = draw_histogram(pen, {}, area); }).items.empty());
    CHECK(end == area.min.y);
}

TEST_CASE("few points are drawn as dots, zero as a ring")
{
    std::vector<HistogramBar> const bars{{1, "aucun", red, HistogramBar::Kind::said, 0},
                                         {1, "3 points", blue, HistogramBar::Kind::said, 3}};
    auto const list = drawn([&](Pen& pen) { draw_histogram(pen, bars, area); });
    CHECK(all_of<Ring>(list).size() == 1);
    CHECK(all_of<Disc>(list).size() == 3);
}

TEST_CASE("shares fill a bar in proportion; narrow ones have a count only, or no label")
{
    std::vector<SharePart> const parts{{"TB", 6, blue, {}, SharePart::Kind::said},
                                       {"B", 0, red, {}, SharePart::Kind::said},
                                       {"P", 2, red, {}, SharePart::Kind::said},
                                       {{}, 2, red, {}, SharePart::Kind::blank}};
    base::Rect const bar{{100, 50}, {400, 84}};
    auto const list = drawn([&](Pen& pen) { draw_shares(pen, parts, bar, 1, Standing::plain); });
    auto const boxes = all_of<Box>(list);
    CHECK(boxes.front().box.min.x == 100);
    CHECK(boxes.front().box.width() == doctest::Approx(300 * 0.6F - 3));
    CHECK(boxes.front().corners == Corners::left);
    CHECK(says(list, "TB 6"));
    CHECK_FALSE(says(list, "B 0"));
    CHECK(says(list, "2"));
    CHECK(all_of<Border>(list).front().box.max.x == doctest::Approx(400));
    // While it grows nothing is written; a narrow one has no room for a count.
    CHECK(said(drawn([&](Pen& pen) {
              draw_shares(pen, parts, bar, 0.5F, Standing::plain);
          })).empty());
    base::Rect const narrow{{100, 50}, {125, 84}};
    CHECK(said(drawn([&](Pen& pen) {
              draw_shares(pen, parts, narrow, 1, Standing::plain);
          })).empty());
    auto const nobody = std::vector<SharePart>{{"TB", 0, blue, {}, SharePart::Kind::said}};
    CHECK(
        drawn([&](Pen& pen) { draw_shares(pen, nobody, bar, 1, Standing::chosen); }).items.empty());
}

TEST_CASE("share rows are stacked, with their names beside them")
{
    std::vector<ShareRow> const rows{{"Très bien", 6, blue, ShareRow::Kind::said, Standing::chosen},
                                     {"Passable", 3, red, ShareRow::Kind::said, Standing::plain},
                                     {"Rien", 0, red, ShareRow::Kind::said, Standing::plain}};
    float end = 0;
    auto const list = drawn([&](Pen& pen) { end = draw_share_rows(pen, rows, area); });
    auto const boxes = all_of<Box>(list); // the mark of the chosen one, and two bars
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[1].box.width() == doctest::Approx(2 * boxes[2].box.width()));
    CHECK(boxes[1].box.max.x == doctest::Approx(area.max.x - 44));
    CHECK(end == area.min.y + 3 * 36 + 8);
    auto const wide = drawn([&](Pen& pen) { draw_share_rows(pen, rows, area, 120); });
    CHECK(all_of<Box>(wide)[1].box.min.x == area.min.x + 134);
}

TEST_CASE("a gauge shows its share, a sign or a word, and the progress of its computation")
{
    auto const done = drawn([](Pen& pen) {
        draw_gauge(pen, {50, 50}, {0.75F, blue, icon::check, "", {}});
    });
    REQUIRE(all_of<Arc>(done).size() == 1);
    CHECK(all_of<Arc>(done).front().to == 0.75F);
    CHECK(all_of<Icon>(done).size() == 1);
    auto const computing = drawn([](Pen& pen) {
        draw_gauge(pen, {50, 50}, {0, blue, 0, "!", 0.5F});
    });
    REQUIRE(all_of<Arc>(computing).size() == 1); // nothing of a share of 0
    CHECK(all_of<Arc>(computing).front().radius == 33);
    CHECK(says(computing, "!"));
}

TEST_CASE("axis bars start at the middle, and are missing without a position")
{
    std::vector<AxisBar> const bars{{blue, 0.75F}, {blue, 0.25F}, {blue, {}}};
    auto const list = drawn([&](Pen& pen) { draw_axis_bars(pen, bars, 100, 20, 50); });
    REQUIRE(all_of<Box>(list).size() == 1);
    CHECK(all_of<Box>(list).front().box.height() == 30);
    CHECK(all_of<Border>(list).size() == 1);
    auto const lines = all_of<Line>(list);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].dash.on > 0);
    CHECK(lines[1].to.x == 160);
}

TEST_CASE("a share of zero draws the background only")
{
    auto share = [](float of) {
        return all_of<Box>(drawn([&](Pen& pen) {
            draw_share(pen, {{0, 0}, {100, 10}}, 4, red, blue, of);
        }));
    };
    CHECK(share(0).size() == 1);
    REQUIRE(share(0.25F).size() == 2);
    CHECK(share(0.25F)[1].box.max.x == 25);
}

TEST_CASE("the rank by the chosen rule is filled, a different one has a border")
{
    auto const cell = [](RankCell which) {
        return drawn([&](Pen& pen) { draw_rank_cell(pen, {50, 50}, 3, which); });
    };
    CHECK(all_of<Box>(cell(RankCell::orders)).size() == 1);
    CHECK(all_of<Border>(cell(RankCell::orders)).empty());
    auto const agrees = all_of<Border>(cell(RankCell::agrees)).at(0),
               differs = all_of<Border>(cell(RankCell::differs)).at(0);
    CHECK(differs.width > agrees.width);
    CHECK_FALSE(differs.color == agrees.color);
    CHECK(said(cell(RankCell::agrees)) == std::vector<std::string>{"3"});
}
