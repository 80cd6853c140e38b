#include "ui/kit/paint.h"
#include "ui/screens/vote/vote_view.h"

namespace ui {

// Question, method and cases are shown when the vote opens: until then they may change.
void draw_vote_awaited(Ui& ui, base::Rect const& main)
{
    auto const& c = ui.color();
    auto const middle = main.center();
    float const half = std::min(ui.px(420), main.width() / 2 - ui.px(24)), high = ui.px(150);
    base::Rect const card{{middle.x - half, middle.y - high}, {middle.x + half, middle.y + high}};
    draw_surface(ui, card,
                 {.radius = ui.px(22),
                  .fill = c.card,
                  .border = c.line,
                  .border_width = 1,
                  .level = Level::e1});
    base::Vec2 const sign{middle.x, card.min.y + ui.px(84)};
    disc(ui, sign, ui.px(46), c.sunken);
    draw_icon_at(ui, sign, ui.px(50), c.ink2, icon::how_to_vote);
    auto const title = ui.tr("vote.awaited");
    touch(ui, "vote.awaited", card, title, Enabled::yes, Role::area);
    draw_text_in(ui, {{card.min.x, card.min.y + ui.px(148)}, {card.max.x, card.min.y + ui.px(196)}},
                 type::h1, c.ink, title, Align::centre);
    draw_paragraph(ui, {card.min.x + ui.px(40), card.min.y + ui.px(208)}, card.width() - ui.px(80),
                   type::body, c.ink2, ui.tr("vote.awaited.line"), 3, Align::centre);
}

} // namespace ui
