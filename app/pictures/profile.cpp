#include "pictures/profile.h"

#include "pictures/chips.h"
#include "pictures/outcomes.h"

namespace pictures {
namespace {

void draw_head(Pen& pen, base::Rect const& area)
{
    auto const& c = pen.color();
    float y = area.min.y;
    pen.text({area.min.x, y}, type::h3, c.ink, pen.words.text("place.profile"));
    y += pen.px(32);
    pen.disc({area.min.x + pen.px(9), y + pen.px(11)}, pen.px(8), c.opp);
    float const said = pen.text({area.min.x + pen.px(26), y}, type::legend, c.ink2,
                                pen.words.text("place.legend.opportunity"));
    float const x = area.min.x + pen.px(46) + said;
    pen.triangle({x, y + pen.px(19)}, {x + pen.px(18), y + pen.px(19)},
                 {x + pen.px(9), y + pen.px(3)}, c.risk);
    pen.text({x + pen.px(26), y}, type::legend, c.ink2, pen.words.text("place.legend.risk"));
}

void draw_row(Pen& pen, ProfileRow const& row, base::Rect const& area, float y)
{
    auto const& c = pen.color();
    float const left = area.min.x + pen.px(48), right = area.max.x - pen.px(66);
    float const middle = (left + right) / 2, line_y = y + pen.px(16);
    draw_axis_badge(pen, {area.min.x, y}, pen.px(32), row.place);
    pen.line({left, line_y}, {right, line_y}, c.line2, pen.px(2));
    pen.line({middle, line_y - pen.px(6)}, {middle, line_y + pen.px(6)}, c.line2, pen.px(2));
    if (!row.placed) {
        pen.text_in({{right + pen.px(24), y}, {area.max.x, y + pen.px(32)}}, type::label, c.ink3,
                    "–");
        return;
    }
    auto at = [&](model::Level level) {
        return left + (right - left) * static_cast<float>(level) / model::level_max;
    };
    float const o = at(row.placed->opportunity), r = at(row.placed->risk);
    pen.line({o, line_y}, {r, line_y}, c.ink3, pen.px(4));
    pen.disc({o, line_y - pen.px(5)}, pen.px(8), c.opp);
    pen.triangle({r - pen.px(8), line_y + pen.px(14)}, {r + pen.px(8), line_y + pen.px(14)},
                 {r, line_y}, c.risk);
    auto const look = look_of(c, outcome_of(row.placed->quadrant));
    pen.icon({right + pen.px(30), line_y}, pen.px(24), look.text, look.icon);
    if (row.sign == ProfileRow::Sign::contested)
        pen.text_in({{right + pen.px(46), y}, {area.max.x, y + pen.px(32)}}, type::label, c.warn,
                    "\u2260", Align::right);
    else if (row.sign == ProfileRow::Sign::contradicted)
        pen.icon({area.max.x - pen.px(9), line_y}, pen.px(20), c.warn, icon_contradicted);
}

} // namespace

void draw_profile(Pen& pen, std::span<ProfileRow const> rows, base::Rect const& area)
{
    draw_head(pen, area);
    float y = area.min.y + pen.px(profile_head);
    for (auto const& row : rows) {
        draw_row(pen, row, area, y);
        y += pen.px(profile_row);
    }
}

void draw_axis_badge(Pen& pen, base::Vec2 at, float size, int place)
{
    auto const hue = hue_of(place);
    base::Rect const box{at, at + base::Vec2{size, size}};
    pen.fill(box, size * 0.26F, pen.color().ax.at(hue));
    float const px = size * 0.56F / pen.unit;
    draw_number(pen, box.center(), {Face::semibold, px, px * 1.2F}, pen.color().axt.at(hue),
                std::to_string(place));
}

} // namespace pictures
