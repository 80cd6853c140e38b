#include "board/spatial.h"

#include <algorithm>

namespace board {

void Grid::clear()
{
    cells_.clear();
    largest_ = {};
}

void Grid::add(Index index, base::Rect const& box)
{
    cells_[key(box)].push_back(index);
    largest_ = {std::max(largest_.x, box.width()), std::max(largest_.y, box.height())};
}

void Grid::remove(Index index, base::Rect const& box)
{
    auto const it = cells_.find(key(box));
    if (it == cells_.end()) return;
    auto& list = it->second;
    if (auto const found = std::find(list.begin(), list.end(), index); found != list.end()) {
        *found = list.back();
        list.pop_back();
    }
    if (list.empty()) cells_.erase(it);
}

void Grid::move(Index index, base::Rect const& from, base::Rect const& to)
{
    if (key(from) != key(to)) {
        remove(index, from);
        add(index, to);
    } else {
        largest_ = {std::max(largest_.x, to.width()), std::max(largest_.y, to.height())};
    }
}

} // namespace board
