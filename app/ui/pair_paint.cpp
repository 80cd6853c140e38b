#include "ui/pair_paint.h"

#include "ui/paint.h"
#include "ui/title_paint.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr float beside = 60; // board units: cards no further apart share an edge

float overlap(float a0, float a1, float b0, float b1)
{
    return std::min(a1, b1) - std::max(a0, b0);
}

// On the edge that the two share: at its foot when they lie side by side, in its middle when one
// lies under the other; else halfway.
base::Vec2 middle_of(base::Rect const& a, base::Rect const& b, float foot)
{
    if (overlap(a.min.y, a.max.y, b.min.y, b.max.y) > 0) {
        auto const x = (std::min(a.max.x, b.max.x) + std::max(a.min.x, b.min.x)) / 2;
        return {x, std::min(a.max.y, b.max.y) - foot};
    }
    if (overlap(a.min.x, a.max.x, b.min.x, b.max.x) > 0) {
        auto const y = (std::min(a.max.y, b.max.y) + std::max(a.min.y, b.min.y)) / 2;
        return {(std::max(a.min.x, b.min.x) + std::min(a.max.x, b.max.x)) / 2, y};
    }
    return (a.center() + b.center()) * 0.5F;
}

bool side_by_side(base::Rect const& a, base::Rect const& b)
{
    auto const near = base::grown(a, beside);
    bool const in_line = overlap(a.min.y, a.max.y, b.min.y, b.max.y) > 0 ||
                         overlap(a.min.x, a.max.x, b.min.x, b.max.x) > 0;
    return in_line && near.overlaps(b);
}

// Where the line from the middle of `box` towards `to` leaves it.
base::Vec2 edge_towards(base::Rect const& box, base::Vec2 to)
{
    auto const from = box.center();
    auto const d = to - from;
    auto const tx = d.x == 0 ? 1e9F : box.width() / 2 / std::abs(d.x);
    auto const ty = d.y == 0 ? 1e9F : box.height() / 2 / std::abs(d.y);
    return from + d * std::min({tx, ty, 1.0F});
}

} // namespace

std::optional<PairPlace> place_pair(Ui& ui, Canvas const& canvas)
{
    if (!canvas.pair || canvas.showing.carried) return std::nullopt;
    auto const* a = canvas.state.scene.find(canvas.pair->a);
    auto const* b = canvas.state.scene.find(canvas.pair->b);
    if (!a || !b) return std::nullopt;
    auto const on_a = canvas.view.to_screen(a->box), on_b = canvas.view.to_screen(b->box);
    PairPlace place{percent_of(ui, canvas.pair->thousandths), {}, std::nullopt};
    base::Vec2 at;
    if (side_by_side(a->box, b->box)) {
        at = middle_of(on_a, on_b, 4 * canvas.view.scale());
    } else {
        place.line.emplace(edge_towards(on_a, on_b.center()), edge_towards(on_b, on_a.center()));
        at = (place.line->first + place.line->second) * 0.5F;
    }
    base::Vec2 const half{text_width(ui, type::strong, place.text) / 2 + ui.px(15), ui.px(16)};
    place.pill = {at - half, at + half};
    touch(ui, "pair.likeness", place.pill, place.text, Enabled::yes, Role::area);
    return place;
}

void paint_pair(Ui& ui, PairPlace const& place)
{
    auto const& c = ui.color();
    if (place.line) { // far apart: a line joins them
        line(ui, place.line->first, place.line->second, c.halo, ui.px(5));
        line(ui, place.line->first, place.line->second, c.accent, ui.px(2));
    }
    auto const round = place.pill.height() / 2;
    fill(ui, base::grown(place.pill, ui.px(2)), round + ui.px(2), c.halo);
    fill(ui, place.pill, round, c.accent);
    draw_text_in(ui, place.pill, type::strong, c.onaccent, place.text, Align::centre);
}

} // namespace ui
