#pragma once

#include "ui/kit/ui.h"
#include "ui/kit/wish.h"

namespace ui {

// Why something that was handed over was not taken, said where the person looks: over the foot of
// what they filled in, which stays as it is. `key` says what was not done, {0} being the reason.
// When the file or the ballot box takes nothing more, a copy is offered.
struct NotTaken {
    std::string_view id, key;
    base::Error const& why;
};
float not_taken_height(Ui& ui, NotTaken const& said, float width);
// From `at` down, `width` pixels wide.
std::optional<Wish> draw_not_taken(Ui& ui, NotTaken const& said, base::Vec2 at, float width);

} // namespace ui
