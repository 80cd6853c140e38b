#pragma once

#include "model/document.h"
#include "pictures/labels.h"
#include "pictures/matrix.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Matrices with labelled cases, without a window. Text widths are computed from Inter's letter
// widths, exact to 1–2 %.
namespace support {

// Width in pixels of a text of size `px`.
float letters_width(std::string_view text, float px);
// Widths of the text broken evenly into one, two and three lines; 0 with too few words.
pictures::LineWidths line_widths(std::string_view text, float px);

// The window size and the scale of the interface.
struct NamingWindow {
    float width = 1920, height = 1080, unit = 1;
};
inline constexpr NamingWindow full_hd{};
// 1366×768 pixels with text at 130 %.
inline constexpr NamingWindow small_and_large{1366, 768, 1.3F * 768 / 1080};

struct NamedCase {
    int number = 0;
    std::string title, brief; // brief: empty without a short title
    model::Level opportunity = 0, risk = 0;
};

struct NamingScene {
    std::vector<pictures::Labelled> names;
    pictures::LabelGround ground;
};

// The labels of the screen Placer: chips separated, quadrant titles reserved, outlines of contested
// clouds drawn.
enum class Naming { titles, briefs, titles_then_briefs };
struct NamedAxis {
    std::vector<NamedCase> cases;
    std::vector<analysis::Ellipse> contested;
};
NamingScene scene_of(NamedAxis const& axis, Naming naming, NamingWindow const& window = full_hd);

// The positions of a document, axis by axis.
std::vector<NamedAxis> axes_of(model::Document const& doc);
// `count` of these titles at pseudo-random positions within the share `over` of both scales with
// the highest opportunity and the lowest risk (1: the whole matrix).
NamedAxis scattered(std::vector<NamedCase> const& from, int count, unsigned seed, double over);
// The cases of the sample session, without positions; then with them.
std::vector<NamedCase> sample_cases(model::Document const& doc);
model::Document sample_session();

// Counts that measure a layout of labels, computed without the geometry of the search.
struct NamingMeasure {
    int cases = 0, shown = 0;
    int overlaps = 0;      // pairs of overlapping names
    int over_others = 0;   // names and leaders on chips, titles, lines or leaders of others
    int outside = 0;       // names outside the matrix
    int across = 0;        // names that cross an outline
    int misattributed = 0; // names nearer to another chip and without their number
    int leaning = 0;       // names nearer to another chip, with or without their number
    int numbered = 0;      // names that start with their number
    int brief = 0;         // short names
};
NamingMeasure measure(NamingScene const& scene, std::vector<pictures::LabelPlace> const& places);

// `scene` after `before`, whose labels are at `places`: the same discs, or some more at the end.
void keep_places(NamingScene& scene, NamingScene const& before,
                 std::vector<pictures::LabelPlace> const& places);

// Case `which` dropped at another place; the others keep their label slots where possible.
struct NamingMove {
    NamingScene before, after;
    std::vector<pictures::LabelPlace> at_first, then;
    int others = 0;                 // names shown before
    int changed = 0;                // of those, how many are now hidden or in another slot
    [[nodiscard]] int lost() const; // names shown before minus those shown now
};
NamingMove moved(NamedAxis axis, std::size_t which, model::Level opportunity, model::Level risk,
                 Naming naming);
// The labels of an axis after its cases were placed one by one.
std::vector<pictures::LabelPlace> placed_in_turn(NamedAxis const& axis, Naming naming);

} // namespace support
