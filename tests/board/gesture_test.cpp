#include "board/gesture.h"

#include <doctest/doctest.h>

// The meaning of mouse buttons, as values.
namespace {

using namespace board;
using Button = Press::Button;

Press down(Button button, int clicks = 1)
{
    Press out;
    out.button = button;
    out.clicks = clicks;
    out.down = button != Button::right;
    return out;
}

Gesture on_board(Grasp const& grasp, Press const& press, Under const& found = {},
                 Selection const& selection = {}, May may = May::edit)
{
    return gesture_of(grasp, press, Where::board, found, selection, may);
}

Card card_of(std::uint64_t id)
{
    Card out;
    out.id = model::CaseId{id};
    return out;
}

} // namespace

TEST_CASE("a press uses the current tool; the middle button and the space bar pan")
{
    auto const taken = on_board({Tool::frame}, down(Button::left));
    CHECK(taken.kind == Gesture::Kind::take);
    CHECK(taken.after == Grasp{Tool::frame, Held::board, Tool::frame});
    CHECK(on_board({Tool::frame}, down(Button::middle)).after ==
          Grasp{Tool::frame, Held::hand, Tool::hand});
    auto with_space = down(Button::left);
    with_space.space = true;
    CHECK(on_board({Tool::frame}, with_space).after.held == Held::hand);
    CHECK(on_board({Tool::hand}, down(Button::left)).after.grip == Tool::hand);
    CHECK(on_board({Tool::select}, down(Button::right)).kind == Gesture::Kind::menu);
    CHECK(on_board({Tool::select}, Press{}).kind == Gesture::Kind::nothing);
}

TEST_CASE("input over panels above the board is not the board's")
{
    for (auto button : {Button::left, Button::middle, Button::right})
        CHECK(gesture_of({}, down(button), Where::elsewhere, {}, {}, May::edit).kind ==
              Gesture::Kind::nothing);
    // A gesture started on the board continues anywhere.
    CHECK(gesture_of({Tool::select, Held::board, Tool::select}, down(Button::none),
                     Where::elsewhere, {}, {}, May::edit)
              .kind == Gesture::Kind::follow);
}

TEST_CASE("a double click opens an element, with the arrow and the lasso only")
{
    auto const twice = down(Button::left, 2);
    CHECK(on_board({Tool::select}, twice).kind == Gesture::Kind::open);
    CHECK(on_board({Tool::lasso}, twice).kind == Gesture::Kind::open);
    CHECK(on_board({Tool::draw}, twice).kind == Gesture::Kind::take);
    CHECK(on_board({Tool::hand}, twice).kind == Gesture::Kind::take);
    CHECK(on_board({Tool::select}, down(Button::left, 3)).kind == Gesture::Kind::take);
    CHECK(on_board({Tool::select}, down(Button::middle, 2)).kind == Gesture::Kind::take);
    auto adding = twice;
    adding.reach = Pointer::Reach::adding;
    CHECK(on_board({Tool::select}, adding).kind == Gesture::Kind::take);
    for (auto may : {May::look, May::writing})
        CHECK(on_board({Tool::select}, twice, {}, {}, may).kind == Gesture::Kind::take);
}

TEST_CASE("the lasso drags its selection as the arrow does")
{
    auto const card = card_of(7);
    Under found;
    found.card = &card;
    Selection caught;
    caught.cards.insert(card.id);
    CHECK(on_board({Tool::lasso}, down(Button::left), found, caught).after.grip == Tool::select);
    CHECK(on_board({Tool::lasso}, down(Button::left), found).after.grip == Tool::lasso);
    CHECK(on_board({Tool::link}, down(Button::left), found, caught).after.grip == Tool::link);
}

TEST_CASE("a gesture is followed, released or cancelled")
{
    Grasp const held{Tool::select, Held::board, Tool::select};
    auto const moved = on_board(held, down(Button::none));
    CHECK(moved.kind == Gesture::Kind::follow);
    CHECK(moved.after == held);
    CHECK(on_board(held, Press{}).kind == Gesture::Kind::release);
    CHECK(on_board(held, Press{}).after.held == Held::nothing);
    Press escape;
    escape.down = escape.escape = true;
    CHECK(on_board(held, escape).kind == Gesture::Kind::give_up);
    CHECK(on_board(held, escape).after.held == Held::nothing);
    // Panning with the hand ends with the button only.
    CHECK(on_board({Tool::select, Held::hand, Tool::hand}, escape).kind == Gesture::Kind::follow);
    // A second button is ignored meanwhile; arrow keys block every button.
    CHECK(on_board(held, down(Button::middle)).kind == Gesture::Kind::follow);
    CHECK(on_board(held, down(Button::right)).kind == Gesture::Kind::release);
    CHECK(on_board({Tool::select, Held::arrows, Tool::select}, down(Button::left)).kind ==
          Gesture::Kind::nothing);
}

TEST_CASE("the pointer shows what a press would do")
{
    Frame frame;
    Under edge;
    edge.edge = &frame;
    auto const cursor = [](Grasp const& grasp, Under const& found, May may = May::edit) {
        return cursor_on(grasp, {}, Where::board, found, may);
    };
    CHECK(cursor({Tool::select}, edge) == Cursor::edge);
    CHECK(cursor({Tool::lasso}, edge) == Cursor::usual);
    CHECK(cursor({Tool::text}, {}) == Cursor::text);
    CHECK(cursor({Tool::hand}, edge) == Cursor::hand);
    CHECK(cursor({Tool::select, Held::hand, Tool::hand}, {}) == Cursor::hand);
    CHECK(cursor({Tool::select}, edge, May::look) == Cursor::usual);
    CHECK(cursor({Tool::text}, {}, May::look) == Cursor::usual);
    CHECK(cursor_on({Tool::hand}, {}, Where::elsewhere, edge, May::edit) == Cursor::usual);
}
