#include "board/overview.h"

#include <algorithm>
#include <cmath>

namespace board {
namespace {

constexpr std::size_t few = 400;

// A grid of cells, each covered or not.
struct Cells {
    base::Vec2 origin;
    float size = 1; // cell size in board units
    int columns = 0, rows = 0;
    std::vector<char> covered;

    Cells(base::Rect const& around, int columns_wanted)
        : origin(around.min)
        , size(std::max({around.width(), around.height(), 1.0F}) /
               static_cast<float>(columns_wanted))
        , columns(at(around.max.x, origin.x) + 1)
        , rows(at(around.max.y, origin.y) + 1)
        , covered(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0)
    {
    }
    [[nodiscard]] int at(float v, float from) const
    {
        return static_cast<int>(std::floor((v - from) / size));
    }
    [[nodiscard]] char* row(int y)
    {
        return covered.data() + static_cast<std::ptrdiff_t>(y) * columns;
    }
    // Covers the cells that are mostly inside a box, and the cell of a smaller box.
    void cover(base::Rect const& box)
    {
        auto const k = 1 / size;
        auto const range = [&](float low, float high, float from, int count) {
            auto const first = static_cast<int>(std::lround((low - from) * k));
            auto const last = static_cast<int>(std::lround((high - from) * k));
            return std::pair(std::clamp(first, 0, count - 1),
                             std::clamp(std::max(last, first + 1), 1, count));
        };
        auto const x = range(box.min.x, box.max.x, origin.x, columns);
        auto const y = range(box.min.y, box.max.y, origin.y, rows);
        for (int r = y.first; r < y.second; ++r) std::fill(row(r) + x.first, row(r) + x.second, 1);
    }
    [[nodiscard]] base::Vec2 corner(int x, int y) const
    {
        return origin + base::Vec2{static_cast<float>(x) * size, static_cast<float>(y) * size};
    }
};

// The covered cells as rectangles: horizontal runs, merged with equal runs above.
std::vector<base::Rect> joined(Cells& cells)
{
    struct Run {
        int from, to, top;
    };
    std::vector<base::Rect> rects;
    std::vector<Run> open, next;
    auto const close = [&](Run const& run, int bottom) {
        rects.push_back({cells.corner(run.from, run.top), cells.corner(run.to, bottom)});
    };
    for (int y = 0; y < cells.rows; ++y) {
        next.clear();
        auto above = open.begin();
        auto const* row = cells.row(y);
        for (int x = 0; x < cells.columns;) {
            if (!row[x]) {
                ++x;
                continue;
            }
            int end = x;
            while (end < cells.columns && row[end]) ++end;
            for (; above != open.end() && above->from < x; ++above) close(*above, y);
            bool const goes_on = above != open.end() && above->from == x && above->to == end;
            next.push_back({x, end, goes_on ? above->top : y});
            if (goes_on) ++above;
            x = end;
        }
        for (; above != open.end(); ++above) close(*above, y);
        std::swap(open, next);
    }
    for (auto const& run : open) close(run, cells.rows);
    return rects;
}

} // namespace

std::vector<base::Rect> overview(std::span<base::Rect const> boxes, int columns)
{
    if (boxes.size() <= few) return {boxes.begin(), boxes.end()};
    auto around = boxes.front();
    for (auto const& box : boxes) around = base::united(around, box);
    Cells cells(around, columns);
    for (auto const& box : boxes) cells.cover(box);
    return joined(cells);
}

} // namespace board
