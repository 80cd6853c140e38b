#pragma once

#include "pictures/labels.h"

#include <cstddef>
#include <vector>

// The places that a name could take, and which two cannot be taken at once. Of pictures/labels.cpp.
namespace pictures::labels {

struct Candidate {
    base::Rect box, hull; // of the name; of the name and its leader
    Segment leader;
    enum class Led { no, yes } led = Led::no;
    NameSide side = NameSide::right;
    std::size_t shape = 0;
    int slot = -1;
    float cost = 0;
};

// The places of one name that cover no disc, nothing taken and no line, lie across no ring, and
// belong to no other disc, the best liked first.
std::vector<Candidate> candidates_of(std::size_t name, std::vector<Labelled> const& names,
                                     LabelGround const& ground);

// Whether one name, or its leader, lies on the other or its leader.
bool collide(Candidate const& a, Candidate const& b, float unit);

bool crosses(Segment const& line, base::Rect const& box);
float distance(base::Vec2 point, base::Rect const& box);
float distance(base::Vec2 point, Segment const& line);
float distance(Segment const& a, Segment const& b);

} // namespace pictures::labels
