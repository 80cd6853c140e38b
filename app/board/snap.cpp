#include "board/snap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace board {
namespace {

constexpr float near_reach = 700;  // board units around the moved box that are searched
constexpr float gap_most = 200;    // wider gaps are ignored
constexpr float least_zoom = 0.2F; // no snapping below it
// tolerance: half of the 1/16 unit to which positions are rounded
constexpr float hair = 0.02F;

// One dimension of a box: its extent along the dimension, and across it.
struct Span {
    float from, to, low, high;
    [[nodiscard]] float middle() const { return (from + to) / 2; }
    [[nodiscard]] Span moved(float by) const { return {from + by, to + by, low, high}; }
};
enum class Axis { x, y };

Span span_of(base::Rect const& box, Axis axis)
{
    return axis == Axis::x ? Span{box.min.x, box.max.x, box.min.y, box.max.y}
                           : Span{box.min.y, box.max.y, box.min.x, box.max.x};
}

base::Vec2 point(Axis axis, float along, float across)
{
    return axis == Axis::x ? base::Vec2{along, across} : base::Vec2{across, along};
}

// Visible boxes near the moved one, without itself.
std::vector<base::Rect> neighbours(Scene const& scene, Carried const& carried, base::Vec2 by,
                                   View const& view)
{
    base::Rect const now{carried.box.min + by, carried.box.max + by};
    auto const seen = view.seen();
    auto const wide = base::grown(now, near_reach);
    base::Rect const area{{std::max(wide.min.x, seen.min.x), std::max(wide.min.y, seen.min.y)},
                          {std::min(wide.max.x, seen.max.x), std::min(wide.max.y, seen.max.y)}};
    std::vector<base::Rect> boxes;
    if (area.width() <= 0 || area.height() <= 0) return boxes;
    for (auto i : scene.in(area)) {
        auto const& card = scene.cards()[i];
        bool const moves = carried.what.cards.contains(card.id) ||
                           (carried.what.frame && card.group == carried.what.frame);
        if (!moves) boxes.push_back(card.box);
    }
    for (auto const& frame : scene.frames())
        if (frame.id != carried.what.frame && frame.box.overlaps(area)) boxes.push_back(frame.box);
    return boxes;
}

// The smallest correction so far, within reach.
class Best {
public:
    explicit Best(float reach)
        : least_(reach)
    {
    }
    void offer(float correction)
    {
        if (std::abs(correction) >= least_) return;
        least_ = std::abs(correction);
        correction_ = correction;
    }
    [[nodiscard]] std::optional<float> correction() const { return correction_; }

private:
    float least_;
    std::optional<float> correction_;
};

using Spans = std::vector<Span>;

// The boxes in the same row or column as the moving one, in order.
Spans in_row(Spans const& others, Span const& moving)
{
    Spans row;
    for (auto const& other : others)
        if (other.low < moving.high && moving.low < other.high) row.push_back(other);
    std::sort(row.begin(), row.end(), [](Span const& a, Span const& b) { return a.from < b.from; });
    return row;
}

// Calls f for the three positions that equal the gap between two neighbours of a row.
template <class F>
void each_gap(Spans const& row, F&& f)
{
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        auto const gap = row[i + 1].from - row[i].to;
        if (gap > 0 && gap <= gap_most) f(row[i], row[i + 1], gap);
    }
}

void offer_gaps(Spans const& row, Span const& moving, Best& best)
{
    auto const size = moving.to - moving.from;
    each_gap(row, [&](Span const& a, Span const& b, float gap) {
        best.offer(b.to + gap - moving.from);          // after them, at the same distance
        best.offer(a.from - gap - size - moving.from); // before them, at the same distance
    });
    for (std::size_t i = 0; i + 1 < row.size(); ++i) { // centred between two
        auto const room = row[i + 1].from - row[i].to - size;
        if (room > 0 && room <= 2 * gap_most) best.offer(row[i].to + room / 2 - moving.from);
    }
}

bool same(float a, float b) { return std::abs(a - b) < hair; }

void say_gap(Axis axis, float from, float to, Span const& a, Span const& b,
             std::vector<Guide>& guides)
{
    auto const across = (std::max(a.low, b.low) + std::min(a.high, b.high)) / 2;
    Guide const guide{point(axis, from, across), point(axis, to, across), Guide::Kind::gap};
    if (std::find(guides.begin(), guides.end(), guide) == guides.end()) guides.push_back(guide);
}

// Adds guides for the gaps that are now equal.
void say_gaps(Axis axis, Spans const& row, Span const& now, std::vector<Guide>& guides)
{
    each_gap(row, [&](Span const& a, Span const& b, float gap) {
        if (same(now.from - b.to, gap)) {
            say_gap(axis, a.to, b.from, a, b, guides);
            say_gap(axis, b.to, now.from, b, now, guides);
        }
        if (same(a.from - now.to, gap)) {
            say_gap(axis, now.to, a.from, now, a, guides);
            say_gap(axis, a.to, b.from, a, b, guides);
        }
    });
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        auto const &a = row[i], &b = row[i + 1];
        if (now.from > a.to && now.to < b.from && same(now.from - a.to, b.from - now.to)) {
            say_gap(axis, a.to, now.from, a, now, guides);
            say_gap(axis, now.to, b.from, now, b, guides);
        }
    }
}

// Adds one guide for each of the positions `mine` that aligns with other boxes, spanning all of
// them. Centres are shown only when no edge aligns, as equally wide boxes would otherwise get three
// guides.
void say_lines(Axis axis, Spans const& others, Span const& now, std::vector<float> const& mine,
               std::vector<Guide>& guides)
{
    auto const first = guides.size();
    for (auto const at : mine) {
        if (at == now.middle() && guides.size() > first) break;
        auto low = now.low, high = now.high;
        bool found = false;
        for (auto const& other : others) {
            bool const in_line =
                same(other.from, at) || same(other.to, at) || same(other.middle(), at);
            if (!in_line) continue;
            low = std::min(low, other.low);
            high = std::max(high, other.high);
            found = true;
        }
        if (found) guides.push_back({point(axis, at, low), point(axis, at, high)});
    }
}

std::vector<float> places_of(Span const& span) { return {span.from, span.to, span.middle()}; }

void offer_lines(Spans const& others, std::vector<float> const& mine, Best& best)
{
    for (auto const& other : others)
        for (auto const there : {other.from, other.middle(), other.to})
            for (auto const here : mine) best.offer(there - here);
}

Spans spans_of(std::vector<base::Rect> const& boxes, Axis axis)
{
    Spans spans;
    for (auto const& box : boxes) spans.push_back(span_of(box, axis));
    return spans;
}

float reach_of(View const& view) { return snap_reach * view.density / view.scale(); }

} // namespace

Snapped snapped(Scene const& scene, Carried const& carried, base::Vec2 by, View const& view)
{
    Snapped result{by, {}};
    if (view.camera.zoom < least_zoom) return result;
    auto const boxes = neighbours(scene, carried, by, view);
    auto correct = [&](Axis axis, float& along) {
        auto const others = spans_of(boxes, axis);
        base::Rect const now{carried.box.min + by, carried.box.max + by};
        auto const moving = span_of(now, axis);
        Best best(reach_of(view));
        offer_lines(others, places_of(moving), best);
        offer_gaps(in_row(others, moving), moving, best);
        if (auto const correction = best.correction()) along += *correction;
        return best.correction().has_value();
    };
    bool const in_x = correct(Axis::x, result.by.x), in_y = correct(Axis::y, result.by.y);
    // The final position in both dimensions is known now; guides extend to it.
    base::Rect const now{carried.box.min + result.by, carried.box.max + result.by};
    for (auto const& [axis, found] : {std::pair{Axis::x, in_x}, std::pair{Axis::y, in_y}}) {
        if (!found) continue;
        auto const others = spans_of(boxes, axis);
        auto const span = span_of(now, axis);
        say_lines(axis, others, span, places_of(span), result.guides);
        say_gaps(axis, in_row(others, span), span, result.guides);
    }
    return result;
}

Snapped snapped_edges(Scene const& scene, Carried const& carried, Sides sides, base::Vec2 by,
                      View const& view)
{
    Snapped result{by, {}};
    if (view.camera.zoom < least_zoom) return result;
    auto const boxes = neighbours(scene, carried, by, view);
    auto correct = [&](Axis axis, int side, float& along) {
        if (side == 0) return;
        auto const others = spans_of(boxes, axis);
        auto const span = span_of(carried.box, axis);
        auto const edge = (side < 0 ? span.from : span.to) + along;
        Best best(reach_of(view));
        offer_lines(others, {edge}, best);
        if (!best.correction()) return;
        along += *best.correction();
        say_lines(axis, others, span, {edge + *best.correction()}, result.guides);
    };
    correct(Axis::x, sides.x, result.by.x);
    correct(Axis::y, sides.y, result.by.y);
    return result;
}

} // namespace board
