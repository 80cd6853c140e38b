#pragma once

#include "pictures/pen.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Bars, histograms and gauges of results and orders. What they stand for is said by the caller, in
// numbers, words and colours; where everything goes is decided here.
namespace pictures {

// A scale of numbers from `from` to `to` (x).
struct BarScale {
    double least = 0, most = 1;
    float from = 0, to = 1;
    [[nodiscard]] float at(double value) const;
};
// Its lines from `head` down to `bottom`, under the `words` of its even steps; that of 0 stands out
// where it is not the first.
void draw_scale(Pen& pen, BarScale const& scale, std::span<std::string const> words, float head,
                float bottom);

// What one got, from 0 on, around the line at `y`; `grown`: 0 to 1, while it is revealed.
struct ScoreBar {
    double value = 0;
    struct Interval {
        double low = 0, high = 0;
    };
    std::optional<Interval> interval;
    Color color;
    std::optional<Color> hatched; // by lines of that colour
};
void draw_score_bar(Pen& pen, ScoreBar const& bar, BarScale const& scale, float y, float grown);

// The rank that a rule gives, in a cell around `centre`: the rule orders, or agrees with the one
// that does, or not.
enum class RankCell { orders, agrees, differs };
void draw_rank_cell(Pen& pen, base::Vec2 centre, int rank, RankCell cell);

// A part of a whole: a bar filled up to `share` (0 to 1).
void draw_share(Pen& pen, base::Rect const& box, float radius, Color ground, Color color,
                float share);

// How many people said what: bars side by side on one line; what says nothing stands apart, last.
struct HistogramBar {
    std::int64_t people = 0;
    std::string said;
    Color color;
    enum class Kind { said, blank } kind = Kind::said;
    std::optional<int> points; // drawn as so many dots, a ring for none
};
// From `area.min` on, within its width. Returns where it ends.
float draw_histogram(Pen& pen, std::span<HistogramBar const> bars, base::Rect const& area);

// Shares of a whole side by side, and a line through the middle.
struct SharePart {
    std::string code; // before the count, where there is room
    std::int64_t people = 0;
    Color fill, text;
    enum class Kind { said, blank } kind = Kind::said;
};
enum class Standing { plain, chosen };
void draw_shares(Pen& pen, std::span<SharePart const> parts, base::Rect const& box, float grown,
                 Standing standing);

// The same one under the other, with their names at the left.
struct ShareRow {
    std::string name;
    std::int64_t people = 0;
    Color color;
    enum class Kind { said, blank } kind = Kind::said;
    Standing standing = Standing::plain;
};
// The names take `least` at least. Returns where it ends.
float draw_share_rows(Pen& pen, std::span<ShareRow const> rows, base::Rect const& area,
                      float least = 0);

// A ring filled clockwise from noon up to `share`, a sign or a word in its middle; around it, how
// far what it says has been computed.
struct Gauge {
    float share = 0;
    Color color;
    unsigned icon = 0; // of icons.h, 0: the word
    std::string word;
    std::optional<float> progress;
};
void draw_gauge(Pen& pen, base::Vec2 centre, Gauge const& gauge);

// One value an axis, bars on one line; from the middle of the height on they are full. None: not
// placed there.
struct AxisBar {
    Color hue;
    std::optional<float> share; // 0 to 1
};
// Around the line at `y`, from `left` on, `pitch` apart.
void draw_axis_bars(Pen& pen, std::span<AxisBar const> bars, float left, float pitch, float y);

// A sum that a finger can follow, one term under the other: what there is, what is taken away, what
// is added, what is left.
struct Waterfall {
    struct Term {
        enum class Kind { opportunity, risk, vote, index } kind = Kind::opportunity;
        std::string name, amount;    // "Risque 7,49 × 0,5", "− 3,74"
        double from = 0.0, to = 0.0; // in units of the sum
    };
    std::vector<Term> terms;
    double least = 0.0, most = 10.0; // of the scale: whole, and holding every term
};
// From `area.min` down, within its width; what is taken away is hatched, so that no colour says it
// alone. Returns where it ends.
float draw_waterfall(Pen& pen, Waterfall const& waterfall, base::Rect const& area);

} // namespace pictures
