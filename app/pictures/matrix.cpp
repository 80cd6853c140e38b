#include "pictures/matrix.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace pictures {

base::Vec2 Matrix::at(model::Level opportunity, model::Level risk) const
{
    return at_point(opportunity, risk);
}

base::Vec2 Matrix::at_point(double opportunity, double risk) const
{
    constexpr auto whole = static_cast<double>(model::level_max);
    auto const o = static_cast<float>(opportunity / whole), r = static_cast<float>(risk / whole);
    return {box.min.x + box.width() * r, box.max.y - band - (box.height() - 2 * band) * o};
}

Matrix::Levels Matrix::levels_at(base::Vec2 point) const
{
    auto level = [](float share) {
        return static_cast<model::Level>(
            std::lround(std::clamp(share, 0.F, 1.F) * model::level_max));
    };
    return {level((box.max.y - band - point.y) / (box.height() - 2 * band)),
            level((point.x - box.min.x) / box.width())};
}

base::Rect Matrix::quadrant(analysis::Quadrant which) const
{
    using analysis::Quadrant;
    auto const middle = cross();
    float const half = gap / 2;
    bool const right = which == Quadrant::safeguards || which == Quadrant::aside;
    bool const low = which == Quadrant::comfort || which == Quadrant::aside;
    return {{right ? middle.x + half : box.min.x, low ? middle.y + half : box.min.y},
            {right ? box.max.x : middle.x - half, low ? box.max.y : middle.y - half}};
}

analysis::Quadrant Matrix::quadrant_of(Levels levels) const
{
    using analysis::Half;
    return analysis::quadrant(levels.opportunity >= opportunity_line ? Half::high : Half::low,
                              levels.risk >= risk_line ? Half::high : Half::low);
}

Matrix matrix_of(model::Axis const& axis, base::Rect const& box, float gap, float band)
{
    return {box, gap, axis.opportunity_line, axis.risk_line, band};
}

std::array<base::Vec2, 65> outline_of(Matrix const& matrix, analysis::Ellipse const& ellipse)
{
    std::array<base::Vec2, 65> out;
    double const c = std::cos(ellipse.angle), s = std::sin(ellipse.angle);
    for (std::size_t i = 0; i < out.size(); ++i) {
        double const t = 2 * std::numbers::pi * static_cast<double>(i) / 64;
        double const u = ellipse.major * std::cos(t), v = ellipse.minor * std::sin(t);
        out.at(i) = matrix.at_point(ellipse.centre.opportunity + u * s + v * c,
                                    ellipse.centre.risk + u * c - v * s);
    }
    return out;
}

} // namespace pictures
