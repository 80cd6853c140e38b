#include "board/gesture.h"

namespace board {
namespace {

bool by_hand(Grasp const& grasp, Press const& press)
{
    return grasp.tool == Tool::hand || press.space;
}

bool opens(Grasp const& grasp, Press const& press, May may)
{
    return may == May::edit && press.button == Press::Button::left && press.clicks == 2 &&
           press.reach == Pointer::Reach::alone && !by_hand(grasp, press) &&
           (grasp.tool == Tool::select || grasp.tool == Tool::lasso);
}

// The lasso moves its selection, as the selection tool does.
Tool grip_for(Tool tool, Under const& found, Selection const& selection)
{
    bool const caught = (found.card && selection.cards.contains(found.card->id)) ||
                        (found.mark && selection.marks.contains(found.mark->id));
    return tool == Tool::lasso && caught ? Tool::select : tool;
}

Gesture pressed(Grasp grasp, Press const& press, Under const& found, Selection const& selection,
                May may)
{
    if (press.button == Press::Button::right) return {Gesture::Kind::menu, grasp};
    if (opens(grasp, press, may)) return {Gesture::Kind::open, grasp};
    bool const hand = press.button == Press::Button::middle || by_hand(grasp, press);
    grasp.held = hand ? Held::hand : Held::board;
    grasp.grip = hand ? Tool::hand : grip_for(grasp.tool, found, selection);
    return {Gesture::Kind::take, grasp};
}

} // namespace

Gesture gesture_of(Grasp const& grasp, Press const& press, Where where, Under const& found,
                   Selection const& selection, May may)
{
    switch (grasp.held) {
    case Held::arrows: return {Gesture::Kind::nothing, grasp};
    case Held::nothing:
        if (where == Where::board && press.button != Press::Button::none)
            return pressed(grasp, press, found, selection, may);
        return {Gesture::Kind::nothing, grasp};
    case Held::board:
    case Held::hand: break;
    }
    auto after = grasp;
    if (grasp.held == Held::board && press.escape) {
        after.held = Held::nothing;
        return {Gesture::Kind::give_up, after};
    }
    if (press.down) return {Gesture::Kind::follow, after};
    after.held = Held::nothing;
    return {Gesture::Kind::release, after};
}

Cursor cursor_on(Grasp const& grasp, Press const& press, Where where, Under const& found, May may)
{
    if (where == Where::elsewhere) return Cursor::usual;
    if (by_hand(grasp, press) || grasp.held == Held::hand) return Cursor::hand;
    if (may == May::look) return Cursor::usual;
    if (found.edge && grasp.tool == Tool::select) return Cursor::edge;
    return grasp.tool == Tool::text ? Cursor::text : Cursor::usual;
}

} // namespace board
