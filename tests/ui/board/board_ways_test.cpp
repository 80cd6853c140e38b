#include "support/ui/board_in_hand.h"

#include <algorithm>
#include <cmath>

// The board's menus, keys and views.
using support::Board;
TEST_CASE("the card menu aligns, distributes, moves, hides, links and copies; the empty board has "
          "its own menu")
{
    Board b(model::Step::group);
    b.hand.click("card.1");
    b.add_to_selection("card.4");
    b.hand.click("selection.more");
    b.hand.settle();
    b.hand.click("selection.align");
    b.hand.settle();
    CHECK_FALSE(b.hand.enabled("spread.across")); // two cards are already distributed
    b.hand.click("align.top");
    b.hand.settle();
    CHECK(b.place(3).y == b.place(0).y);

    b.hand.click("selection.more");
    b.hand.settle();
    b.hand.click("selection.turn");
    b.hand.settle();
    CHECK(model::table<model::FaceDown>(b.doc()).size() == 2);
    b.hand.click("selection.more");
    b.hand.settle();
    b.hand.click("selection.link");
    b.hand.settle();
    CHECK(b.marks().size() == 1);

    b.hand.click("card.3");
    b.key(ImGuiKey_G);
    b.key(ImGuiKey_Enter);
    b.hand.click("card.2");
    b.hand.right_click("card.2");
    b.hand.settle();
    b.hand.click("selection.send");
    b.hand.settle();
    b.hand.click("send.1");
    b.hand.settle();
    CHECK(model::find<model::Membership>(b.doc(), b.ids[1]));
}

TEST_CASE("the menu key opens the menu of the card, annotation, frame or empty board")
{
    Board b;
    b.key(ImGuiKey_Menu);
    CHECK(b.hand.shows("ground.card"));
    b.key(ImGuiKey_Escape);
    b.hand.click("card.2");
    b.key(ImGuiMod_Shift | ImGuiKey_F10);
    CHECK(b.hand.shows("selection.merge"));
    b.key(ImGuiKey_Escape);
    b.write(b.ground(), "Texte");
    b.key(ImGuiKey_Menu);
    CHECK(b.hand.shows("selection.menu.ground"));
    CHECK_FALSE(b.hand.shows("selection.merge"));
    b.key(ImGuiKey_Escape);
    b.hand.click("card.2");
    b.key(ImGuiKey_G);
    b.key(ImGuiKey_Enter);
    b.key(ImGuiKey_Menu);
    CHECK(b.hand.shows("frame.rename"));
    b.key(ImGuiKey_DownArrow);
    b.key(ImGuiKey_DownArrow);
    b.key(ImGuiKey_DownArrow);
    b.key(ImGuiKey_Enter); // fits the frame to its cards; the menu closes
    CHECK_FALSE(b.hand.shows("frame.rename"));
}

TEST_CASE("a right click on the empty board adds text or a card there")
{
    Board b;
    b.hand.move_to(b.ground());
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, true);
    b.hand.frame();
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Right, false);
    b.hand.settle();
    b.hand.click("ground.text");
    b.hand.settle();
    b.hand.type("Ici");
    b.key(ImGuiKey_Enter);
    REQUIRE(b.marks().size() == 1);
    auto const at = b.canvas().view.to_screen(b.marks().begin()->second.at);
    CHECK(std::abs(at.x - b.ground().x) < 2);
}

TEST_CASE("titles are copied as lines, cut, and pasted as a preview")
{
    Board b;
    b.hand.click("card.1");
    b.add_to_selection("card.3");
    b.hand.key(ImGuiMod_Ctrl | ImGuiKey_C);
    CHECK(b.hand.copied() == "Alpha\nCharlie");
    b.key(ImGuiMod_Ctrl | ImGuiKey_X);
    CHECK_FALSE(b.hand.shows("card.1"));
    b.key(ImGuiMod_Ctrl | ImGuiKey_V);
    CHECK(b.pasted == std::vector<std::string>{"Alpha\nCharlie"});
}

TEST_CASE("Ctrl+D duplicates the selection with an offset, and selects the copy")
{
    Board b;
    b.hand.click("card.2");
    b.key(ImGuiMod_Ctrl | ImGuiKey_D);
    CHECK(model::table<model::Case>(b.doc()).size() == 5);
    CHECK(b.hand.on("card.5"));
    CHECK_FALSE(b.hand.on("card.2"));
    b.undo();
    CHECK(model::table<model::Case>(b.doc()).size() == 4);
}

TEST_CASE("tidying without a selection puts the whole board in order, in one entry")
{
    Board b(model::Step::group);
    b.hand.click("card.1");
    b.add_to_selection("card.2");
    b.key(ImGuiKey_G);
    b.key(ImGuiKey_Enter);
    b.key(ImGuiKey_Escape);
    auto const frame = b.hand.box("frame.1");
    b.drag({frame.min.x + 40, frame.center().y}, {frame.min.x + 333, frame.center().y + 111});
    b.key(ImGuiKey_Escape);
    auto const entries = b.entries();
    b.hand.click("rail.tidy");
    b.hand.settle();
    CHECK(b.entries() == entries + 1);
    auto const area = model::table<model::GroupFrame>(b.doc()).begin()->second.area;
    CHECK(b.place(2).y > area.max.y);
    CHECK(b.place(3).y == b.place(2).y);
    b.key(ImGuiKey_R);
    CHECK(b.entries() == entries + 1); // already in order: no second entry
    b.undo();
    CHECK(b.place(3) == base::Vec2{840, 137});
}

TEST_CASE("Tab continues from cards to annotations; Home and End are the first and the last card")
{
    Board b;
    b.write(b.ground(), "Fin");
    b.key(ImGuiKey_Escape);
    b.key(ImGuiKey_End);
    CHECK(b.hand.on("card.3"));
    b.key(ImGuiKey_Tab);
    CHECK(b.hand.on(b.first_mark()));
    CHECK_FALSE(b.hand.on("card.3"));
    b.key(ImGuiMod_Shift | ImGuiKey_Tab);
    CHECK(b.hand.on("card.3"));
    b.key(ImGuiKey_Home);
    CHECK(b.hand.on("card.1"));
}

TEST_CASE("several cards are selected by keyboard: Ctrl+Space adds one, Tab continues")
{
    Board b;
    b.key(ImGuiKey_Home);
    b.key(ImGuiMod_Ctrl | ImGuiKey_Space);
    b.key(ImGuiKey_Tab);
    b.key(ImGuiKey_Tab);
    CHECK(b.hand.on("card.1"));
    CHECK_FALSE(b.hand.on("card.2"));
    CHECK(b.hand.on("card.4"));
    b.key(ImGuiKey_G);
    b.key(ImGuiKey_Enter);
    CHECK(model::table<model::Membership>(b.doc()).size() == 2);
}

TEST_CASE("holding Space or the middle button pans with any tool")
{
    Board b;
    auto const before = b.hand.box("card.1").min;
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Space, true);
    b.drag(b.hand.centre("card.1"), b.hand.centre("card.1") + base::Vec2{60, 40});
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Space, false);
    b.hand.settle();
    auto const after = b.hand.box("card.1").min;
    CHECK(after.x - before.x == doctest::Approx(60).epsilon(0.05));
    CHECK(b.place(0) == base::Vec2{0, 0});
    b.hand.move_to(b.ground());
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Middle, true);
    b.hand.frame();
    b.hand.move_to(b.ground() - base::Vec2{60, 40});
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Middle, false);
    b.hand.frame(3);
    CHECK(b.hand.box("card.1").min.x == doctest::Approx(before.x).epsilon(0.05));
}

TEST_CASE("a touchpad pans in both directions; with Ctrl it zooms at the pointer")
{
    Board b;
    auto const& camera = b.canvas().view.camera;
    auto const before = camera;
    b.hand.move_to(b.ground());
    ImGui::GetIO().AddMouseWheelEvent(-0.5F, 0.4F);
    b.hand.frame(2);
    CHECK(camera.origin.x > before.origin.x);
    CHECK(camera.origin.y < before.origin.y);
    CHECK(camera.zoom == before.zoom);
    auto const held = b.canvas().view.to_board(b.ground());
    b.hold(ImGuiMod_Ctrl, true);
    ImGui::GetIO().AddMouseWheelEvent(0, 0.6F);
    b.hand.frame(2);
    b.hold(ImGuiMod_Ctrl, false);
    b.hand.settle();
    CHECK(camera.zoom > before.zoom);
    auto const still = b.canvas().view.to_board(b.ground());
    CHECK(std::abs(still.x - held.x) < 1); // the board is drawn at whole pixels
    CHECK(std::abs(still.y - held.y) < 1);
}

TEST_CASE("Shift+2 fits the selection, Shift+1 the board, Shift+0 sets 100 %")
{
    Board b;
    b.hand.click("card.4");
    b.key(ImGuiMod_Shift | ImGuiKey_2);
    CHECK(b.canvas().view.camera.zoom == doctest::Approx(1.5));
    CHECK(b.hand.box("card.4").center().x ==
          doctest::Approx(b.hand.centre("board").x).epsilon(0.05));
    b.key(ImGuiMod_Shift | ImGuiKey_0);
    CHECK(b.canvas().view.camera.zoom == doctest::Approx(1));
    b.write(b.ground(), "Loin");
    b.key(ImGuiMod_Shift | ImGuiKey_1);
    CHECK(b.hand.shows(b.first_mark()));
}

TEST_CASE("a place for a card is chosen with C and a click")
{
    Board b;
    b.key(ImGuiKey_C);
    CHECK(b.hand.on("rail.card"));
    b.hand.click_at(b.ground());
    b.hand.settle();
    b.hand.type("Ici même");
    b.key(ImGuiKey_Enter);
    b.key(ImGuiKey_Escape);
    CHECK(b.hand.box("card.5").contains(b.ground() + base::Vec2{10, 10}));
}

TEST_CASE("dragging to the border scrolls the board")
{
    Board b;
    auto const from = b.canvas().view.camera.origin.x;
    auto const start = b.hand.centre("card.4");
    b.hand.move_to(start);
    b.hand.frame(30);
    b.hand.press();
    b.hand.move_to(start + base::Vec2{100, 0});
    auto const edge = b.canvas().view.window.max.x - 4;
    b.hand.move_to({edge, start.y});
    b.hand.frame(30);
    auto const now = b.canvas().view.camera.origin.x;
    CHECK(now > from + 50);
    b.hand.release();
    b.hand.settle();
    auto const card = b.hand.box("card.4").center().x;
    CHECK(std::abs(card - edge) < 160); // the card stayed below the pointer
}

TEST_CASE("a reader selects and copies, and changes nothing")
{
    Board b;
    b.write(b.ground(), "Lu");
    b.access = ui::Access::read;
    b.hand.settle();
    auto const entries = b.entries();
    b.hand.click(b.first_mark());
    CHECK(b.hand.on(b.first_mark()));
    for (int chord : {ImGuiMod_Shift | ImGuiKey_T, int{ImGuiKey_D}, int{ImGuiKey_Delete},
                      int{ImGuiKey_R}, ImGuiMod_Ctrl | ImGuiKey_D, int{ImGuiKey_RightArrow}})
        b.key(chord);
    CHECK_FALSE(b.hand.enabled("rail.text"));
    CHECK_FALSE(b.hand.enabled("rail.draw"));
    b.hand.drag(b.first_mark(), b.hand.centre(b.first_mark()) + base::Vec2{100, 0});
    b.hand.settle();
    b.hand.key(ImGuiMod_Ctrl | ImGuiKey_C);
    CHECK(b.hand.copied() == "Lu");
    CHECK(b.entries() == entries);
}

TEST_CASE("fitting the board leaves nothing under the minimap, whatever its shape")
{
    for (base::Vec2 const far : {base::Vec2{3000, 1500}, base::Vec2{400, 2600}}) {
        Board b;
        model::Case text;
        text.title = "Echo";
        REQUIRE(b.session.submit(edit::facilitator,
                                 edit::AddCases{{{b.session.mint<model::CaseId>(), text, far}}}));
        b.hand.settle();
        b.key(ImGuiMod_Shift | ImGuiKey_1);
        auto const map = b.hand.box("minimap.ground");
        for (auto const* id : {"card.1", "card.2", "card.3", "card.4", "card.5"}) {
            REQUIRE(b.hand.shows(id));
            CHECK(!b.hand.box(id).overlaps(map));
        }
    }
}
