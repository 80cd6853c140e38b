#include "board/spatial.h"

namespace board {

void Grid::clear()
{
    cells_.clear();
    largest_ = {};
}

void Grid::add(Index index, base::Rect const& box)
{
    cells_[key(at(box.min.x), at(box.min.y))].push_back(index);
    largest_ = {std::max(largest_.x, box.width()), std::max(largest_.y, box.height())};
}

} // namespace board
