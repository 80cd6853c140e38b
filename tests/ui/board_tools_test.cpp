#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/ui/ui_driver.h"
#include "ui/gather_view.h"
#include "ui/group_view.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace {

using model::AnnotationKind;

// Cards, a hand, and what they wish for granted at once.
struct Board {
    support::TickingClock clock;
    support::SeededChance chance{11};
    session::Session session =
        session::Session::open(std::make_unique<journal::MemoryLog>(), clock, chance).value();
    ui::GatherView gather;
    ui::GroupView group;
    model::Step step = model::Step::gather;
    ui::Access access = ui::Access::edit;
    std::vector<model::CaseId> ids;
    std::vector<std::string> pasted;
    support::UiDriver hand{[this](ui::Ui& ui) { draw(ui); }};

    // Cards one and two side by side, three below one, four far right; titles of one word.
    explicit Board(model::Step at = model::Step::gather)
        : step(at)
    {
        edit::AddCases add;
        base::Vec2 const places[] = {{0, 0}, {420, 0}, {0, 300}, {840, 137}};
        char const* titles[] = {"Alpha", "Bravo", "Charlie", "Delta"};
        for (std::size_t i = 0; i < 4; ++i) {
            model::Case text;
            text.title = titles[i];
            ids.push_back(session.mint<model::CaseId>());
            add.cases.push_back({ids.back(), text, places[i]});
        }
        REQUIRE(session.submit(edit::facilitator, add));
        hand.settle();
    }
    void draw(ui::Ui& ui)
    {
        ui::Workshop const workshop{session, 0, 0, ui::SaveState::saved, access, ""};
        auto const wish = step == model::Step::gather ? ui::draw(ui, gather, workshop)
                                                      : ui::draw(ui, group, workshop);
        if (!wish) return;
        if (auto const* command = std::get_if<edit::Command>(&*wish))
            CHECK(session.submit(edit::facilitator, *command));
        if (auto const* text = std::get_if<ui::PreviewText>(&*wish)) pasted.push_back(text->text);
        if (std::holds_alternative<ui::Undo>(*wish)) CHECK(session.undo(edit::facilitator));
    }
    void undo()
    {
        REQUIRE(session.undo(edit::facilitator));
        hand.settle();
    }
    void key(int chord)
    {
        hand.key(chord);
        hand.settle();
    }
    void hold(int modifier, bool down) const
    {
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), down);
    }
    void add_to_selection(std::string const& id)
    {
        hold(ImGuiMod_Shift, true);
        hand.click(id);
        hold(ImGuiMod_Shift, false);
        hand.frame(2);
    }
    void drag(base::Vec2 from, base::Vec2 to)
    {
        hand.move_to(from);
        hand.frame(30);
        hand.press();
        for (int i = 1; i <= 8; ++i) hand.move_to(from + (to - from) * (static_cast<float>(i) / 8));
        hand.release();
        hand.settle();
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
    [[nodiscard]] std::uint64_t entries() const { return session.log().size(); }
    [[nodiscard]] auto const& marks() const { return model::table<model::Annotation>(doc()); }
    [[nodiscard]] std::string first_mark() const
    {
        return "mark." + std::to_string(marks().begin()->first.value);
    }
    [[nodiscard]] base::Vec2 place(std::size_t i) const
    {
        return model::get<model::CardPlace>(doc(), ids[i]).at;
    }
    // A free place on the screen, under everything.
    [[nodiscard]] base::Vec2 ground() const { return hand.centre("board") + base::Vec2{0, 260}; }
    [[nodiscard]] ui::Canvas& canvas()
    {
        return step == model::Step::gather ? gather.canvas : group.canvas;
    }
    void write(base::Vec2 at, std::string_view text)
    {
        key(ImGuiMod_Shift | ImGuiKey_T);
        hand.click_at(at);
        hand.settle();
        hand.type(text);
        key(ImGuiKey_Enter);
    }
};

constexpr std::array both_steps{model::Step::gather, model::Step::group};

} // namespace

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

TEST_CASE("a link goes from card to card, follows them, and says what is typed on it")
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
    CHECK(b.hand.on("rail.select")); // one link at a time
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

TEST_CASE("linking the same cards again finds the link that is there; the ground links nothing")
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

TEST_CASE("a stroke is one entry; Escape in mid-stroke leaves nothing; the pen stays in hand")
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

TEST_CASE("writing and cards are selected together, move together, and one undo takes it back")
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

TEST_CASE("an arrow held down moves once, when it is let go; Ctrl moves by a hair")
{
    Board b;
    b.hand.click("card.1");
    auto const entries = b.entries();
    auto& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiKey_RightArrow, true);
    b.hand.frame(60); // a second: the keyboard repeats
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
    CHECK(b.place(0) == base::Vec2{0, 1}); // given up
}

TEST_CASE("a card dragged close to the line of another comes into line, with Ctrl it does not")
{
    Board b;
    auto const box = b.hand.box("card.4");
    auto const level = b.hand.box("card.2").min.y;
    b.drag(box.center(), {box.center().x + 60, box.center().y - (box.min.y - level) + 4});
    CHECK(b.place(3).y == 0); // as card 2, though the hand was four pixels below
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

TEST_CASE("the lasso catches what it goes round, and its line stays while that is selected")
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
    // What was caught is dragged without changing tools.
    b.hand.drag("card.1", b.hand.centre("card.1") + base::Vec2{0, 333});
    b.hand.settle();
    CHECK(b.place(1).y > 200);
    CHECK(b.hand.on("rail.lasso"));
    CHECK_FALSE(b.canvas().looped); // they are elsewhere now
}

TEST_CASE("the menu aligns, spreads, sends, turns, links and copies; the ground has its own")
{
    Board b(model::Step::group);
    b.hand.click("card.1");
    b.add_to_selection("card.4");
    b.hand.click("selection.more");
    b.hand.settle();
    b.hand.click("selection.align");
    b.hand.settle();
    CHECK_FALSE(b.hand.enabled("spread.across")); // two things are spread already
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

TEST_CASE("the menu key opens the menu of the card, the writing, the frame or the ground")
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
    b.key(ImGuiKey_Enter); // fit to its cards: nothing breaks, the menu is gone
    CHECK_FALSE(b.hand.shows("frame.rename"));
}

TEST_CASE("a right click on the ground writes or puts a card there")
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

TEST_CASE("Ctrl+D makes the selection once more, a little aside, and selects the copy")
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
    CHECK(b.entries() == entries + 1); // in order already
    b.undo();
    CHECK(b.place(3) == base::Vec2{840, 137});
}

TEST_CASE("Tab walks on from cards to writing; Home and End are the first card and the last")
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

TEST_CASE("several cards are chosen with the keyboard alone: Ctrl+Space keeps one, Tab goes on")
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

TEST_CASE("Space held turns any tool into the hand; the middle button too")
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

TEST_CASE("fingers on a pad pan both ways; with Ctrl they zoom where the pointer is")
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
    CHECK(still.x == doctest::Approx(held.x));
    CHECK(still.y == doctest::Approx(held.y));
}

TEST_CASE("Shift+2 shows the selection, Shift+1 all of it, Shift+0 the true size")
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

TEST_CASE("what is dragged to the border pulls the board along")
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
    CHECK(std::abs(card - edge) < 160); // it stayed under the hand
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
