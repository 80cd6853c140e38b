#pragma once

#include "ui/kit/widgets.h"

#include <span>

namespace ui {

// One line of the list of keys: what to press, and the key of the text that says what it does; or
// a heading. `keys` is words apart: Ctrl, Alt and Shift go with all that follows them up to two
// spaces, … stands for the digits between its neighbours, + and − for the keys of this keyboard
// that make the interface larger and smaller.
struct KeyLine {
    std::string_view keys;
    std::string_view does = {};
    std::string_view heading = {};
};
std::span<KeyLine const> key_lines();

// What each key does, by screen.
struct KeysDialog {
    bool shown = false;
    Scroll scroll;
    void open() { shown = true; }
};

void draw(Ui& ui, KeysDialog& dialog);

} // namespace ui
