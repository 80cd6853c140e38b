#pragma once

#include "ui/screens/place/place_view.h"

#include <optional>

// The hand on the matrix, as values: what it touched, what it then holds, what is asked when it
// lets go. Nothing here draws.
namespace ui {

// What the pointer did on a matrix in one frame; a case each, or none.
struct MatrixTouched {
    model::CaseId hovered; // its chip is under the pointer
    model::CaseId pressed; // the button went down on its chip
    model::CaseId pulled;  // its chip is held and was moved
    model::CaseId named;   // its name was clicked
    enum class Ground { untouched, clicked } ground = Ground::untouched;
};

// What it holds from frame to frame.
struct MatrixHeld {
    model::CaseId selected;
    std::optional<PlaceView::Drag> drag;
    friend bool operator==(MatrixHeld const&, MatrixHeld const&) = default;
};
enum class Pull { refused, free }; // of what is pulled: locked, read only, being moved by the keys
MatrixHeld held_after(MatrixHeld before, MatrixTouched const& touched, Pull pull);

// What lies where something is let go. `reach`: how far outside of the matrix still counts.
struct DropSpot {
    enum class On { matrix, tray, nothing } on = On::nothing;
    pictures::Matrix::Levels levels; // on the matrix
    friend bool operator==(DropSpot const&, DropSpot const&) = default;
};
DropSpot drop_spot(pictures::Matrix const& matrix, base::Rect const& tray, base::Vec2 at,
                   float reach);
// What is asked when it is let go there; nothing where nothing changes.
std::optional<Wish> dropped(model::Document const& doc, model::AxisId axis,
                            PlaceView::Drag const& drag, DropSpot const& spot);

} // namespace ui
