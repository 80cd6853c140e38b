#include "ui/paint/matrix_paint.h"

#include "ui/kit/paint.h"
#include "ui/kit/widgets/chips.h"

namespace ui {

void draw_outcome_disc(Ui& ui, base::Vec2 centre, pictures::Outcome outcome)
{
    auto const look = look_of(ui, outcome);
    float const r = ui.px(outcome_disc) / 2;
    disc(ui, centre, r, look.tint);
    ring(ui, centre, r, look.border, ui.px(1.5F));
    draw_icon_at(ui, centre, ui.px(20), look.text, look.icon);
}

} // namespace ui
