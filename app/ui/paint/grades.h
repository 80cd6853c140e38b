#pragma once

#include "pictures/outcomes.h"
#include "ui/kit/ui.h"

namespace ui {

using pictures::GradeLook;

// With the colours of the screen: see pictures::grade_look.
inline GradeLook grade_look(Ui const& ui, std::size_t grade, std::size_t count)
{
    return pictures::grade_look(ui.color(), grade, count);
}

} // namespace ui
