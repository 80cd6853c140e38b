#include "board/route.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace board {
namespace {

constexpr float link_gap = 7; // between a card's edge and a straight line
constexpr float lane = 7;     // distance from a card's edge to a line beside it
constexpr float ramp = 11;    // length, along the lane, of the slope from the card's edge
// offset of line ends from the centre: outgoing one way, incoming the other
constexpr float off_middle = 5;
constexpr float spared = 2;    // margin inside a card's edge that a line may cross
constexpr float stretch = 300; // board units searched for obstacles at once
// Costs of a path, added to its length.
constexpr float card_cost = 20'000, title_cost = 600, bend_cost = 12;

float length_of(Line const& line)
{
    float length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

float to_edge(base::Rect const& box, base::Vec2 way)
{
    auto const x = way.x == 0 ? 1e9F : box.width() / 2 / std::abs(way.x);
    auto const y = way.y == 0 ? 1e9F : box.height() / 2 / std::abs(way.y);
    return std::min(x, y);
}

// The cost of the cards and titles that the line crosses.
float cost_of(Line const& line, Between const& between)
{
    float cost = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const step = line[i] - line[i - 1];
        auto const parts =
            std::max(1, static_cast<int>(std::ceil(std::hypot(step.x, step.y) / stretch)));
        auto const one = step * (1 / static_cast<float>(parts));
        for (int part = 0; part < parts; ++part) {
            auto const from = line[i - 1] + one * static_cast<float>(part);
            Line const piece{from, from + one};
            base::Rect const around{
                {std::min(piece[0].x, piece[1].x), std::min(piece[0].y, piece[1].y)},
                {std::max(piece[0].x, piece[1].x) + 0.1F, std::max(piece[0].y, piece[1].y) + 0.1F}};
            between.scene.each_in(around, [&](Grid::Index at) {
                auto const& card = between.scene.cards()[at];
                if (between.counts(card) && crosses(piece, base::grown(card.box, -spared)))
                    cost += card_cost;
            });
        }
    }
    for (auto const& frame : between.scene.frames()) {
        auto head = frame.box;
        head.max.y = std::min(head.max.y, head.min.y + frame_head);
        if (crosses(line, base::grown(head, -spared))) cost += title_cost;
    }
    return cost;
}

Line straight(base::Rect const& from, base::Rect const& to, float aside)
{
    auto const a = from.center(), way = to.center() - a;
    auto const length = std::hypot(way.x, way.y);
    if (length <= 0) return {};
    auto const one = way * (1 / length);
    // On the same side for both directions of the line.
    auto const by = one.x < 0 || (one.x == 0 && one.y < 0) ? -aside : aside;
    base::Vec2 const shift{-one.y * by, one.x * by};
    auto const leaves = to_edge(from, way) * length, arrives = to_edge(to, way) * length;
    auto const free = length - leaves - arrives;
    if (free <= 0) return {}; // the boxes touch
    auto const gap = std::min(link_gap, free / 6);
    return {a + shift + one * (leaves + gap), a + way + shift - one * (arrives + gap)};
}

// Swaps x and y of boxes and lines, so that code for rows also handles columns.
enum class Turned { no, yes };
base::Vec2 turn(base::Vec2 v, Turned turned)
{
    return turned == Turned::no ? v : base::Vec2{v.y, v.x};
}
base::Rect turn(base::Rect const& r, Turned turned)
{
    return {turn(r.min, turned), turn(r.max, turned)};
}

// From the upper or lower edge of `box`, left or right of its centre, to the lane at `y`: the
// points on the edge and in the lane. None when the lane is not above or below the box.
std::optional<std::array<base::Vec2, 2>> into_lane(base::Rect const& box, float y, float side,
                                                   float aside)
{
    if (y >= box.min.y && y <= box.max.y) return std::nullopt;
    auto const edge = y < box.min.y ? box.min.y : box.max.y;
    auto const x = box.center().x + side * off_middle + aside / 2;
    bool const far = std::abs(y - edge) > 2 * lane;
    return std::array{base::Vec2{x, edge}, base::Vec2{far ? x : x + side * ramp, y}};
}

// A path along one lane above or below both boxes.
void one_lane(base::Rect const& from, base::Rect const& to, float aside, Turned turned,
              std::vector<Line>& ways)
{
    float const side = from.center().x < to.center().x ? 1.0F : -1.0F;
    auto const out = lane + aside / 5;
    std::array const lanes{std::min(from.min.y, to.min.y) - out,
                           std::max(from.max.y, to.max.y) + out,
                           from.min.y - out,
                           from.max.y + out,
                           to.min.y - out,
                           to.max.y + out};
    for (auto const y : lanes) {
        auto const leaves = into_lane(from, y, side, aside),
                   arrives = into_lane(to, y, -side, aside);
        if (!leaves || !arrives || side * ((*arrives)[1].x - (*leaves)[1].x) < ramp) continue;
        Line way{(*leaves)[0], (*leaves)[1], (*arrives)[1], (*arrives)[0]};
        for (auto& p : way) p = turn(p, turned);
        ways.push_back(std::move(way));
    }
}

// A path along a lane above or below one box, then along a lane beside the other.
void two_lanes(base::Rect const& from, base::Rect const& to, float aside, Turned turned,
               std::vector<Line>& ways)
{
    auto const out = lane + aside / 5;
    for (auto const y : {from.min.y - out, from.max.y + out})
        for (auto const x : {to.min.x - out, to.max.x + out}) {
            auto const leaves = into_lane(from, y, x < from.center().x ? -1.0F : 1.0F, aside);
            auto const arrives =
                into_lane(turn(to, Turned::yes), x, y < to.center().y ? -1.0F : 1.0F, aside);
            if (!leaves || !arrives) continue;
            Line way{(*leaves)[0],
                     (*leaves)[1],
                     {x, y},
                     turn((*arrives)[1], Turned::yes),
                     turn((*arrives)[0], Turned::yes)};
            for (auto& p : way) p = turn(p, turned);
            ways.push_back(std::move(way));
        }
}

} // namespace

Line route(base::Rect const& from, base::Rect const& to, float aside, Between const* between)
{
    auto best = straight(from, to, aside);
    if (best.empty() || !between) return best;
    auto least = cost_of(best, *between);
    if (least <= 0) return best;
    least += length_of(best);
    std::vector<Line> ways;
    for (auto const turned : {Turned::no, Turned::yes}) {
        auto const a = turn(from, turned), b = turn(to, turned);
        one_lane(a, b, aside, turned, ways);
        two_lanes(a, b, aside, turned, ways);
    }
    for (auto& way : ways) {
        auto const bends = static_cast<float>(way.size() - 2) * bend_cost;
        auto const bare = length_of(way) + bends;
        if (bare >= least) continue;
        auto const cost = bare + cost_of(way, *between);
        if (cost >= least) continue;
        least = cost;
        best = std::move(way);
    }
    return best;
}

base::Vec2 along(Line const& line, float share)
{
    auto left = length_of(line) * share;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto const step = line[i] - line[i - 1];
        auto const length = std::hypot(step.x, step.y);
        if (left <= length && length > 0) return line[i - 1] + step * (left / length);
        left -= length;
    }
    return line.empty() ? base::Vec2{} : line.back();
}

} // namespace board
