#pragma once

#include "base/geometry.h"

#include <array>
#include <optional>
#include <vector>

// Places labels beside discs. Point-feature label placement with leader lines (Theophil and Schödl,
// "An Efficient Algorithm for Scatter Chart Labeling", AAAI 2006); the search is simulated
// annealing over candidate positions (Christensen, Marks and Shieber, "An Empirical Study of
// Algorithms for Point-Feature Label Placement", 1995). All in the same pixels.
namespace pictures {

struct Segment {
    base::Vec2 from, to;
};

// One line break of a label: its ink box and its cost above the best one. A label that begins with
// the case's number may be nearer to another disc, at a distance; others must be nearest to their
// own.
struct NameShape {
    enum class Words { title, brief } words = Words::title;
    enum class Begins { plainly, with_its_number } begins = Begins::plainly;
    int lines = 1;
    base::Vec2 size;
    float cost = 0;
};

// The widths of a label broken into one, two and three lines of similar length; 0: not possible.
using LineWidths = std::array<float, 3>;
// For words of these widths, with a space between two.
LineWidths even_lines(std::vector<float> const& words, float space);
struct NameWidths {
    LineWidths title{}, numbered{};       // the title; with its number
    LineWidths brief{}, brief_numbered{}; // the short title; all 0 if there is none
};
// The possible shapes of a label: title before short title, two lines before a long one, three
// where two do not fit.
std::vector<NameShape> shapes_of(NameWidths const& widths, float line_height, float unit);
// Distance from the top of the line box to the ink of the first line, in design pixels.
inline constexpr float above_ink = 3;

// A disc and its label.
struct Labelled {
    base::Vec2 centre;
    float radius = 0;
    std::vector<NameShape> shapes; // empty: a disc without label, which other labels avoid
    int kept = -1;                 // its former position, kept if possible; -1: none
};

struct LabelGround {
    base::Rect bounds;                          // labels stay inside
    std::vector<base::Rect> taken;              // titles, badges: not covered
    std::vector<Segment> lines;                 // neither covered nor crossed
    std::vector<std::vector<base::Vec2>> rings; // closed; labels do not cross them, leaders may
    std::vector<float> midlines_x;              // vertical lines that labels should not cross
    std::vector<float> midlines_y;
    float unit = 1; // pixels per design pixel, for distances
};

// The side of the disc on which a label is; text is aligned towards the disc.
enum class NameSide { right, left, middle };

struct LabelPlace {
    bool shown = false; // if false, the rest is meaningless
    base::Rect box;
    std::size_t shape = 0; // index into `shapes`
    int slot = -1;         // to be passed as `kept` next time
    NameSide side = NameSide::right;
    std::optional<Segment> leader; // from the disc's edge to the label; none when adjacent
};

// The position to keep when a disc moved from `was` to `is`: none when it moved too far.
int kept_slot(LabelPlace const& place, base::Vec2 was, base::Vec2 is, float unit);

// Places all labels. Displayed labels cover no disc, label, leader, reserved area or line, cross no
// ring, and stay inside; each is nearest to its own disc or begins with its number. Shows as many
// as the search finds, but leaves a `kept` position only where it is not free, or where that shows
// another label and moves few. Deterministic. Takes about 30 ms for 24 labels and 150 ms for 60:
// not for the UI thread.
std::vector<LabelPlace> place_labels(std::vector<Labelled> const& names, LabelGround const& ground);

// The first of `spots` that is free of discs and labels; none: nothing.
std::optional<base::Rect> free_spot(std::vector<base::Rect> const& spots,
                                    std::vector<Labelled> const& names,
                                    std::vector<LabelPlace> const& places);

// Moves centres apart until each pair is at least `distance` apart, or for a few iterations; they
// stay within `bounds`.
void separate(std::vector<base::Vec2>& centres, float distance, base::Rect const& bounds);

} // namespace pictures
