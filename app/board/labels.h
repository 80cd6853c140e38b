#pragma once

#include "base/geometry.h"

#include <vector>

namespace board {

// A disc and the size of its name. All in the same pixels.
struct Labelled {
    base::Vec2 centre;
    float radius = 0;
    base::Vec2 size; // of the name's box
};

struct LabelGround {
    base::Rect bounds;             // names stay inside
    std::vector<base::Rect> taken; // titles and the like, better not covered
    std::vector<float> midlines_x; // a name had better not cross these
    std::vector<float> midlines_y;
    float spacing = 6; // between a disc and its name
};

struct LabelPlace {
    base::Rect box;
    bool clear = false; // covers no disc, no other clear name, nothing taken, and stays inside
};

// One place a name: right, left, below, above or a diagonal of its disc, by the least cost over a
// few greedy sweeps. Names that are not clear had better not be drawn; none is left so that could
// be drawn at one of its eight places beside those that are. The same input gives the same places.
std::vector<LabelPlace> place_labels(std::vector<Labelled> const& names, LabelGround const& ground);

// Moves centres that coincide apart, until each pair is `distance` apart or a few rounds have
// passed; none leaves `bounds`.
void separate(std::vector<base::Vec2>& centres, float distance, base::Rect const& bounds);

} // namespace board
