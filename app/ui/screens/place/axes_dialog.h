#pragma once

#include "ui/kit/widgets.h"
#include "ui/kit/wish.h"
#include "ui/kit/workshop.h"

#include <optional>

namespace ui {

// The editor for axes: add, edit, order, weight, deactivate, activate.
struct AxesDialog {
    enum class State { closed, open } state = State::closed;
    model::AxisId axis; // being edited
    // Saved when a field is left.
    model::Axis draft;
    model::AxisId drafted; // axis that `draft` belongs to
    analysis::Inputs<analysis::Reads<model::Axis>, model::AxisId> read;
    Scroll list, form;
};

void open_axes(AxesDialog& dialog, model::AxisId axis);
std::optional<Wish> draw(Ui& ui, AxesDialog& dialog, Workshop const& workshop);

// The form of one axis: texts, lines, weight. Returns changes as a wish.
std::optional<Wish> draw_axis_form(Ui& ui, AxesDialog& dialog, Workshop const& workshop,
                                   base::Rect const& area);

} // namespace ui
