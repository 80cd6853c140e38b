#include "small_board.h"

#include <algorithm>

using namespace board_test;
using model::AnnotationId;

namespace {

// Two cards in a row, a third below, a link from 1 to 2.
struct Linked {
    Board b;
    Linked()
    {
        b.card(1, {0, 0});
        b.card(2, {600, 0});
        b.card(3, {0, 600});
        b.link(50, 1, 2, "vers");
    }
};

} // namespace

TEST_CASE("a link runs from edge to edge, clear of both cards, and its label is on it")
{
    Linked l;
    auto const marks = l.b.marks();
    auto const scene = l.b.scene();
    auto const* link = marks.find({50});
    REQUIRE(link);
    REQUIRE(link->line.size() == 2);
    CHECK(link->line[0].x > 240);
    CHECK(link->line[0].x < 260);
    CHECK(link->line[1].x < 600);
    CHECK(link->line[1].x > 580);
    auto const shape =
        board::shape_of(*link, scene.find(case_id(1))->box, scene.find(case_id(2))->box);
    CHECK(shape.label.contains((link->line[0] + link->line[1]) * 0.5F));
}

TEST_CASE("a link follows a card while it is carried")
{
    Linked l;
    auto const scene = l.b.scene();
    auto const marks = l.b.marks();
    auto const from = scene.find(case_id(1))->box;
    base::Rect const to{{0, 900}, {240, 1000}};
    auto const shape = board::shape_of(*marks.find({50}), from, to);
    REQUIRE(shape.line.size() == 2);
    CHECK(shape.line[0].y > from.max.y);
    CHECK(shape.line[1].y < 900);
}

TEST_CASE("cards that touch show no line between them rather than a wrong one")
{
    Linked l;
    auto const marks = l.b.marks();
    CHECK(board::shape_of(*marks.find({50}), {{0, 0}, {240, 100}}, {{200, 50}, {440, 150}})
              .line.empty());
    CHECK(board::shape_of(*marks.find({50}), {{0, 0}, {240, 100}}, {{0, 0}, {240, 100}})
              .line.empty());
}

TEST_CASE("links there and back run side by side")
{
    Linked l;
    l.b.link(51, 2, 1);
    auto const marks = l.b.marks();
    auto const there = marks.find({50})->line, back = marks.find({51})->line;
    CHECK(std::abs(there[0].y - back[1].y) > 15);
    CHECK(std::abs(there[1].y - back[0].y) > 15);
}

TEST_CASE("a link of a merged card goes to the card it is merged into, without loops")
{
    Linked l;
    l.b.put<model::Merge>(case_id(2), {case_id(3)});
    CHECK(l.b.marks().find({50})->to == case_id(3));
    l.b.put<model::Merge>(case_id(2), {case_id(1)});
    CHECK_FALSE(l.b.marks().find({50}));
}

TEST_CASE("a label moves along its line when a card lies under it")
{
    Linked l;
    l.b.link(52, 1, 3, "vers"); // from (120, 0) down to (120, 600)
    auto const before = l.b.marks().find({52})->label_at;
    l.b.card(4, {125, 300}, 10); // beside the line, under the label
    auto const after = l.b.marks().find({52})->label_at;
    CHECK(before == 0.5F);
    CHECK(after != before);
}

TEST_CASE("a stroke is hit along its line, not in the area it encloses")
{
    Board b;
    b.stroke(9, {{0, 0}, {400, 0}, {400, 400}, {0, 400}, {0, 2}});
    auto const marks = b.marks();
    REQUIRE(marks.above_at({200, 3}, 5));
    CHECK_FALSE(marks.above_at({200, 200}, 5));
    CHECK(marks.touched_by({{380, 100}, {420, 200}}) == board::MarkSet{{9}});
    CHECK(marks.touched_by({{100, 100}, {300, 300}}).empty());
}

TEST_CASE("a text is hit in its box, a link on its line or its label")
{
    Linked l;
    l.b.text(60, {300, 300}, "douze lettre");
    auto const marks = l.b.marks();
    CHECK(marks.above_at({410, 320}, 5)->id == AnnotationId{60});
    CHECK_FALSE(marks.above_at({430, 320}, 5));
    auto const middle = marks.find({50})->line[0] * 0.5F + marks.find({50})->line[1] * 0.5F;
    CHECK(marks.above_at(middle, 5)->id == AnnotationId{50}); // the label lies above cards
    CHECK(marks.below_at({280, middle.y + 3}, 5)->id == AnnotationId{50});
    CHECK_FALSE(marks.below_at({280, middle.y + 30}, 5));
}

TEST_CASE("a lasso selects annotations that it surrounds, not those that it crosses")
{
    Linked l;
    l.b.text(60, {300, 300}, "dedans");
    l.b.stroke(61, {{310, 350}, {340, 380}});
    l.b.stroke(62, {{350, 350}, {900, 380}});
    board::Line const loop{{280, 280}, {420, 280}, {420, 420}, {280, 420}};
    CHECK(l.b.marks().within(loop) == board::MarkSet{{60}, {61}});
}

TEST_CASE("a frame contains the annotations that are completely inside")
{
    Board b;
    b.text(60, {10, 10}, "dedans");
    b.text(61, {180, 10}, "au bord");
    CHECK(b.marks().inside_of({{0, 0}, {200, 100}}) == board::MarkSet{{60}});
}

TEST_CASE("a stroke that did not change keeps its curve; one that did has a new one")
{
    Board b;
    b.stroke(9, {{0, 0}, {100, 80}, {200, 0}});
    auto before = b.marks();
    auto const line = before.find({9})->line;
    auto const* address = before.find({9})->line.data();
    board::Marks const again(b.doc, b.scene(), by_count, std::move(before));
    CHECK(again.find({9})->line == line);
    CHECK(again.find({9})->line.data() == address); // not made again
    b.stroke(9, {{0, 0}, {100, 180}, {200, 0}});
    board::Marks const changed(b.doc, b.scene(), by_count, again);
    CHECK(changed.find({9})->line != line);
}

TEST_CASE("annotations are drawn in the order links, strokes, texts")
{
    Linked l;
    l.b.text(10, {0, 0}, "texte");
    l.b.stroke(11, {{0, 0}, {50, 20}});
    auto const marks = l.b.marks();
    std::vector<model::AnnotationKind> kinds;
    for (auto const& mark : marks.all()) kinds.push_back(mark.kind);
    using Kind = model::AnnotationKind;
    CHECK(kinds == std::vector{Kind::link, Kind::stroke, Kind::text});
}
