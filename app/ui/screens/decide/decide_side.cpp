#include "ui/screens/decide/decide_parts.h"

#include <algorithm>

namespace ui {
namespace {

constexpr float least_pareto = 300, most_pareto = 470;

} // namespace

std::optional<Wish> draw_decide_side(Ui& ui, DecideView& view, Workshop const& workshop,
                                     base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    if (view.side == DecideView::Side::sheet && view.ranking().find(view.selected))
        return draw_case_sheet(ui, view, workshop, inner);
    // Wider than its contents, for focus rings.
    ScrollArea scroll(ui, "decide.panel", base::grown(inner, ui.px(14)), view.panel);
    float const top = scroll.top() + ui.px(14);
    float y = top;
    auto wish = draw_weights(ui, view, workshop, inner, y);
    hairline_h(ui, area.min.x, area.max.x, y, ui.color().line);
    y += ui.px(18);
    // The plot uses the rest of the panel; if that is small, it scrolls.
    float const taken = y - top;
    float const height =
        std::clamp(inner.height() - taken, ui.px(least_pareto), ui.px(most_pareto));
    draw_pareto(ui, view, workshop, {{inner.min.x, y}, {inner.max.x, y + height}});
    scroll.content_height(taken + height + ui.px(28));
    return wish;
}

} // namespace ui
