#include "two_boards.h"

#include <imgui.h>

#include <algorithm>

// Pointer and keyboard on the board: selecting, moving, framing, merging.
using two_boards::Driven, two_boards::five;

TEST_CASE("dragging a card is one entry, at the end, and undo brings it back")
{
    Driven d;
    d.start(five);
    auto const entries = d.entries();
    auto const before = d.hand.box("card.2");
    d.hand.hover("card.2");
    d.hand.press();
    for (int i = 1; i <= 8; ++i) {
        d.hand.move_to(before.center() + base::Vec2{20.0F * static_cast<float>(i), 300});
        CHECK(d.entries() == entries);
    }
    d.hand.release();
    d.hand.settle();
    CHECK(d.entries() == entries + 1);
    auto const after = d.hand.box("card.2");
    CHECK(after.min.x - before.min.x == doctest::Approx(160).epsilon(0.03));
    CHECK(after.min.y - before.min.y == doctest::Approx(300).epsilon(0.03));
    d.hand.click("rail.undo");
    d.hand.settle();
    CHECK(d.hand.box("card.2").min.x == doctest::Approx(before.min.x).epsilon(0.01));
}

TEST_CASE("several cards are selected with Shift and move together")
{
    Driven d;
    d.start(five);
    d.hand.click("card.1");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    d.hand.click("card.3");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    d.hand.frame(2);
    CHECK(d.hand.on("card.1"));
    CHECK(d.hand.on("card.3"));
    CHECK_FALSE(d.hand.on("card.2"));
    auto const gap = d.hand.box("card.3").min - d.hand.box("card.1").min;
    d.hand.drag("card.3", d.hand.centre("card.3") + base::Vec2{80, 240});
    d.hand.settle();
    auto const now = d.hand.box("card.3").min - d.hand.box("card.1").min;
    CHECK(now.x == doctest::Approx(gap.x).epsilon(0.02));
    CHECK(d.hand.box("card.1").min.y > d.hand.box("card.2").min.y + 200);
}

TEST_CASE("Ctrl+A and Delete remove every card; one undo brings them back")
{
    Driven d;
    d.start(five);
    d.hand.key(ImGuiMod_Ctrl | ImGuiKey_A);
    d.hand.key(ImGuiKey_Delete);
    d.hand.settle();
    CHECK(d.titles().empty());
    d.hand.click("rail.undo");
    d.hand.settle();
    CHECK(d.titles() == five);
}

TEST_CASE("arrows move the selection by a step of the grid, Shift by ten")
{
    Driven d;
    d.start(five);
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_RightArrow);
    d.hand.settle();
    auto const from = d.place(0);
    d.hand.key(ImGuiKey_RightArrow);
    d.hand.key(ImGuiMod_Shift | ImGuiKey_DownArrow);
    d.hand.settle();
    CHECK(d.place(0) == from + base::Vec2{28, 280});
}

TEST_CASE("Tab goes from card to card in reading order")
{
    Driven d;
    d.start(five);
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_Tab);
    d.hand.settle();
    CHECK(d.hand.on("card.2"));
    d.hand.key(ImGuiKey_Tab);
    d.hand.settle();
    CHECK(d.hand.on("card.3"));
    CHECK_FALSE(d.hand.on("card.1"));
    d.hand.key(ImGuiMod_Shift | ImGuiKey_Tab);
    d.hand.settle();
    CHECK(d.hand.on("card.2"));
}

TEST_CASE("F2 edits a title in place; Escape leaves it as it was")
{
    Driven d;
    d.start(five);
    d.hand.click("card.2");
    d.hand.key(ImGuiKey_F2);
    d.hand.settle();
    CHECK(d.hand.value("draft.title") == "Bravo");
    d.hand.type(" et plus");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    CHECK(d.titles()[1] == "Bravo et plus");
    d.hand.key(ImGuiKey_F2);
    d.hand.settle();
    d.hand.type(" encore");
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.titles()[1] == "Bravo et plus");
}

TEST_CASE("a double click edits a card, or starts a new one on the empty board")
{
    Driven d;
    d.start(five);
    d.hand.double_click("card.4");
    d.hand.settle();
    CHECK(d.hand.value("draft.title") == "Delta");
    d.hand.key(ImGuiKey_Escape);
    d.hand.frame(60); // a pause: the next clicks are a second double-click
    auto const ground = d.hand.centre("board");
    d.hand.double_click("board");
    d.hand.settle();
    d.hand.type("Foxtrot");
    d.hand.key(ImGuiKey_Enter);
    d.hand.key(ImGuiKey_Escape);
    d.hand.settle();
    CHECK(d.titles().back() == "Foxtrot");
    CHECK(d.hand.box("card.6").contains(ground));
}

TEST_CASE("G makes a frame from the selection, titled in place; its cards move with it")
{
    Driven d;
    d.step = model::Step::group;
    d.start(five);
    d.hand.click("card.1");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    d.hand.click("card.2");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    d.hand.frame(2);
    d.hand.click("selection.frame");
    d.hand.settle();
    d.hand.type("Relation aux usagers");
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    auto const& groups = model::table<model::Group>(d.doc());
    REQUIRE(groups.size() == 1);
    CHECK(groups.begin()->second.title == "Relation aux usagers");
    CHECK(model::get<model::Membership>(d.doc(), d.ids[0]).group == groups.begin()->first);

    auto const before = d.place(1);
    auto const entries = d.entries();
    auto const head = d.hand.box("frame.1");
    d.hand.move_to({head.min.x + 40, head.center().y});
    d.hand.press();
    d.hand.move_to({head.min.x + 140, head.center().y + 60});
    d.hand.release();
    d.hand.settle();
    CHECK(d.entries() == entries + 1);
    CHECK(d.place(1).x > before.x + 50);
}

TEST_CASE("a card dropped into a frame joins it, and leaves it when it is dragged out")
{
    Driven d;
    d.step = model::Step::group;
    d.start(five);
    d.hand.click("card.1");
    d.hand.key(ImGuiKey_G);
    d.hand.settle();
    d.hand.key(ImGuiKey_Enter);
    d.hand.settle();
    auto const frame = d.hand.box("frame.1");
    d.hand.drag("card.5", {frame.min.x + 30, frame.max.y + 20});
    d.hand.settle();
    CHECK(model::find<model::Membership>(d.doc(), d.ids[4]) != nullptr);
    d.hand.drag("card.5", base::Vec2{1200, 900});
    d.hand.settle();
    CHECK(model::find<model::Membership>(d.doc(), d.ids[4]) == nullptr);
}

TEST_CASE("M merges into the smallest number; the sheet splits it again")
{
    Driven d;
    d.step = model::Step::group;
    d.start(five);
    d.hand.click("card.4");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
    d.hand.click("card.2");
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
    d.hand.frame(2);
    d.hand.key(ImGuiKey_M);
    d.hand.settle();
    CHECK(model::get<model::Merge>(d.doc(), d.ids[3]).into == d.ids[1]);
    CHECK_FALSE(d.hand.shows("card.4"));
    d.hand.click("split.4");
    d.hand.settle();
    CHECK(model::table<model::Merge>(d.doc()).empty());
    CHECK(d.hand.shows("card.4"));
    CHECK(d.titles() == five);
}
