#include "board/marks.h"
#include "small_board.h"

#include <algorithm>

using namespace board_test;

namespace {

// Cards in rows as a tidy board has them, from number 1 on.
Board grid(int columns, int rows)
{
    Board b;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            b.card(row * columns + column + 1,
                   {static_cast<float>(column) * (board::card_width + board::card_gap),
                    static_cast<float>(row) * (150 + board::card_gap)},
                   76);
    return b;
}

// The numbers of the cards that a line crosses.
std::vector<int> behind(Board const& b, board::Line const& line)
{
    std::vector<int> numbers;
    auto const scene = b.scene();
    for (auto const& card : scene.cards())
        if (board::crosses(line, base::grown(card.box, -3))) numbers.push_back(card.number);
    return numbers;
}

bool on_edge_of(Board const& b, int card, base::Vec2 at)
{
    auto const box = b.scene().find(case_id(card))->box;
    return base::grown(box, 8).contains(at) && !base::grown(box, -1).contains(at);
}

} // namespace

TEST_CASE("a link goes around the cards that lie between its two, from edge to edge")
{
    struct Ends {
        int from, to;
    };
    for (auto const& ends : {Ends{1, 5}, Ends{5, 1}, Ends{11, 15}, Ends{3, 23}, Ends{23, 3},
                             Ends{1, 25}, Ends{25, 1}, Ends{5, 21}, Ends{7, 19}, Ends{2, 15}}) {
        CAPTURE(ends.from);
        CAPTURE(ends.to);
        auto b = grid(5, 5);
        b.link(50, ends.from, ends.to, "vers");
        auto const marks = b.marks();
        auto const& line = marks.find({50})->line;
        REQUIRE(line.size() > 2);
        CHECK(behind(b, line).empty());
        CHECK(on_edge_of(b, ends.from, line.front()));
        CHECK(on_edge_of(b, ends.to, line.back()));
        auto const label = board::shape_of(*marks.find({50})).label;
        CHECK(label.contains(board::along(line, marks.find({50})->label_at)));
        CHECK(marks.find({50})->box.contains(board::along(line, 0.5F)));
        // It is hit where it runs, not on the straight line.
        auto const bend = line[line.size() / 2];
        REQUIRE(marks.below_at(bend + base::Vec2{0.5F, 0.5F}, 4));
    }
}

TEST_CASE("a link with nothing in its way stays straight")
{
    auto b = grid(5, 5);
    b.link(50, 1, 2);
    b.link(51, 1, 6);
    CHECK(b.marks().find({50})->line.size() == 2);
    CHECK(b.marks().find({51})->line.size() == 2);
}

TEST_CASE("links there and back along a row do not lie on each other")
{
    auto b = grid(5, 1);
    b.link(50, 1, 5);
    b.link(51, 5, 1);
    auto const marks = b.marks();
    auto const there = marks.find({50})->line, back = marks.find({51})->line;
    CHECK(std::abs(there[1].y - back[1].y) > 3);
}

TEST_CASE("a link does not strike through the title of a frame when it can go beside it")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {800, 700});
    b.frame(7, {{300, 250}, {1100, 900}}, {2});
    b.link(50, 1, 2);
    base::Rect const head{{303, 253}, {1097, 310}};
    CHECK_FALSE(board::crosses(b.marks().find({50})->line, head));
}
