#pragma once

#include "ui/kit/ui.h"
#include "ui/kit/wish.h"

namespace ui {

// A message that input could not be stored, shown at the bottom of the form, which stays as it is.
// `key`: message of the failed action, {0} being the reason. Offers a copy when the file or ballot
// box accepts nothing more.
struct NotTaken {
    std::string_view id, key;
    base::Error const& why;
};
float not_taken_height(Ui& ui, NotTaken const& said, float width);
// Drawn from `at` down, `width` pixels wide.
std::optional<Wish> draw_not_taken(Ui& ui, NotTaken const& said, base::Vec2 at, float width);

} // namespace ui
