#include "pictures/list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pictures {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

} // namespace

Dash fitted(Dash dash, float length)
{
    auto const count = std::max(1.0F, std::round(length / (dash.on + dash.off)));
    auto const k = length / (count * (dash.on + dash.off));
    return {dash.on * k, dash.off * k};
}

std::vector<base::Vec2> rounded_points(base::Rect const& box, float radius)
{
    radius = std::min({radius, box.width() / 2, box.height() / 2});
    std::vector<base::Vec2> points;
    std::array<base::Vec2, 4> const centres{{{box.max.x - radius, box.min.y + radius},
                                             {box.max.x - radius, box.max.y - radius},
                                             {box.min.x + radius, box.max.y - radius},
                                             {box.min.x + radius, box.min.y + radius}}};
    constexpr int per_corner = 10;
    for (std::size_t corner = 0; corner < centres.size(); ++corner)
        for (int i = 0; i <= per_corner; ++i) {
            auto const quarter = static_cast<float>(corner) - 1 +
                                 static_cast<float>(i) / static_cast<float>(per_corner);
            auto const angle = quarter * pi / 2;
            points.push_back(centres[corner] +
                             base::Vec2{std::cos(angle) * radius, std::sin(angle) * radius});
        }
    points.push_back(points.front());
    return points;
}

std::vector<base::Vec2> oval_points(base::Vec2 centre, base::Vec2 radii)
{
    auto const count = std::clamp(static_cast<int>(std::max(radii.x, radii.y)), 32, 160);
    std::vector<base::Vec2> points;
    points.reserve(static_cast<std::size_t>(count) + 1);
    for (int i = 0; i <= count; ++i) {
        auto const t = 2 * pi * static_cast<float>(i) / static_cast<float>(count) - pi / 2;
        points.push_back({centre.x + radii.x * std::cos(t), centre.y + radii.y * std::sin(t)});
    }
    return points;
}

float length_of(std::vector<base::Vec2> const& points)
{
    float length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    return length;
}

} // namespace pictures
