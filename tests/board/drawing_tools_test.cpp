#include "board/arrange.h"
#include "small_board.h"

using namespace board_test;
using board::Pointer;
using board::ToolResult;
using Kind = board::Pointer::Kind;
using Reach = board::Pointer::Reach;

namespace {

// Pointer input for any tool, on a board with two cards, a frame, a text, a stroke and a link.
template <class Tool>
struct Hand {
    Board b;
    board::Scene scene;
    board::Marks marks;
    board::View view{{}, {{0, 0}, {1400, 1000}}, 1};
    board::Selection selection;
    Tool tool;

    Hand()
    {
        b.card(1, {0, 0});
        b.card(2, {300, 0});
        b.frame(7, {{0, 400}, {600, 700}});
        b.text(60, {700, 100}, "Attention");
        b.stroke(61, {{700, 200}, {900, 200}});
        b.link(62, 1, 2);
        ready();
    }
    void ready()
    {
        scene = b.scene();
        marks = b.marks();
    }
    ToolResult does(Kind kind, base::Vec2 at, Reach reach = Reach::alone)
    {
        auto out =
            tool.on({kind, at, reach, Pointer::Snapping::off}, {scene, marks, view, selection});
        if (out.select) selection = *out.select;
        return out;
    }
};

} // namespace

TEST_CASE("a link is drawn between two cards only")
{
    Hand<board::LinkTool> hand;
    hand.does(Kind::down, {50, 50});
    auto const meanwhile = hand.does(Kind::move, {270, 50});
    REQUIRE(meanwhile.linking);
    CHECK_FALSE(meanwhile.linking->to);
    CHECK(hand.does(Kind::move, {350, 50}).linking->to == case_id(2));
    auto const done = hand.does(Kind::up, {350, 50});
    REQUIRE(done.linked);
    CHECK(done.linked->from == case_id(1));
    CHECK(done.linked->to == case_id(2));
    CHECK(hand.tool.idle());

    hand.does(Kind::down, {50, 50});
    CHECK_FALSE(hand.does(Kind::up, {60, 60}).linked); // to itself
    hand.does(Kind::down, {50, 50});
    CHECK_FALSE(hand.does(Kind::up, {900, 900}).linked);
    hand.does(Kind::down, {900, 900});
    CHECK_FALSE(hand.does(Kind::up, {50, 50}).linked); // from nothing
}

TEST_CASE("Escape gives up a link, a stroke, a lasso and a frame in mid-gesture")
{
    auto const gives_up = [](auto hand) {
        hand.does(Kind::down, {50, 50});
        hand.does(Kind::move, {350, 150});
        hand.does(Kind::cancel, {350, 150});
        CHECK(hand.tool.idle());
        auto const out = hand.does(Kind::up, {350, 50});
        CHECK_FALSE(out.linked);
        CHECK_FALSE(out.stroked);
        CHECK_FALSE(out.looped);
        CHECK_FALSE(out.drawn);
        CHECK_FALSE(out.pressed);
        CHECK_FALSE(out.select);
    };
    gives_up(Hand<board::LinkTool>{});
    gives_up(Hand<board::DrawTool>{});
    gives_up(Hand<board::LassoTool>{});
    gives_up(Hand<board::FrameTool>{});
    gives_up(Hand<board::PlaceTool>{});
}

TEST_CASE("a stroke shows while it is drawn, and is kept once, at the end")
{
    Hand<board::DrawTool> hand;
    hand.view.camera.zoom = 0.5F;
    hand.does(Kind::down, {100, 100});
    hand.does(Kind::move, {100.5F, 100}); // less than a step: not another point
    auto const shown = hand.does(Kind::move, {150, 100});
    REQUIRE(shown.stroke);
    CHECK(*shown.stroke == board::Line{{200, 200}, {300, 200}});
    CHECK_FALSE(shown.stroked);
    auto const done = hand.does(Kind::up, {150, 130});
    REQUIRE(done.stroked);
    CHECK(done.stroked->size() == 3);
    CHECK(hand.tool.idle());
}

TEST_CASE("the place tool uses the position of the press, even if the pointer slips")
{
    Hand<board::PlaceTool> hand;
    CHECK_FALSE(hand.does(Kind::down, {500, 300}).pressed);
    hand.does(Kind::move, {540, 300});
    CHECK(*hand.does(Kind::up, {540, 320}).pressed == base::Vec2{500, 300});
    CHECK_FALSE(hand.does(Kind::up, {1, 1}).pressed);
}

TEST_CASE("a lasso selects cards and annotations, and returns its line when closed")
{
    Hand<board::LassoTool> hand;
    hand.does(Kind::down, {260, -20});
    for (base::Vec2 const at : {base::Vec2{1000, -20}, {1000, 250}, {260, 250}})
        CHECK(hand.does(Kind::move, at).lasso);
    auto const out = hand.does(Kind::up, {260, -10});
    CHECK(hand.selection.cards == board::CardSet{case_id(2)});
    CHECK(hand.selection.marks == board::MarkSet{{60}, {61}});
    CHECK(out.looped);
}

TEST_CASE("writing is selected by a click, joins cards with Shift, and all of it is carried")
{
    Hand<board::SelectTool> hand;
    hand.does(Kind::down, {720, 110});
    hand.does(Kind::up, {720, 110});
    CHECK(hand.selection.marks == board::MarkSet{{60}});
    hand.does(Kind::down, {50, 50}, Reach::adding);
    hand.does(Kind::up, {50, 50}, Reach::adding);
    CHECK(hand.selection.marks == board::MarkSet{{60}});
    CHECK(hand.selection.cards == board::CardSet{case_id(1)});
    hand.does(Kind::down, {50, 50});
    CHECK(hand.does(Kind::move, {90, 50}).carried);
    auto const out = hand.does(Kind::up, {90, 70});
    auto const command =
        board::move_by(hand.scene, hand.marks, hand.selection, *out.dropped, std::nullopt);
    REQUIRE(command);
    auto const& layout = *command->as<edit::LayOut>();
    CHECK(layout.cards == board::Places{{case_id(1), {40, 20}}});
    REQUIRE(layout.annotations.size() == 1);
    CHECK(layout.annotations[0].second == base::Vec2{740, 120});
}

TEST_CASE("a link is selected by its line, and cannot be moved alone")
{
    Hand<board::SelectTool> hand;
    auto const middle =
        hand.marks.find({62})->line[0] * 0.5F + hand.marks.find({62})->line[1] * 0.5F;
    hand.does(Kind::down, middle);
    CHECK(hand.selection.marks == board::MarkSet{{62}});
    hand.does(Kind::move, middle + base::Vec2{50, 50});
    auto const out = hand.does(Kind::up, middle + base::Vec2{50, 50});
    CHECK_FALSE(board::move_by(hand.scene, hand.marks, hand.selection, *out.dropped, middle));
}

TEST_CASE("a rectangle drawn on the ground selects writing too")
{
    Hand<board::SelectTool> hand;
    hand.does(Kind::down, {650, 50});
    hand.does(Kind::move, {920, 220});
    hand.does(Kind::up, {920, 220});
    CHECK(hand.selection.marks == board::MarkSet{{60}, {61}});
    CHECK(hand.selection.cards.empty());
}

TEST_CASE("a frame is stretched by its edges and corners, never smaller than its cards")
{
    Hand<board::SelectTool> hand;
    hand.b.put<model::CardPlace>(case_id(2), {{40, 480}});
    hand.b.put<model::Membership>(case_id(2), {{7}});
    hand.ready();
    hand.does(Kind::down, {601, 550});
    CHECK(hand.selection.frame == model::GroupId{7});
    CHECK(hand.does(Kind::move, {700, 560}).stretching->area == base::Rect{{0, 400}, {699, 700}});
    CHECK(hand.does(Kind::up, {700, 560}).stretched->area == base::Rect{{0, 400}, {699, 700}});

    hand.does(Kind::down, {600, 700}); // the corner
    CHECK(hand.does(Kind::move, {650, 800}).stretching->area == base::Rect{{0, 400}, {650, 800}});
    hand.does(Kind::cancel, {650, 800});

    hand.does(Kind::down, {600, 550});
    auto const small = hand.does(Kind::up, {-300, 550});
    CHECK_FALSE(small.stretched); // a click: it had not moved before it was let go
    hand.does(Kind::down, {600, 550});
    hand.does(Kind::move, {300, 550});
    auto const least = hand.does(Kind::up, {-300, 550});
    CHECK(least.stretched->area.max.x == 300); // the card ends at 280, and 20 around it
}

TEST_CASE("free cards inside a resized frame join it")
{
    Hand<board::SelectTool> hand;
    auto const command = board::stretched(hand.scene, {7}, {{0, -50}, {280, 700}});
    REQUIRE(command);
    auto const& layout = *command->as<edit::LayOut>();
    REQUIRE(layout.members.size() == 1);
    CHECK(layout.members[0].first == case_id(1));
    CHECK_FALSE(board::stretched(hand.scene, {7}, hand.scene.find(model::GroupId{7})->box));
}

TEST_CASE("a frame carries what is written in it")
{
    Hand<board::SelectTool> hand;
    hand.b.text(63, {50, 500}, "note");
    hand.ready();
    auto const command =
        board::move_by(hand.scene, hand.marks, {{}, {7}}, {100, 0}, base::Vec2{100, 410});
    REQUIRE(command);
    auto const& layout = *command->as<edit::LayOut>();
    CHECK(layout.frames.front().second.min == base::Vec2{100, 400});
    REQUIRE(layout.annotations.size() == 1);
    CHECK(layout.annotations[0] == std::pair{model::AnnotationId{63}, base::Vec2{150, 500}});
    auto const shown = board::carried_by(hand.scene, hand.marks, {{}, {7}});
    CHECK(shown.marks == board::MarkSet{{63}});
}

TEST_CASE("writing dropped on a frame with cards lets the cards join it")
{
    Hand<board::SelectTool> hand;
    board::Selection const both{{case_id(1)}, {}, {{60}}};
    auto const command =
        board::move_by(hand.scene, hand.marks, both, {50, 500}, base::Vec2{100, 550});
    auto const& layout = *command->as<edit::LayOut>();
    REQUIRE(layout.members.size() == 1);
    CHECK(layout.members[0].second == model::GroupId{7});
}

TEST_CASE("the topmost element is hit")
{
    Hand<board::SelectTool> hand;
    hand.b.stroke(64, {{20, 20}, {200, 20}}); // across card 1
    hand.ready();
    auto const at = [&](base::Vec2 where) {
        return board::under(hand.scene, hand.marks, hand.view, where);
    };
    CHECK(at({100, 22}).mark->id == model::AnnotationId{64});
    CHECK(at({100, 60}).card->id == case_id(1));
    CHECK(at({300, 402}).edge->id == model::GroupId{7});
    CHECK(at({300, 402}).sides == board::Sides{0, -1});
    CHECK(at({300, 430}).head->id == model::GroupId{7});
    CHECK(at({300, 600}).nothing());
}

TEST_CASE("two cards are linked in the order of their numbers; one or three are not")
{
    Hand<board::SelectTool> hand;
    auto const command = board::linked(hand.scene, {case_id(2), case_id(1)}, {99});
    REQUIRE(command);
    auto const& [id, link] = command->as<edit::SetAnnotations>()->annotations.front();
    CHECK(link.from == case_id(1));
    CHECK(link.to == case_id(2));
    CHECK_FALSE(board::linked(hand.scene, {case_id(2)}, {99}));
}

TEST_CASE("a copy includes the links between the copied cards only")
{
    Hand<board::SelectTool> hand;
    std::uint64_t next = 100;
    auto const card = [&] { return model::CaseId{next++}; };
    auto const mark = [&] { return model::AnnotationId{next++}; };
    board::Selection copies;
    auto const all = board::duplicated(
        hand.scene, hand.marks, {{case_id(1), case_id(2)}, {}, {{60}, {62}}}, card, mark, copies);
    REQUIRE(all);
    CHECK(all->as<edit::Duplicate>()->annotations.size() == 2);
    CHECK(copies.cards.size() == 2);
    auto const one =
        board::duplicated(hand.scene, hand.marks, {{case_id(1)}, {}, {{62}}}, card, mark, copies);
    CHECK(one->as<edit::Duplicate>()->annotations.empty());
    CHECK_FALSE(board::duplicated(hand.scene, hand.marks, {{}, {}, {{62}}}, card, mark, copies));
}

TEST_CASE("whole wheel notches zoom; two fingers pan; a pinch zooms")
{
    board::WheelHand wheel;
    using Held = board::WheelHand::Turn::Held;
    CHECK(wheel.on({{0, 1}}, 0).zoom == 1);
    CHECK(wheel.on({{0, -1}, Held::shift}, 1).pan == base::Vec2{-1, 0});
    CHECK(wheel.on({{0, 2}, Held::ctrl}, 2).zoom == 2);
    auto const fingers = wheel.on({{0.3F, -0.7F}}, 3);
    CHECK(fingers.pan == base::Vec2{0.3F, -0.7F});
    CHECK(fingers.zoom == 0);
    CHECK(wheel.on({{0, -1}}, 3.1).zoom == 0); // a whole notch in the same sweep of the fingers
    CHECK(wheel.on({{0, -0.5F}, Held::ctrl}, 3.2).zoom == -0.5F);
    CHECK(wheel.on({{0, 1}}, 5).zoom == 1); // later: the wheel again
}
