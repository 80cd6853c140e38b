#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"

#include <optional>
#include <span>

namespace ui {

// A line of the list of keys: keys, and the message key of the description; or a heading. `keys`:
// separated by spaces; Ctrl, Alt and Shift apply to all that follow up to two spaces; … stands for
// the digits between its neighbours; + and − for the keys of this keyboard that change the size of
// the interface.
struct KeyLine {
    std::string_view keys;
    std::string_view does = {};
    std::string_view heading = {};
};
std::span<KeyLine const> key_lines();

// The list of keys by screen.
struct KeysDialog {
    bool shown = false;
    Scroll scroll;
    void open() { shown = true; }
};

std::optional<Wish> draw(Ui& ui, KeysDialog& dialog);

} // namespace ui
