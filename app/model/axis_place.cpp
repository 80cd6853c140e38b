#include "model/axis_place.h"

#include <algorithm>
#include <limits>

namespace model {

Axis landed(Document const& doc, AxisId id, Axis axis)
{
    if (axis.place != 0) return axis;
    auto const* now = find<Axis>(doc, id);
    axis.place = now ? now->place : next_place(doc);
    return axis;
}

int next_place(Document const& doc)
{
    int highest = 0;
    for (auto const& [id, axis] : table<Axis>(doc)) highest = std::max(highest, axis.place);
    return std::min(highest, std::numeric_limits<int>::max() - 1) + 1;
}

} // namespace model
