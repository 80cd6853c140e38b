#pragma once

#include <algorithm>
#include <cmath>

namespace base {

struct Vec2 {
    float x = 0, y = 0;
    friend bool operator==(Vec2, Vec2) = default;
    friend Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
    friend Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
    friend Vec2 operator*(Vec2 a, float k) { return {a.x * k, a.y * k}; }
};

// An axis-aligned rectangle; points at `max` are outside it.
struct Rect {
    Vec2 min, max;
    friend bool operator==(Rect const&, Rect const&) = default;
    [[nodiscard]] float width() const { return max.x - min.x; }
    [[nodiscard]] float height() const { return max.y - min.y; }
    [[nodiscard]] Vec2 center() const { return (min + max) * 0.5f; }
    [[nodiscard]] bool contains(Vec2 p) const
    {
        return p.x >= min.x && p.x < max.x && p.y >= min.y && p.y < max.y;
    }
    [[nodiscard]] bool overlaps(Rect const& o) const
    {
        return min.x < o.max.x && o.min.x < max.x && min.y < o.max.y && o.min.y < max.y;
    }
};

inline float distance(Vec2 a, Vec2 b) { return std::hypot(a.x - b.x, a.y - b.y); }

// The rectangle with these opposite corners.
inline Rect spanned(Vec2 a, Vec2 b)
{
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

// The smallest rectangle that contains both.
inline Rect united(Rect const& a, Rect const& b)
{
    return {{std::min(a.min.x, b.min.x), std::min(a.min.y, b.min.y)},
            {std::max(a.max.x, b.max.x), std::max(a.max.y, b.max.y)}};
}

inline Rect grown(Rect const& r, float by)
{
    return {{r.min.x - by, r.min.y - by}, {r.max.x + by, r.max.y + by}};
}

} // namespace base
