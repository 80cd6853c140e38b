#pragma once

#include "base/geometry.h"

#include <array>
#include <optional>
#include <vector>

// Names beside discs: which of them find a place, and where. The problem is point-feature label
// placement with lines that lead to a name (Theophil and Schödl, "An Efficient Algorithm for
// Scatter Chart Labeling", AAAI 2006); the search is simulated annealing over a list of places for
// each name (Christensen, Marks and Shieber, "An Empirical Study of Algorithms for Point-Feature
// Label Placement", 1995). All in the same pixels.
namespace pictures {

struct Segment {
    base::Vec2 from, to;
};

// A name broken into lines: the box of its ink, and how much less it is liked than the best. One
// that begins with the number of its case says whose it is even where another disc is nearer, and
// keeps a distance from that; the others only stand where their own disc is the nearest.
struct NameShape {
    enum class Words { title, brief } words = Words::title;
    enum class Begins { plainly, with_its_number } begins = Begins::plainly;
    int lines = 1;
    base::Vec2 size;
    float cost = 0;
};

// How wide a name is when it is broken into one, two and three lines as even as can be; 0: it does
// not break so.
using LineWidths = std::array<float, 3>;
// Of words that wide, with a space between two.
LineWidths even_lines(std::vector<float> const& words, float space);
struct NameWidths {
    LineWidths title{}, numbered{};       // the whole title; with its number before it
    LineWidths brief{}, brief_numbered{}; // its short form; all 0 where there is none
};
// The shapes of a name: the title before its short form, two lines before one that is long, three
// where two find no room.
std::vector<NameShape> shapes_of(NameWidths const& widths, float line_height, float unit);
// Above the ink of the first line, to the top of its line box, in pixels of the design.
inline constexpr float above_ink = 3;

// A disc and its name.
struct Labelled {
    base::Vec2 centre;
    float radius = 0;
    std::vector<NameShape> shapes; // none: a disc without a name, which names keep off all the same
    int kept = -1;                 // the slot it had, to be kept if that can be; -1: none
};

struct LabelGround {
    base::Rect bounds;                          // names stay inside
    std::vector<base::Rect> taken;              // titles, badges: covered by nothing
    std::vector<Segment> lines;                 // covered and crossed by nothing
    std::vector<std::vector<base::Vec2>> rings; // closed; no name lies across, a leader may
    std::vector<float> midlines_x;              // a name had better not cross these
    std::vector<float> midlines_y;
    float unit = 1; // pixels for one of the design: of gaps and distances
};

// On which side of its disc a name stands: it is aligned towards the disc.
enum class NameSide { right, left, middle };

struct LabelPlace {
    bool shown = false; // else nothing below means anything
    base::Rect box;
    std::size_t shape = 0; // of its shapes
    int slot = -1;         // to be given back as `kept` when something else has moved
    NameSide side = NameSide::right;
    std::optional<Segment> leader; // from the edge of the disc to the name; none when it stands by
};

// The slot that a name keeps when its disc was at `was` and is at `is`: none when the disc went
// somewhere else.
int kept_slot(LabelPlace const& place, base::Vec2 was, base::Vec2 is, float unit);

// One place a name. Those that are shown cover no disc, no other name or leader, nothing taken, no
// line, lie across no ring, and stay inside; the disc nearest to each is its own, or it begins with
// its number. As many are shown as the search finds, but that a `kept` slot is left only where it
// is no longer free, or where that shows another name and moves few. The same input gives the same
// places. Costs about 30 ms for 24 names and 150 ms for 60: not for the thread that draws.
std::vector<LabelPlace> place_labels(std::vector<Labelled> const& names, LabelGround const& ground);

// The first of `spots` that lies on no disc and on nothing that is shown; none: nothing.
std::optional<base::Rect> free_spot(std::vector<base::Rect> const& spots,
                                    std::vector<Labelled> const& names,
                                    std::vector<LabelPlace> const& places);

// Moves centres that coincide apart, until each pair is `distance` apart or a few rounds have
// passed; none leaves `bounds`.
void separate(std::vector<base::Vec2>& centres, float distance, base::Rect const& bounds);

} // namespace pictures
