#pragma once

#include "ui/canvas/canvas.h"

// The position of the selection bar.
namespace ui {

// Full where it covers no card; where there is no such position, folded to one button on a selected
// card, so that other cards remain clickable.
struct BarPlace {
    base::Vec2 at;
    enum class Form { whole, folded } form = Form::whole;
};

// `beside`: the selection's box on the screen; `whole`, `folded`: the bar's two sizes.
BarPlace place_bar(Ui const& ui, Canvas const& canvas, CanvasPlace const& place,
                   base::Rect const& beside, base::Vec2 whole, base::Vec2 folded);

} // namespace ui
