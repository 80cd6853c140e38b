#pragma once

#include "ui/canvas/canvas.h"
#include "ui/kit/widgets.h"

#include <string_view>

// Shared by the texts typed on the board.
namespace ui {

constexpr std::size_t draft_most = 400; // bytes

std::string_view id_of(Draft::Kind kind);

// Gives the focus to a field that just appeared.
void take_keyboard(Ui& ui, Draft& draft);

// Whether input was submitted or left.
bool is_over(Ui const& ui, Draft const& draft, Edit edit);

} // namespace ui
