#pragma once

#include "base/geometry.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace board {

// A spatial index of boxes: each is stored in the cell of its top-left corner, so the cost of a
// query depends on its results, not on the size of the board.
class Grid {
public:
    // Boxes are identified by their index in the list that built the grid.
    using Index = std::uint32_t;

    void clear();
    void add(Index index, base::Rect const& box);
    // `box`: the one it was added with.
    void remove(Index index, base::Rect const& box);
    void move(Index index, base::Rect const& from, base::Rect const& to);

    // Calls `f(index)` for each box that may overlap `area` until one call returns true. Returns
    // whether one did.
    template <class F>
    bool any(base::Rect const& area, F&& f) const;
    // The same for all boxes.
    template <class F>
    void each(base::Rect const& area, F&& f) const
    {
        any(area, [&](Index index) {
            f(index);
            return false;
        });
    }

private:
    static constexpr float cell = 512; // board units
    static std::int32_t at(float v) { return static_cast<std::int32_t>(std::floor(v / cell)); }
    static std::uint64_t key(std::int32_t x, std::int32_t y)
    {
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32U |
               static_cast<std::uint32_t>(y);
    }
    static std::uint64_t key(base::Rect const& box) { return key(at(box.min.x), at(box.min.y)); }

    std::unordered_map<std::uint64_t, std::vector<Index>> cells_;
    base::Vec2 largest_; // largest width and height of any box so far
};

template <class F>
bool Grid::any(base::Rect const& area, F&& f) const
{
    auto const in_list = [&](std::vector<Index> const& list) {
        for (auto index : list)
            if (f(index)) return true;
        return false;
    };
    auto const x0 = at(area.min.x - largest_.x), x1 = at(area.max.x);
    auto const y0 = at(area.min.y - largest_.y), y1 = at(area.max.y);
    auto const asked = (static_cast<double>(x1) - x0 + 1) * (static_cast<double>(y1) - y0 + 1);
    if (asked > static_cast<double>(cells_.size())) { // more cells requested than exist
        for (auto const& [k, list] : cells_)
            if (in_list(list)) return true;
        return false;
    }
    for (auto y = y0; y <= y1; ++y)
        for (auto x = x0; x <= x1; ++x)
            if (auto const it = cells_.find(key(x, y)); it != cells_.end() && in_list(it->second))
                return true;
    return false;
}

} // namespace board
