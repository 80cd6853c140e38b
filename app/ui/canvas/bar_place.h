#pragma once

#include "ui/canvas/canvas.h"

// Where the bar of the selection stands.
namespace ui {

// Whole where it covers no card; where there is no such place in sight, folded to one button on a
// card that is selected: what is meant for another card reaches it.
struct BarPlace {
    base::Vec2 at;
    enum class Form { whole, folded } form = Form::whole;
};

// `beside`: what it stands by, on the screen; `whole`, `folded`: its two sizes.
BarPlace place_bar(Ui const& ui, Canvas const& canvas, CanvasPlace const& place,
                   base::Rect const& beside, base::Vec2 whole, base::Vec2 folded);

} // namespace ui
