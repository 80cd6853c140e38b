#include "board/arrange.h"
#include "small_board.h"

using namespace board_test;
using board::Pointer;
using board::ToolResult;
using Kind = board::Pointer::Kind;
using Reach = board::Pointer::Reach;

namespace {

// Pointer input for the select tool, on a board with cards 1 and 2 side by side and a frame below.
struct SelectHand {
    Board b;
    board::Scene scene;
    board::Marks marks;
    board::View view{{}, {{0, 0}, {1400, 1000}}, 1};
    board::Selection selection;
    board::SelectTool tool;

    SelectHand()
    {
        b.card(1, {0, 0});
        b.card(2, {300, 0});
        b.frame(7, {{0, 400}, {600, 700}});
        scene = b.scene();
    }
    ToolResult does(Kind kind, base::Vec2 at, Reach reach = Reach::alone)
    {
        auto out = tool.on({kind, at, reach, board::Pointer::Snapping::off},
                           {scene, marks, view, selection});
        if (out.select) selection = *out.select;
        return out;
    }
};

} // namespace

TEST_CASE("a press selects a card; less than four pixels is not a drag")
{
    SelectHand hand;
    hand.does(Kind::down, {50, 50});
    CHECK(hand.selection.cards == board::CardSet{case_id(1)});
    CHECK_FALSE(hand.does(Kind::move, {53, 50}).carried);
    CHECK_FALSE(hand.does(Kind::up, {53, 50}).dropped);
}

TEST_CASE("a drag shows where the cards would go, and moves them once, at the end")
{
    SelectHand hand;
    hand.view.camera.zoom = 0.5F;
    hand.does(Kind::down, {25, 25});
    auto const shown = hand.does(Kind::move, {125, 25});
    REQUIRE(shown.carried);
    CHECK(*shown.carried == base::Vec2{200, 0});
    CHECK_FALSE(shown.dropped);
    auto const done = hand.does(Kind::up, {125, 75});
    REQUIRE(done.dropped);
    CHECK(*done.dropped == base::Vec2{200, 100});
    CHECK(hand.tool.idle());
}

TEST_CASE("Shift adds cards to the selection and takes them out")
{
    SelectHand hand;
    hand.does(Kind::down, {50, 50});
    hand.does(Kind::up, {50, 50});
    hand.does(Kind::down, {350, 50}, Reach::adding);
    hand.does(Kind::up, {350, 50}, Reach::adding);
    CHECK(hand.selection.cards == board::CardSet{case_id(1), case_id(2)});
    hand.does(Kind::down, {350, 50}, Reach::adding);
    hand.does(Kind::up, {350, 50}, Reach::adding);
    CHECK(hand.selection.cards == board::CardSet{case_id(1)});
}

TEST_CASE("dragging one of several selected cards keeps them all; clicking it keeps it alone")
{
    SelectHand hand;
    hand.selection.cards = {case_id(1), case_id(2)};
    hand.does(Kind::down, {50, 50});
    hand.does(Kind::move, {90, 50});
    CHECK(hand.selection.cards.size() == 2);
    hand.does(Kind::up, {90, 50});
    hand.does(Kind::down, {50, 50});
    hand.does(Kind::up, {50, 50});
    CHECK(hand.selection.cards == board::CardSet{case_id(1)});
}

TEST_CASE("a rectangle drawn on the ground selects the cards it touches")
{
    SelectHand hand;
    hand.does(Kind::down, {-20, 300});
    auto const out = hand.does(Kind::move, {320, 40});
    CHECK(out.marquee);
    CHECK(hand.selection.cards == board::CardSet{case_id(1), case_id(2)});
    hand.does(Kind::move, {200, 40});
    CHECK(hand.selection.cards == board::CardSet{case_id(1)});
    hand.does(Kind::up, {200, 40});
    CHECK(hand.tool.idle());
}

TEST_CASE("a press on the background clears the selection")
{
    SelectHand hand;
    hand.selection.cards = {case_id(1)};
    hand.does(Kind::down, {900, 300});
    auto const out = hand.does(Kind::up, {900, 300});
    CHECK(hand.selection.empty());
    CHECK(out.pressed);
}

TEST_CASE("Escape in mid-drag moves nothing")
{
    SelectHand hand;
    hand.does(Kind::down, {50, 50});
    hand.does(Kind::move, {250, 50});
    hand.does(Kind::cancel, {250, 50});
    CHECK_FALSE(hand.does(Kind::up, {250, 50}).dropped);
}

TEST_CASE("a frame is dragged by its title, with its cards")
{
    SelectHand hand;
    hand.b.put<model::CardPlace>(case_id(2), {{40, 480}});
    hand.b.put<model::Membership>(case_id(2), {{7}});
    hand.scene = hand.b.scene();
    hand.does(Kind::down, {100, 420});
    CHECK(hand.selection.frame == model::GroupId{7});
    hand.does(Kind::move, {200, 420});
    auto const out = hand.does(Kind::up, {200, 420});
    auto const command = board::move_by(hand.scene, {}, hand.selection, *out.dropped, base::Vec2{});
    REQUIRE(command);
    auto const& move = *command->as<edit::MoveGroup>();
    CHECK(move.area.min == base::Vec2{100, 400});
    CHECK(move.cards == board::Places{{case_id(2), {140, 480}}});
}

TEST_CASE("cards dropped on a frame join it, and leave it when dragged out")
{
    SelectHand hand;
    board::Selection const one{{case_id(1)}, {}};
    auto in = board::move_by(hand.scene, {}, one, {50, 500}, base::Vec2{100, 550});
    REQUIRE(in);
    CHECK(in->as<edit::SetMembers>()->group == model::GroupId{7});

    hand.b.put<model::Membership>(case_id(1), {{7}});
    hand.b.put<model::CardPlace>(case_id(1), {{50, 500}});
    hand.scene = hand.b.scene();
    auto out = board::move_by(hand.scene, {}, one, {800, 0}, base::Vec2{900, 550});
    REQUIRE(out);
    CHECK(out->as<edit::SetMembers>()->group == model::GroupId{});
    auto inside = board::move_by(hand.scene, {}, one, {10, 0}, base::Vec2{110, 550});
    CHECK(inside->is<edit::MoveCards>());
}

TEST_CASE("the first move gives a position to the cards without one")
{
    Board b;
    for (int n = 1; n <= 4; ++n) b.unlaid(n);
    auto const scene = b.scene();
    auto const command = board::move_by(scene, {}, {{case_id(2)}, {}}, {0, 900}, std::nullopt);
    auto const& to = command->as<edit::MoveCards>()->to;
    CHECK(to.size() == 4);
    for (auto const& [id, at] : to)
        if (id != case_id(2)) CHECK(at == scene.find(id)->box.min);
}

TEST_CASE("a frame made of scattered cards holds them in order and covers no other card")
{
    Board b;
    b.card(1, {0, 0});
    b.card(2, {300, 0});
    b.card(3, {600, 0});
    b.card(4, {0, 200});
    auto const scene = b.scene();
    auto const command = board::frame_around(scene, {case_id(1), case_id(3)}, {9}, "");
    auto const& add = *command.as<edit::AddGroup>();
    CHECK(add.members == std::vector{case_id(1), case_id(3)});
    for (int n : {2, 4}) CHECK_FALSE(scene.find(case_id(n))->box.overlaps(add.area));
    REQUIRE(add.cards.size() == 2);
    for (auto const& [id, at] : add.cards) CHECK(add.area.contains(at));
    CHECK(add.cards[0].second.y == add.cards[1].second.y);
}

TEST_CASE("merging keeps the smallest number")
{
    SelectHand hand;
    auto const command = board::merged(hand.scene, {case_id(2), case_id(1)});
    REQUIRE(command);
    CHECK(command->as<edit::MergeCases>()->into == case_id(1));
    CHECK_FALSE(board::merged(hand.scene, {case_id(2)}));
}

TEST_CASE("the hand tool pans by the movement since the last event")
{
    board::HandTool tool;
    CHECK_FALSE(tool.on({Kind::move, {5, 5}, {}}).panned);
    tool.on({Kind::down, {10, 10}, {}});
    CHECK(*tool.on({Kind::move, {25, 5}, {}}).panned == base::Vec2{15, -5});
    tool.on({Kind::up, {25, 5}, {}});
    CHECK(tool.idle());
}

TEST_CASE("frames created one after the other keep the board's aspect near the screen's")
{
    Board b;
    for (int n = 1; n <= 24; ++n)
        b.card(n, {static_cast<float>((n - 1) % 6) * 258, static_cast<float>((n - 1) / 6) * 160});
    for (int f = 0; f < 4; ++f) {
        board::CardSet cards;
        for (int n : {1, 8, 15}) cards.insert(case_id(n + f));
        auto const scene = b.scene();
        auto const command =
            board::frame_around(scene, cards, {static_cast<std::uint64_t>(100 + f)}, "");
        auto const& add = *command.as<edit::AddGroup>();
        for (auto const& [id, at] : add.cards) b.put<model::CardPlace>(id, {at});
        b.frame(add.id.value, add.area, {1 + f, 8 + f, 15 + f});
    }
    auto const scene = b.scene();
    for (std::size_t i = 0; i < scene.frames().size(); ++i)
        for (std::size_t j = i + 1; j < scene.frames().size(); ++j)
            CHECK_FALSE(scene.frames()[i].box.overlaps(scene.frames()[j].box));
    CHECK(scene.bounds().width() > scene.bounds().height());
}
