#pragma once

#include "pictures/pen.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Bars, histograms and gauges for results and orders. The caller gives numbers, words and colours;
// the layout is done here.
namespace pictures {

// A linear scale from `from` to `to` over horizontal positions.
struct BarScale {
    double least = 0, most = 1;
    float from = 0, to = 1;
    [[nodiscard]] float at(double value) const;
};
// Grid lines from `head` to `bottom`, labelled with `words`; the line of 0 is stronger unless it is
// the first.
void draw_scale(Pen& pen, BarScale const& scale, std::span<std::string const> words, float head,
                float bottom);

// A bar from 0 around the line at `y`; `grown`: 0 to 1, for the animation when it is revealed.
struct ScoreBar {
    double value = 0;
    struct Interval {
        double low = 0, high = 0;
    };
    std::optional<Interval> interval;
    Color color;
    std::optional<Color> hatched; // hatching in that colour
};
void draw_score_bar(Pen& pen, ScoreBar const& bar, BarScale const& scale, float y, float grown);

// The rank by one rule, around `centre`: this rule makes the order, agrees with it, or differs.
enum class RankCell { orders, agrees, differs };
void draw_rank_cell(Pen& pen, base::Vec2 centre, int rank, RankCell cell);

// A bar filled up to `share` (0 to 1).
void draw_share(Pen& pen, base::Rect const& box, float radius, Color ground, Color color,
                float share);

// A histogram as bars on one line; the bar of blanks is set apart, last.
struct HistogramBar {
    std::int64_t people = 0;
    std::string said;
    Color color;
    enum class Kind { said, blank } kind = Kind::said;
    std::optional<int> points; // drawn as dots, a ring for 0
};
// Drawn from `area.min`, within its width. Returns its bottom.
float draw_histogram(Pen& pen, std::span<HistogramBar const> bars, base::Rect const& area);

// A stacked bar of shares, with a line at the middle.
struct SharePart {
    std::string code; // shown before the count where it fits
    std::int64_t people = 0;
    Color fill, text;
    enum class Kind { said, blank } kind = Kind::said;
};
enum class Standing { plain, chosen };
void draw_shares(Pen& pen, std::span<SharePart const> parts, base::Rect const& bar, float grown,
                 Standing standing);

// Several stacked bars, labelled at the left.
struct ShareRow {
    std::string name;
    std::int64_t people = 0;
    Color color;
    enum class Kind { said, blank } kind = Kind::said;
    Standing standing = Standing::plain;
};
// Labels are at least `least` wide. Returns the bottom.
float draw_share_rows(Pen& pen, std::span<ShareRow const> rows, base::Rect const& area,
                      float least = 0);

// A ring filled clockwise from the top up to `share`, with an icon or word inside; an outer ring
// shows the progress of the computation.
struct Gauge {
    float share = 0;
    Color color;
    unsigned icon = 0; // of icons.h, 0: the word instead
    std::string word;
    std::optional<float> progress;
};
void draw_gauge(Pen& pen, base::Vec2 centre, Gauge const& gauge);

// One value per axis as bars on one line; full from half of the height. None: not placed on that
// axis.
struct AxisBar {
    Color hue;
    std::optional<float> share; // 0 to 1
};
// Around the line at `y`, from `left`, `pitch` apart.
void draw_axis_bars(Pen& pen, std::span<AxisBar const> bars, float left, float pitch, float y);

// A waterfall chart: the terms of a sum one below the other, ending with the result.
struct Waterfall {
    struct Term {
        enum class Kind { opportunity, risk, vote, index } kind = Kind::opportunity;
        std::string name, amount;    // "Risque 7,49 × 0,5", "− 3,74"
        double from = 0.0, to = 0.0; // in the unit of the sum
    };
    std::vector<Term> terms;
    double least = 0.0, most = 10.0; // range of the scale: whole numbers that include all terms
};
// From `area.min` down, within its width; negative terms are hatched, so that colour is not the
// only sign. Returns the bottom.
float draw_waterfall(Pen& pen, Waterfall const& waterfall, base::Rect const& area);

} // namespace pictures
