#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <optional>

namespace ui {

// The axes as data: added, worded, put in order, weighed, taken out of use and brought back.
struct AxesDialog {
    enum class State { closed, open } state = State::closed;
    model::AxisId axis; // whose wording shows
    // Being written; kept when a field is left.
    model::Axis draft;
    model::AxisId drafted; // what it is of
    analysis::Inputs<analysis::Reads<model::Axis>, model::AxisId> read;
    Scroll list, form;
};

void open_axes(AxesDialog& dialog, model::AxisId axis);
std::optional<Wish> draw(Ui& ui, AxesDialog& dialog, Workshop const& workshop);

// The wording, lines and weight of one axis. What it asks to keep comes back.
std::optional<Wish> draw_axis_form(Ui& ui, AxesDialog& dialog, Workshop const& workshop,
                                   base::Rect const& area);

} // namespace ui
