#include "pictures/clouds.h"

#include "pictures/outcomes.h"
#include "wording/placements.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pictures {
namespace {

using analysis::Quadrant;

base::Vec2 point_of(Matrix const& matrix, analysis::Point at)
{
    return matrix.at_point(at.opportunity, at.risk);
}

void draw_camp(Pen& pen, Matrix const& matrix, analysis::Camp const& camp, std::string_view key)
{
    auto const said = pen.words.text(key, camp.people);
    float const width = pen.width(type::legend, said) + pen.px(28), height = pen.px(34);
    auto const at = point_of(matrix, camp.median);
    auto const& box = matrix.box;
    float const x = std::clamp(at.x - width / 2, box.min.x + 2, box.max.x - width - 2);
    float const above = at.y - pen.px(72), below = at.y + pen.px(38);
    float const y = above > box.min.y ? above : std::min(below, box.max.y - height);
    base::Rect const pill{{x, y}, {x + width, y + height}};
    pen.fill(pill, height / 2, pen.color().warntint);
    pen.outline(pill, height / 2, pen.color().warn, pen.snap(1.5F));
    pen.text_in(pill, type::legend, pen.color().warn, said, Align::centre);
}

void draw_camps(Pen& pen, Matrix const& matrix, analysis::OneScale const& scale)
{
    if (!scale.camps) return;
    draw_camp(pen, matrix, scale.camps->low, "cloud.camp.low");
    draw_camp(pen, matrix, scale.camps->high, "cloud.camp.high");
}

} // namespace

void draw_cloud(Pen& pen, Matrix const& matrix, analysis::Shape const& shape, Color hue,
                float alpha)
{
    bool const contested = shape.agreement() == analysis::Agreement::contested;
    pen.clipped(matrix.box, [&] {
        if (!shape.half) {
            for (auto const& dot : shape.dots)
                pen.disc(point_of(matrix, dot), pen.px(5), board::faded(hue, 3 * alpha));
            return;
        }
        auto const points = outline_of(matrix, *shape.half);
        pen.polygon({points.begin(), points.end() - 1}, board::faded(hue, alpha));
        if (contested)
            pen.path({points.begin(), points.end()},
                     board::faded(pen.color().warn, std::min(1.F, alpha * 8)), pen.px(1.6F),
                     {pen.px(6), pen.px(6)});
    });
}

void draw_people(Pen& pen, Matrix const& matrix, analysis::Shape const& shape)
{
    auto const& c = pen.color();
    auto const median = point_of(matrix, shape.median);
    for (auto const& dot : shape.dots)
        pen.line(median, point_of(matrix, dot), board::faded(c.ink3, 0.28F), pen.px(1.5F));
    for (auto const& dot : shape.dots) {
        auto const at = point_of(matrix, dot);
        pen.disc(at, pen.px(8.5F), c.halo);
        pen.disc(at, pen.px(7), c.warn);
        pen.disc(at, pen.px(5.5F), c.warnfill);
    }
    draw_camps(pen, matrix, shape.opportunity);
    draw_camps(pen, matrix, shape.risk);
}

float draw_zones(Pen& pen, base::Rect const& area, analysis::Shape const& shape,
                 model::Axis const& axis)
{
    constexpr std::array quadrants{Quadrant::launch, Quadrant::safeguards, Quadrant::comfort,
                                   Quadrant::aside};
    float const gap = pen.px(8), width = (area.width() - gap) / 2, height = pen.px(46);
    for (std::size_t i = 0; i < quadrants.size(); ++i) {
        auto const zone = quadrants.at(i);
        auto const look = look_of(pen.color(), outcome_of(zone));
        float const x = area.min.x + (i % 2 == 0 ? 0 : width + gap);
        float const y = area.min.y + (i < 2 ? 0 : height + gap);
        base::Rect const box{{x, y}, {x + width, y + height}};
        bool const any = shape.zones.at(static_cast<std::size_t>(zone)) > 0;
        pen.fill(box, pen.px(10), any ? look.tint : pen.color().sunken);
        if (any) {
            base::Rect const bar{{x, box.max.y - pen.px(5)},
                                 {x + width * static_cast<float>(shape.share(zone)), box.max.y}};
            pen.fill(bar, pen.px(2.5F), look.text);
        }
        auto const color = any ? look.text : pen.color().ink3;
        pen.icon({x + pen.px(20), box.center().y}, pen.px(20), color, look.icon);
        auto const share = pen.words.percent(shape.share(zone));
        float const figure = pen.width(type::strong, share);
        pen.text_in({{x + pen.px(34), y}, {box.max.x - figure - pen.px(12), box.max.y}},
                    {Face::medium, 15, 20}, color, wording::quadrant(pen.words, axis, zone));
        pen.text_in({{x, y}, {box.max.x - pen.px(10), box.max.y}}, type::strong, color, share,
                    Align::right);
    }
    return 2 * height + gap;
}

} // namespace pictures
