#pragma once

#include "model/document.h"
#include "pictures/labels.h"
#include "pictures/matrix.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Matrices whose cases want their names, without a window: what the names take is reckoned from the
// widths of Inter's letters, a hundredth or two off.
namespace support {

// Pixels for a text of `px` pixels.
float letters_width(std::string_view text, float px);
// The same broken into one, two and three lines as even as can be; 0 where it has too few words.
pictures::LineWidths line_widths(std::string_view text, float px);

// The window, and how large everything is drawn in it.
struct NamingWindow {
    float width = 1920, height = 1080, unit = 1;
};
inline constexpr NamingWindow full_hd{};
// 1366×768 with texts at 130 %.
inline constexpr NamingWindow small_and_large{1366, 768, 1.3F * 768 / 1080};

struct NamedCase {
    int number = 0;
    std::string title, brief; // brief: empty when it has none
    model::Level opportunity = 0, risk = 0;
};

struct NamingScene {
    std::vector<pictures::Labelled> names;
    pictures::LabelGround ground;
};

// As Placer draws it: chips parted, quadrant titles taken.
// Its clouds are drawn: the outlines of what is contested.
enum class Naming { titles, briefs, titles_then_briefs };
struct NamedAxis {
    std::vector<NamedCase> cases;
    std::vector<analysis::Ellipse> contested;
};
NamingScene scene_of(NamedAxis const& axis, Naming naming, NamingWindow const& window = full_hd);

// What is placed on each axis of a document, axis by axis.
std::vector<NamedAxis> axes_of(model::Document const& doc);
// `count` of these titles where a seeded generator puts them, over the share of both scales that is
// most opportune and least risky (1: over all).
NamedAxis scattered(std::vector<NamedCase> const& from, int count, unsigned seed, double over);
// The cases of the sample session, placed nowhere; and the session.
std::vector<NamedCase> sample_cases(model::Document const& doc);
model::Document sample_session();

// What can be said of an answer, reckoned without the search's own geometry. All are counts.
struct NamingMeasure {
    int cases = 0, shown = 0;
    int overlaps = 0;      // pairs of names of which one covers the other
    int over_others = 0;   // names, and leaders, on chips, titles, lines or leaders of others
    int outside = 0;       // of the matrix
    int across = 0;        // names across an outline
    int misattributed = 0; // names nearer to another chip, that do not begin with their number
    int leaning = 0;       // names close by another chip that is nearer, whatever they begin with
    int numbered = 0;      // names that begin with their number
    int brief = 0;         // names in their short form
};
NamingMeasure measure(NamingScene const& scene, std::vector<pictures::LabelPlace> const& places);

// `scene` after `before`, whose names are at `places`: as many discs, or some more at the end.
void keep_places(NamingScene& scene, NamingScene const& before,
                 std::vector<pictures::LabelPlace> const& places);

// Case `which` let go at another place. The others keep their slots if they can.
struct NamingMove {
    NamingScene before, after;
    std::vector<pictures::LabelPlace> at_first, then;
    int others = 0;  // shown before
    int changed = 0; // of those, how many are now hidden or elsewhere around their chip
    [[nodiscard]] int lost() const; // names shown before, less those that are now
};
NamingMove moved(NamedAxis axis, std::size_t which, model::Level opportunity, model::Level risk,
                 Naming naming);
// The names of an axis whose cases were placed one after the other.
std::vector<pictures::LabelPlace> placed_in_turn(NamedAxis const& axis, Naming naming);

} // namespace support
