#include "pictures/chips.h"

#include "pictures/icons.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pictures {

using base::Vec2;

namespace {

// A type for a size in pixels of the picture (types use design pixels).
Type sized(Means const& means, Face face, float px)
{
    return {face, px / means.unit, px * 1.2F / means.unit};
}

} // namespace

void draw_number(Pen& pen, Vec2 centre, Type const& type, Color color, std::string_view number)
{
    auto const baseline = std::round(centre.y + pen.px(type.px) * cap_em / 2);
    pen.text_on({centre.x, baseline}, type, color, number, Align::centre);
}

void draw_contested_badge(Pen& pen, Vec2 centre, float radius)
{
    auto const& c = pen.color();
    pen.disc(centre, radius, c.warn);
    pen.ring(centre, radius, c.halo, pen.px(2));
    draw_number(pen, centre, sized(pen, Face::semibold, radius * 1.3F), c.paper, "\u2260");
}

void draw_case_chip(Pen& pen, Vec2 centre, CaseChip const& chip)
{
    auto const& c = pen.color();
    auto const r = chip.radius;
    auto const shown = [&](Color color) { return board::faded(color, chip.alpha); };
    auto const hue = chip.axis ? c.ax.at(*chip.axis) : c.ink;
    auto text = chip.axis ? c.axt.at(*chip.axis) : c.paper;
    auto const number = sized(pen, Face::semibold, 2 * r * number_share(chip.number.size(), 0.46F));
    auto const halo = pen.px(2.5F);
    switch (chip.state) {
    case ChipState::before:
        pen.disc(centre, r + halo, shown(c.halo));
        pen.disc(centre, r, shown(c.card));
        pen.dashed_ring(centre, r - pen.px(1.1F), shown(hue), pen.px(2.2F),
                        {pen.px(4), pen.px(3.5F)});
        text = c.ink2;
        break;
    case ChipState::unplaced:
        pen.disc(centre, r, shown(c.card));
        pen.ring(centre, r - pen.px(1), shown(c.ink), pen.px(2));
        text = c.ink;
        break;
    case ChipState::selected:
        pen.disc(centre, r + pen.px(9), shown(c.accent));
        pen.disc(centre, r + pen.px(5), shown(c.halo));
        pen.disc(centre, r, shown(hue));
        break;
    case ChipState::rest:
        pen.disc(centre, r + halo, shown(c.halo));
        pen.disc(centre, r, shown(hue));
        break;
    }
    auto const corner = centre + Vec2{r, -r} * std::numbers::sqrt2_v<float> * 0.5F;
    if (chip.badge == CaseChip::Badge::contested)
        pen.dashed_ring(centre, r + pen.px(6), shown(c.warn), pen.px(2.6F), {pen.px(7), pen.px(5)});
    draw_number(pen, centre, number, shown(text), chip.number);
    if (chip.badge == CaseChip::Badge::contested) {
        draw_contested_badge(pen, centre + Vec2{r + pen.px(4), -r - pen.px(4)} * 0.72F,
                             r < pen.px(18) ? pen.px(9) : pen.px(11.5F));
    } else if (chip.badge == CaseChip::Badge::locked) {
        auto const at = corner + Vec2{pen.px(3), -pen.px(3)};
        pen.disc(at, pen.px(11), shown(c.halo));
        pen.icon(at, pen.px(18), shown(c.ink), icon::lock);
    }
}

float number_share(std::size_t digits, float usual)
{
    constexpr float all_digits = 1.32F; // the share of all together, at most
    return digits < 4 ? usual : std::min(usual, all_digits / static_cast<float>(digits));
}

std::size_t hue_of(int place)
{
    return static_cast<std::size_t>(std::max(1, place) - 1) % board::axis_hues;
}

} // namespace pictures
