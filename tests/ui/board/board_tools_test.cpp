#include "support/ui/board_in_hand.h"

#include <algorithm>
#include <cmath>

// The board's tools: text, links, strokes, the lasso, frames.
using model::AnnotationKind;
using support::Board;
using support::both_steps;

TEST_CASE("a text is typed where one clicks, on several lines, and clicking elsewhere keeps it")
{
    for (auto const step : both_steps) {
        Board b(step);
        b.hand.click("rail.text");
        b.hand.click_at(b.ground());
        b.hand.settle();
        REQUIRE(b.hand.shows("draft.mark"));
        b.hand.type("À revoir");
        b.hand.key(ImGuiMod_Shift | ImGuiKey_Enter);
        b.hand.type("avec la DSI");
        b.hand.click_at(b.ground() + base::Vec2{300, 60});
        b.hand.settle();
        REQUIRE(b.marks().size() == 1);
        CHECK(b.marks().begin()->second.text == "À revoir\navec la DSI");
        CHECK(b.hand.shows(b.first_mark()));
        CHECK(b.hand.box(b.first_mark()).contains(b.ground() + base::Vec2{4, 0}));
        b.undo();
        CHECK(b.marks().empty());
    }
}

TEST_CASE("Escape ends a text and keeps it; an empty one leaves nothing; emptied, it is removed")
{
    Board b;
    b.key(ImGuiMod_Shift | ImGuiKey_T);
    b.hand.click_at(b.ground());
    b.hand.settle();
    b.hand.type("Note");
    b.key(ImGuiKey_Escape);
    CHECK(b.marks().size() == 1);
    auto const entries = b.entries();

    b.key(ImGuiKey_Escape);
    b.key(ImGuiMod_Shift | ImGuiKey_T);
    b.hand.click_at(b.ground() + base::Vec2{0, -120});
    b.hand.settle();
    b.key(ImGuiKey_Enter);
    CHECK(b.entries() == entries);
    CHECK_FALSE(b.hand.shows("draft.mark"));

    b.hand.double_click(b.first_mark());
    b.hand.settle();
    CHECK(b.hand.value("draft.mark") == "Note");
    b.hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    b.hand.key(ImGuiKey_Delete);
    b.key(ImGuiKey_Enter);
    CHECK(b.marks().empty());
}

TEST_CASE("a text that is corrected stays where it is; Escape leaves it as it was")
{
    Board b;
    b.write(b.ground(), "Brouillon");
    auto const at = b.marks().begin()->second.at;
    b.key(ImGuiKey_F2);
    b.hand.type(" 2");
    b.key(ImGuiKey_Enter);
    CHECK(b.marks().begin()->second.text == "Brouillon 2");
    CHECK(b.marks().begin()->second.at == at);
    b.key(ImGuiKey_Enter);
    b.hand.type(" 3");
    b.key(ImGuiKey_Escape);
    CHECK(b.marks().begin()->second.text == "Brouillon 2");
}

TEST_CASE("with the keyboard alone a text comes into the middle of the view")
{
    Board b;
    b.key(ImGuiMod_Shift | ImGuiKey_T);
    b.key(ImGuiKey_Enter);
    b.hand.type("Au clavier");
    b.key(ImGuiKey_Enter);
    REQUIRE(b.marks().size() == 1);
    CHECK(b.hand.shows(b.first_mark()));
}

TEST_CASE("a link connects two cards, follows them, and shows its label")
{
    Board b;
    b.hand.click("rail.link");
    b.hand.drag_onto("card.1", "card.2");
    b.hand.settle();
    REQUIRE(b.marks().size() == 1);
    auto const link = b.marks().begin()->second;
    CHECK(link.kind == AnnotationKind::link);
    CHECK(link.from == b.ids[0]);
    CHECK(link.to == b.ids[1]);
    CHECK(b.hand.on("rail.select")); // the tool ends after one link
    auto const before = b.hand.centre(b.first_mark());
    b.hand.drag("card.2", b.hand.centre("card.2") + base::Vec2{0, 200});
    b.hand.settle();
    CHECK(b.hand.centre(b.first_mark()).y > before.y + 60);

    b.hand.double_click(b.first_mark());
    b.hand.settle();
    b.hand.type("alimente");
    b.key(ImGuiKey_Enter);
    CHECK(b.marks().begin()->second.text == "alimente");
    CHECK(b.hand.label(b.first_mark()) == "alimente");
}

TEST_CASE("linking the same cards again selects the existing link; the empty board is no target")
{
    Board b;
    for (int i = 0; i < 2; ++i) {
        b.key(ImGuiKey_L);
        b.hand.drag_onto("card.1", "card.2");
        b.hand.settle();
    }
    CHECK(b.marks().size() == 1);
    b.key(ImGuiKey_L);
    b.hand.drag("card.1", b.ground());
    b.hand.settle();
    CHECK(b.marks().size() == 1);
}

TEST_CASE("two selected cards are linked by a key, and a removed card takes its links along")
{
    Board b;
    b.hand.click("card.1");
    b.add_to_selection("card.4");
    b.key(ImGuiKey_L);
    REQUIRE(b.marks().size() == 1);
    CHECK(b.marks().begin()->second.to == b.ids[3]);
    b.hand.click("card.4");
    b.key(ImGuiKey_Delete);
    CHECK(b.marks().empty());
    b.undo();
    CHECK(b.marks().size() == 1);
}

TEST_CASE("a stroke is one entry; Escape cancels it; the pen stays selected")
{
    for (auto const step : both_steps) {
        Board b(step);
        auto const entries = b.entries();
        b.key(ImGuiKey_D);
        CHECK(b.hand.on("rail.draw"));
        auto const from = b.ground();
        b.drag(from, from + base::Vec2{200, -40});
        CHECK(b.entries() == entries + 1);
        REQUIRE(b.marks().size() == 1);
        CHECK(b.marks().begin()->second.kind == AnnotationKind::stroke);
        CHECK(b.hand.on("rail.draw"));

        b.hand.move_to(from + base::Vec2{0, 60});
        b.hand.press();
        b.hand.move_to(from + base::Vec2{80, 60});
        b.key(ImGuiKey_Escape);
        b.hand.move_to(from + base::Vec2{120, 60});
        b.hand.release();
        b.hand.settle();
        CHECK(b.marks().size() == 1);
        b.key(ImGuiKey_Escape);
        CHECK(b.hand.on("rail.select"));
    }
}

TEST_CASE("annotations and cards are selected and moved together, and one undo restores them")
{
    Board b;
    b.write(b.ground(), "Ensemble");
    b.hand.click("card.3");
    b.add_to_selection(b.first_mark());
    CHECK(b.hand.on("card.3"));
    CHECK(b.hand.on(b.first_mark()));
    CHECK(b.hand.label("selection").find("1 carte") != std::string::npos);
    CHECK(b.hand.label("selection").find("1 annotation") != std::string::npos);
    auto const card = b.place(2);
    auto const text = b.marks().begin()->second.at;
    auto const entries = b.entries();
    b.hand.drag("card.3", b.hand.centre("card.3") + base::Vec2{90, -33});
    b.hand.settle();
    CHECK(b.entries() == entries + 1);
    auto const by = b.place(2) - card;
    CHECK(by.x > 50);
    CHECK(b.marks().begin()->second.at == text + by);
    b.undo();
    CHECK(b.place(2) == card);
    CHECK(b.marks().begin()->second.at == text);

    b.key(ImGuiKey_DownArrow);
    CHECK(b.place(2).y == card.y + 28);
    CHECK(b.marks().begin()->second.at.y == text.y + 28);
    b.key(ImGuiKey_Delete);
    CHECK(b.marks().empty());
    CHECK_FALSE(b.hand.shows("card.3"));
    b.undo();
    CHECK(b.hand.shows("card.3"));
    CHECK(b.marks().size() == 1);
}

TEST_CASE("an arrow key held down makes one entry at its release; Ctrl moves by one unit")
{
    Board b;
    b.hand.click("card.1");
    auto const entries = b.entries();
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_RightArrow, true);
    b.hand.frame(60); // one second of key repeat
    CHECK(b.entries() == entries);
    CHECK(b.hand.box("card.1").min.x > 250);
    io.AddKeyEvent(ImGuiKey_RightArrow, false);
    b.hand.frame(3);
    CHECK(b.entries() == entries + 1);
    auto const steps = b.place(0).x / 28;
    CHECK(steps > 3);
    CHECK(steps == std::round(steps));
    b.undo();
    CHECK(b.place(0) == base::Vec2{0, 0});
    b.key(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
    CHECK(b.place(0) == base::Vec2{0, 1});

    io.AddKeyEvent(ImGuiKey_RightArrow, true);
    b.hand.frame(3);
    b.hand.key(ImGuiKey_Escape);
    io.AddKeyEvent(ImGuiKey_RightArrow, false);
    b.hand.frame(3);
    CHECK(b.place(0) == base::Vec2{0, 1}); // the move is cancelled
}

TEST_CASE("a card dragged near another's edge snaps, except with Ctrl")
{
    Board b;
    auto const box = b.hand.box("card.4");
    auto const level = b.hand.box("card.2").min.y;
    b.drag(box.center(), {box.center().x + 60, box.center().y - (box.min.y - level) + 4});
    CHECK(b.place(3).y == 0); // snapped to card 2, although the pointer is 4 pixels lower
    b.undo();
    b.hand.move_to(box.center());
    b.hand.frame(30);
    b.hand.press();
    b.hand.move_to(box.center() + base::Vec2{30, 0});
    b.hold(ImGuiMod_Ctrl, true);
    b.hand.move_to({box.center().x + 60, box.center().y - (box.min.y - level) + 4});
    b.hand.release();
    b.hold(ImGuiMod_Ctrl, false);
    b.hand.settle();
    CHECK(b.place(3).y != 0);
    CHECK(std::abs(b.place(3).y) < 8);
}

TEST_CASE("a frame is stretched by its edge, and a double click fits it to its cards")
{
    Board b(model::Step::group);
    b.hand.click("card.1");
    b.add_to_selection("card.2");
    b.key(ImGuiKey_G);
    b.key(ImGuiKey_Enter);
    auto const area = [&] { return model::table<model::GroupFrame>(b.doc()).begin()->second.area; };
    auto const was = area();
    auto const& view = b.canvas().view;
    auto const corner = view.to_screen(was.max);
    b.drag(corner, corner + base::Vec2{70, 50});
    CHECK(area().max.x > was.max.x + 30);
    CHECK(area().max.y > was.max.y + 20);
    CHECK(area().min == was.min);
    auto const inside = view.to_screen(area().max) - base::Vec2{12, 12};
    b.hand.move_to(inside);
    b.hand.frame(40);
    for (int i = 0; i < 2; ++i) {
        b.hand.press();
        b.hand.release();
    }
    b.hand.settle();
    CHECK(area().max.x == doctest::Approx(was.max.x).epsilon(0.01));
    CHECK(area().max.y == doctest::Approx(was.max.y).epsilon(0.01));
}

TEST_CASE("the lasso selects what it surrounds, and its line stays with the selection")
{
    Board b(model::Step::group);
    b.key(ImGuiKey_L);
    CHECK(b.hand.on("rail.lasso"));
    auto const one = b.hand.box("card.1"), two = b.hand.box("card.2");
    b.hand.move_to(one.min - base::Vec2{20, 20});
    b.hand.press();
    for (auto const at :
         {base::Vec2{two.max.x + 20, two.min.y - 20}, base::Vec2{two.max.x + 20, two.max.y + 20},
          base::Vec2{one.min.x - 20, one.max.y + 20}})
        b.hand.move_to(at);
    b.hand.release();
    b.hand.settle();
    CHECK(b.hand.on("card.1"));
    CHECK(b.hand.on("card.2"));
    CHECK_FALSE(b.hand.on("card.3"));
    CHECK(b.canvas().looped);
    auto const bar = b.hand.box("selection");
    CHECK_FALSE(bar.overlaps(base::united(one, two)));
    CHECK(bar.max.y <= 1080);
    // The selection is dragged without changing the tool.
    b.hand.drag("card.1", b.hand.centre("card.1") + base::Vec2{0, 333});
    b.hand.settle();
    CHECK(b.place(1).y > 200);
    CHECK(b.hand.on("rail.lasso"));
    CHECK_FALSE(b.canvas().looped); // the cards have moved
}
