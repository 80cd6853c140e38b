#include "ui/screens/place/matrix_hand.h"

namespace ui {

MatrixHeld held_after(MatrixHeld before, MatrixTouched const& touched, Pull pull)
{
    if (touched.ground == MatrixTouched::Ground::clicked) before.selected = {};
    if (touched.pressed) before.selected = touched.pressed;
    if (touched.named) before.selected = touched.named;
    if (touched.pulled && pull == Pull::free && !before.drag)
        before.drag = {touched.pulled, PlaceView::Drag::From::matrix};
    return before;
}

DropSpot drop_spot(pictures::Matrix const& matrix, base::Rect const& tray, base::Vec2 at,
                   float reach)
{
    if (base::grown(matrix.box, reach).contains(at))
        return {DropSpot::On::matrix, matrix.levels_at(at)};
    return {tray.contains(at) ? DropSpot::On::tray : DropSpot::On::nothing, {}};
}

std::optional<Wish> dropped(model::Document const& doc, model::AxisId axis,
                            PlaceView::Drag const& drag, DropSpot const& spot)
{
    model::PlacementKey const key{axis, drag.on};
    if (spot.on == DropSpot::On::matrix)
        return edit::Place{key, moved_by_hand(model::get<model::Placement>(doc, key),
                                              spot.levels.opportunity, spot.levels.risk)};
    bool const taken_off = spot.on == DropSpot::On::tray &&
                           drag.from == PlaceView::Drag::From::matrix &&
                           model::find<model::Placement>(doc, key);
    if (taken_off) return edit::Unplace{key};
    return std::nullopt;
}

} // namespace ui
