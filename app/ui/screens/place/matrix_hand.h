#pragma once

#include "ui/screens/place/place_view.h"

#include <optional>

// Pointer interaction on the matrix as pure functions: what was touched, what is held, the wish on
// release.
namespace ui {

// The pointer input on a matrix in one frame; a case each, or none.
struct MatrixTouched {
    model::CaseId hovered; // under the pointer
    model::CaseId pressed; // chip pressed
    model::CaseId pulled;  // chip held and moved
    model::CaseId named;   // label clicked
    enum class Ground { untouched, clicked } ground = Ground::untouched;
};

// The state between frames.
struct MatrixHeld {
    model::CaseId selected;
    std::optional<PlaceView::Drag> drag;
    friend bool operator==(MatrixHeld const&, MatrixHeld const&) = default;
};
enum class Pull { refused, free }; // refused: locked, read-only, or being moved by keys
MatrixHeld held_after(MatrixHeld before, MatrixTouched const& touched, Pull pull);

// A drop target. `reach`: accepted distance outside the matrix.
struct DropSpot {
    enum class On { matrix, tray, nothing } on = On::nothing;
    pictures::Matrix::Levels levels; // position on the matrix
    friend bool operator==(DropSpot const&, DropSpot const&) = default;
};
DropSpot drop_spot(pictures::Matrix const& matrix, base::Rect const& tray, base::Vec2 at,
                   float reach);
// The wish for a drop there; nothing when nothing changes.
std::optional<Wish> dropped(model::Document const& doc, model::AxisId axis,
                            PlaceView::Drag const& drag, DropSpot const& spot);

} // namespace ui
