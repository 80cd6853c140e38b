#pragma once

#include "pictures/chips.h"
#include "ui/kit/ui.h"

#include <type_traits>

// Draws display lists on the screen.
namespace ui {

using pictures::CaseChip;
using pictures::ChipState;

// The resources for drawing on this screen.
pictures::Means means_of(Ui const& ui, ScreenMeasure const& measure);

// Draws a list whose unit is the scale of the screen.
void paint(Ui& ui, pictures::List const& list);

// Draws what `draw` adds with a pen, and returns its result.
template <class F>
auto draw_picture(Ui& ui, F&& draw)
{
    ScreenMeasure const measure(ui);
    pictures::List list;
    pictures::Pen pen(means_of(ui, measure), list);
    if constexpr (std::is_void_v<decltype(draw(pen))>) {
        draw(pen);
        paint(ui, list);
    } else {
        auto out = draw(pen);
        paint(ui, list);
        return out;
    }
}

// Shortcuts for small pictures.
void draw_case_chip(Ui& ui, base::Vec2 centre, pictures::CaseChip const& chip);
void draw_contested_badge(Ui& ui, base::Vec2 centre, float radius);

} // namespace ui
