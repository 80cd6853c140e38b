#pragma once

#include "pictures/labels.h"

#include <cstddef>
#include <vector>

// The candidate positions of labels, and their conflicts. Used by pictures/labels.cpp.
namespace pictures::labels {

struct Candidate {
    base::Rect box, hull; // box: the label; hull: with its leader
    Segment leader;
    enum class Led { no, yes } led = Led::no;
    NameSide side = NameSide::right;
    std::size_t shape = 0;
    int slot = -1;
    float cost = 0;
};

// The positions of one label that cover no disc, reserved area or line, cross no ring, and are
// nearest to their own disc; lowest cost first.
std::vector<Candidate> candidates_of(std::size_t name, std::vector<Labelled> const& names,
                                     LabelGround const& ground);

// Whether two labels or their leaders overlap.
bool collide(Candidate const& a, Candidate const& b, float unit);

bool crosses(Segment const& line, base::Rect const& box);
float distance(base::Vec2 point, base::Rect const& box);
float distance(base::Vec2 point, Segment const& line);
float distance(Segment const& a, Segment const& b);

} // namespace pictures::labels
