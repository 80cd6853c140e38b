#include "board/stroke.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace board {
namespace {

constexpr float grain = 16;              // stored resolution: parts of a board unit
constexpr float tolerance_px = 1.2F;     // screen pixels
constexpr std::size_t points_max = 4000; // of one stroke
constexpr float curve_step = 5;          // board units between the points of a curve
constexpr float corner_cosine = 0.866F;  // a turn of more than 30 degrees
constexpr float corner_reach = 8;        // how far about a corner the curve may bend

float length(base::Vec2 v) { return std::hypot(v.x, v.y); }
float cross(base::Vec2 a, base::Vec2 b) { return a.x * b.y - a.y * b.x; }

float distance_to_part(base::Vec2 a, base::Vec2 b, base::Vec2 at)
{
    auto const along = b - a;
    auto const squared = along.x * along.x + along.y * along.y;
    if (squared <= 0) return length(at - a);
    auto const t = ((at.x - a.x) * along.x + (at.y - a.y) * along.y) / squared;
    return length(at - (a + along * std::clamp(t, 0.0F, 1.0F)));
}

// A point of the curve between `p[1]` and `p[2]` (Barry and Goldman's pyramid, alpha 1/2).
base::Vec2 on_curve(std::array<base::Vec2, 4> const& p, float share)
{
    std::array<float, 4> knot{};
    for (std::size_t i = 1; i < 4; ++i)
        knot[i] = knot[i - 1] + std::max(1e-3F, std::sqrt(length(p[i] - p[i - 1])));
    auto const t = knot[1] + (knot[2] - knot[1]) * share;
    auto const mix = [&](base::Vec2 a, base::Vec2 b, std::size_t from, std::size_t to) {
        auto const k = (t - knot[from]) / (knot[to] - knot[from]);
        return a + (b - a) * k;
    };
    auto const a1 = mix(p[0], p[1], 0, 1), a2 = mix(p[1], p[2], 1, 2), a3 = mix(p[2], p[3], 2, 3);
    return mix(mix(a1, a2, 0, 2), mix(a2, a3, 1, 3), 1, 2);
}

// Adds points near corners: without them the curve would bulge on the straight parts before a
// corner.
Line with_corners_held(Line const& points)
{
    auto const turns = [&](std::size_t i) {
        if (i == 0 || i + 1 == points.size()) return false;
        auto const in = points[i] - points[i - 1], out = points[i + 1] - points[i];
        auto const both = length(in) * length(out);
        return both > 0 && in.x * out.x + in.y * out.y < corner_cosine * both;
    };
    Line held;
    for (std::size_t i = 0; i < points.size(); ++i) {
        held.push_back(points[i]);
        if (i + 1 == points.size()) break;
        auto const span = points[i + 1] - points[i];
        auto const size = length(span);
        if (size < 3 * corner_reach) continue;
        auto const near = span * (corner_reach / size);
        if (turns(i)) held.push_back(points[i] + near);
        if (turns(i + 1)) held.push_back(points[i + 1] - near);
    }
    return held;
}

} // namespace

Line steadied(Line const& drawn, float most)
{
    auto line = drawn;
    for (std::size_t i = 1; i + 1 < drawn.size(); ++i) {
        auto const step = (drawn[i - 1] + drawn[i + 1]) * 0.25F - drawn[i] * 0.5F;
        auto const size = length(step);
        line[i] = drawn[i] + (size > most ? step * (most / size) : step);
    }
    return line;
}

Line simplified(Line const& line, float tolerance)
{
    if (line.size() < 3) return line;
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        auto const [first, last] = open.back();
        open.pop_back();
        float most = tolerance;
        std::size_t farthest = 0;
        for (auto i = first + 1; i < last; ++i) {
            auto const d = distance_to_part(line[first], line[last], line[i]);
            if (d > most) most = d, farthest = i;
        }
        if (farthest == 0) continue;
        kept[farthest] = true;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
    Line few;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i]) few.push_back(line[i]);
    return few;
}

Line curved(Line const& kept)
{
    if (kept.size() < 3) return kept;
    auto const points = with_corners_held(kept);
    Line curve{points.front()};
    auto const last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        // The curve is extended linearly beyond its ends.
        auto const before = i == 0 ? points[0] * 2 - points[1] : points[i - 1];
        auto const after = i + 1 == last ? points[last] * 2 - points[last - 1] : points[i + 2];
        std::array const around{before, points[i], points[i + 1], after};
        auto const span = length(points[i + 1] - points[i]);
        int const steps = std::clamp(static_cast<int>(std::ceil(span / curve_step)), 1, 16);
        for (int s = 1; s < steps; ++s)
            curve.push_back(on_curve(around, static_cast<float>(s) / static_cast<float>(steps)));
        curve.push_back(points[i + 1]);
    }
    return curve;
}

std::optional<model::Annotation> stroke_of(Line const& drawn, float scale)
{
    if (drawn.empty() || scale <= 0) return std::nullopt;
    auto tolerance = tolerance_px / scale;
    auto line = simplified(steadied(drawn, tolerance), tolerance);
    while (line.size() > points_max) line = simplified(line, tolerance *= 2);
    model::Annotation stroke;
    stroke.kind = model::AnnotationKind::stroke;
    auto const fine = [](float v) { return static_cast<int>(std::lround(v * grain)); };
    auto const x0 = fine(line.front().x), y0 = fine(line.front().y);
    stroke.at = {static_cast<float>(x0) / grain, static_cast<float>(y0) / grain};
    for (std::size_t i = 1; i < line.size(); ++i) {
        stroke.points.push_back(fine(line[i].x) - x0);
        stroke.points.push_back(fine(line[i].y) - y0);
    }
    if (stroke.points.empty()) stroke.points = {0, 0}; // a dot
    return stroke;
}

Line points_of(model::Annotation const& stroke)
{
    Line points{stroke.at};
    for (std::size_t i = 0; i + 1 < stroke.points.size(); i += 2)
        points.push_back(stroke.at + base::Vec2{static_cast<float>(stroke.points[i]) / grain,
                                                static_cast<float>(stroke.points[i + 1]) / grain});
    return points;
}

float distance_to(Line const& line, base::Vec2 at)
{
    if (line.empty()) return std::numeric_limits<float>::infinity();
    auto least = length(at - line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        least = std::min(least, distance_to_part(line[i - 1], line[i], at));
    return least;
}

bool crosses(Line const& line, base::Rect const& area)
{
    auto const part_crosses = [&](base::Vec2 a, base::Vec2 b) { // Liang-Barsky clipping
        float from = 0, to = 1;
        auto const d = b - a;
        for (auto const& [speed, room] :
             {std::pair{-d.x, a.x - area.min.x}, std::pair{d.x, area.max.x - a.x},
              std::pair{-d.y, a.y - area.min.y}, std::pair{d.y, area.max.y - a.y}}) {
            if (speed == 0) {
                if (room < 0) return false;
                continue;
            }
            auto const t = room / speed;
            if (speed < 0)
                from = std::max(from, t);
            else
                to = std::min(to, t);
        }
        return from <= to;
    };
    if (line.size() == 1) return area.contains(line.front());
    for (std::size_t i = 1; i < line.size(); ++i)
        if (part_crosses(line[i - 1], line[i])) return true;
    return false;
}

Line hull_of(Line points)
{
    if (points.size() < 3) return points;
    std::sort(points.begin(), points.end(),
              [](base::Vec2 a, base::Vec2 b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); });
    Line hull;
    auto const wrap = [&](auto begin, auto end) { // one side (Andrew's monotone chain)
        auto const floor = hull.size() + 1;
        for (; begin != end; ++begin) {
            while (hull.size() > floor &&
                   cross(hull.back() - hull[hull.size() - 2], *begin - hull.back()) <= 0)
                hull.pop_back();
            hull.push_back(*begin);
        }
        hull.pop_back(); // also the first point of the other side
    };
    wrap(points.begin(), points.end());
    wrap(points.rbegin(), points.rend());
    return hull;
}

} // namespace board
