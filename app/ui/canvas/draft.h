#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <string_view>

// What the texts typed on the board share.
namespace ui {

constexpr std::size_t draft_most = 400; // bytes

std::string_view id_of(Draft::Kind kind);

// A field that has just been shown takes the keyboard.
void take_keyboard(Ui& ui, Draft& draft);

// Entered, or left for something else.
bool is_over(Ui const& ui, Draft const& draft, Edit edit);

} // namespace ui
