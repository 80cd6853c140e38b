#pragma once

#include "ui/widgets.h"

namespace ui {

// What each key does, by screen.
struct KeysDialog {
    bool shown = false;
    Scroll scroll;
    void open() { shown = true; }
};

void draw(Ui& ui, KeysDialog& dialog);

} // namespace ui
