#pragma once

#include "ui/kit/ui.h"

#include <string>
#include <string_view>

namespace ui {

// The size of a dialog around a body of that height, in screen pixels; and the width of that body.
base::Vec2 dialog_around(Ui const& ui, float design_width, float body_height);
float dialog_inside(Ui const& ui, float design_width);

// A confirmation before an action that cannot be undone.
struct Question {
    std::string_view id; // ids of its buttons: id + ".yes", id + ".other", id + ".no"
    std::string title, line, yes, no;
    std::string other = {}; // a second alternative, or none
    enum class Enter {
        yes,
        no
    } enter = Enter::yes; // the answer for the Enter key, and main button
};
enum class Said { nothing, yes, other, no };
Said ask(Ui& ui, Question const& asked);

} // namespace ui
