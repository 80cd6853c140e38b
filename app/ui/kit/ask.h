#pragma once

#include "ui/kit/ui.h"

#include <string>
#include <string_view>

namespace ui {

// The size of a dialog that holds a body so high, in screen pixels: a sentence gets a dialog of its
// own height. And how wide that body is.
base::Vec2 dialog_around(Ui const& ui, float design_width, float body_height);
float dialog_inside(Ui const& ui, float design_width);

// A question asked once before what cannot be taken back.
struct Question {
    std::string_view id; // its answers are id + ".yes", id + ".other" and id + ".no"
    std::string title, line, yes, no;
    std::string other = {};                          // a second way, or none
    enum class Enter { yes, no } enter = Enter::yes; // what Enter answers
};
enum class Said { nothing, yes, other, no };
Said ask(Ui& ui, Question const& asked);

} // namespace ui
