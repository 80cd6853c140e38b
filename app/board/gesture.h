#pragma once

#include "board/tool.h"

// Interprets mouse buttons on the board: from what is under the pointer and the gesture in progress
// to the action to perform. Pure functions.
namespace board {

// What a mouse button holds between press and release; `arrows`: the selection is being moved by
// arrow keys.
enum class Held { nothing, board, hand, arrows };

struct Grasp {
    Tool tool = Tool::select; // the active tool
    Held held = Held::nothing;
    Tool grip = Tool::select; // the tool of the gesture in progress
    friend bool operator==(Grasp const&, Grasp const&) = default;
};

// The mouse input of one frame, with modifier keys.
struct Press {
    enum class Button { none, left, middle, right } button = Button::none; // pressed in this frame
    int clicks = 1;                                                        // 2: double click
    bool down = false;                                                     // left or middle button
    bool space = false;
    bool escape = false;
    Pointer::Reach reach = Pointer::Reach::alone;
};

// Whether the pointer is on the board, or on a panel above or beside it.
enum class Where { board, elsewhere };
// What is permitted; `writing`: a text is being typed, so that a double click does not edit.
enum class May { look, edit, writing };

struct Gesture {
    enum class Kind {
        nothing,
        open,    // a double click: edits what is there, or creates a card
        take,    // passes the press to the tool `grip` of `after`
        menu,    // opens the context menu
        give_up, // cancels the gesture
        follow,  // passes the movement to the tool
        release  // passes the release to the tool
    } kind = Kind::nothing;
    Grasp after;
    friend bool operator==(Gesture const&, Gesture const&) = default;
};
Gesture gesture_of(Grasp const& grasp, Press const& press, Where where, Under const& found,
                   Selection const& selection, May may);

// The shape of the pointer; `edge`: a frame's edge, by its sides.
enum class Cursor { usual, hand, text, edge };
Cursor cursor_on(Grasp const& grasp, Press const& press, Where where, Under const& found, May may);

} // namespace board
