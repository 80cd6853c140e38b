#pragma once

#include "board/tool.h"

// What the buttons of the mouse mean on the board: from what lies under the pointer and what the
// hand holds, what happens. Plain values; nothing is done here.
namespace board {

// What the hand holds from its press to its release; `arrows`: what is selected is being moved by
// the keys.
enum class Held { nothing, board, hand, arrows };

struct Grasp {
    Tool tool = Tool::select; // the one in hand
    Held held = Held::nothing;
    Tool grip = Tool::select; // the tool of the gesture under way
    friend bool operator==(Grasp const&, Grasp const&) = default;
};

// What the mouse does in one frame, with the keys that change what it means.
struct Press {
    enum class Button { none, left, middle, right } button = Button::none; // that went down
    int clicks = 1;    // of that button, one soon after the other
    bool down = false; // left or middle
    bool space = false;
    bool escape = false;
    Pointer::Reach reach = Pointer::Reach::alone;
};

// Where it does so: on the board or something that lies there, or on what lies above or beside it.
enum class Where { board, elsewhere };
// Whether the board may be changed; `writing`: not by a double click, a text is being typed.
enum class May { look, edit, writing };

struct Gesture {
    enum class Kind {
        nothing,
        open,    // a double click: what lies there is typed, or made
        take,    // the grip of `after` is told of the press
        menu,    // of what lies there
        give_up, // what the hand is doing
        follow,  // the grip is told of a move
        release  // and of the end
    } kind = Kind::nothing;
    Grasp after;
    friend bool operator==(Gesture const&, Gesture const&) = default;
};
Gesture gesture_of(Grasp const& grasp, Press const& press, Where where, Under const& found,
                   Selection const& selection, May may);

// What the pointer looks like there; `edge`: of a frame, by its sides.
enum class Cursor { usual, hand, text, edge };
Cursor cursor_on(Grasp const& grasp, Press const& press, Where where, Under const& found, May may);

} // namespace board
