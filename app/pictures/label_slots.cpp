#include "pictures/label_slots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace pictures::labels {
namespace {

// In design pixels.
constexpr float spacing = 5;           // from a disc to its label
constexpr float off_others = 2;        // from a disc to another one's label
constexpr float nearer_by = 1;         // a label's own disc must be nearer than any other by this
constexpr float off_lines = 3;         // from a label to a line, from a leader to other things
constexpr float beside = 12, over = 2; // between labels: side by side, one above the other
constexpr float off_nearer = 12;       // from a disc to a label with number of a more distant one
constexpr float near_others = 18;      // below this distance to a foreign disc, a cost is added

// Costs of positions; beside its disc, 0 to 15.
constexpr float cost_shifted = 3, cost_left = 5, cost_over = 8, cost_corner = 12;
constexpr float cost_leader = 45, per_distance = 0.3F;
constexpr float cost_midline = 35, per_closeness = 1.5F;
constexpr float cost_of_leaving = 200; // of leaving its former position

constexpr std::array at_sides{0.F, -0.25F, 0.25F, -0.5F, 0.5F};
constexpr std::array over_and_under{0.F, -1 / 6.F, 1 / 6.F, -1 / 3.F, 1 / 3.F, -0.5F, 0.5F};
constexpr int corners = 12, directions = 64;
constexpr std::array<float, 12> distances{36, 50, 66, 84, 104, 126, 150, 178, 212, 250, 290, 330};

struct Slot {
    base::Vec2 middle; // centre of the box
    float cost = 0;
    enum class Led { no, yes } led = Led::no;
};

// Positions next to the disc: at its four sides, shifted along them, and at its corners.
void add_touching(std::vector<Slot>& out, Labelled const& name, base::Vec2 size, float unit)
{
    float const far = name.radius + spacing * unit;
    float const w = size.x / 2, h = size.y / 2;
    auto const c = name.centre;
    for (float way : {1.F, -1.F})
        for (float shift : at_sides)
            out.push_back({{c.x + way * (far + w), c.y + shift * size.y},
                           (way < 0 ? cost_left : 0) + (shift == 0 ? 0 : cost_shifted)});
    for (float way : {1.F, -1.F})
        for (float shift : over_and_under)
            out.push_back({{c.x + shift * size.x, c.y + way * (far + h)},
                           cost_over + (shift == 0 ? 0 : cost_shifted)});
    for (int i = 0; i < corners; ++i) { // 22.5, 45 and 67.5 degrees of each quarter
        int const eighths = i / 3 * 4 + i % 3 + 1;
        float const angle = std::numbers::pi_v<float> / 8 * static_cast<float>(eighths);
        float const x = std::cos(angle), y = std::sin(angle);
        out.push_back({{c.x + far * x + std::copysign(w, x), c.y + far * y + std::copysign(h, y)},
                       cost_corner});
    }
}

// Positions at the end of a leader line.
void add_led(std::vector<Slot>& out, Labelled const& name, base::Vec2 size, float unit)
{
    constexpr float straight = 0.38F; // below it the label is centred on its leader
    for (float distance : distances)
        for (int i = 0; i < directions; ++i) {
            float const angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) /
                                static_cast<float>(directions);
            float const x = std::cos(angle), y = std::sin(angle);
            auto const end = name.centre + base::Vec2{x, y} * (name.radius + distance * unit);
            auto away = [](float part, float half) {
                return std::abs(part) < straight ? 0 : std::copysign(half, part);
            };
            out.push_back({{end.x + away(x, size.x / 2), end.y + away(y, size.y / 2)},
                           cost_leader + per_distance * distance,
                           Slot::Led::yes});
        }
}

bool inside(base::Rect const& box, base::Rect const& bounds)
{
    return box.min.x >= bounds.min.x && box.max.x <= bounds.max.x && box.min.y >= bounds.min.y &&
           box.max.y <= bounds.max.y;
}

float crossings(base::Rect const& box, LabelGround const& ground)
{
    float count = 0;
    for (float x : ground.midlines_x) count += box.min.x < x && x < box.max.x ? 1.F : 0.F;
    for (float y : ground.midlines_y) count += box.min.y < y && y < box.max.y ? 1.F : 0.F;
    return count;
}

// From the edge of the disc to the nearest point of the label.
Segment leader_of(Labelled const& name, base::Rect const& box)
{
    base::Vec2 const end{std::clamp(name.centre.x, box.min.x, box.max.x),
                         std::clamp(name.centre.y, box.min.y, box.max.y)};
    auto const way = end - name.centre;
    float const length = std::max(1.F, std::hypot(way.x, way.y));
    return {name.centre + way * (name.radius / length), end};
}

NameSide side_of(Labelled const& name, base::Rect const& box)
{
    if (box.min.x >= name.centre.x) return NameSide::right;
    if (box.max.x <= name.centre.x) return NameSide::left;
    return NameSide::middle;
}

// Whether the label is clear of other discs and nearest to its own; the cost of nearby discs.
std::optional<float> off_other_discs(Candidate const& at, std::size_t own,
                                     std::vector<Labelled> const& names, float unit)
{
    bool const numbered = names[own].shapes[at.shape].begins == NameShape::Begins::with_its_number;
    float const mine = distance(names[own].centre, at.box) - names[own].radius;
    float cost = 0;
    for (std::size_t j = 0; j < names.size(); ++j) {
        if (j == own) continue;
        float const gap = distance(names[j].centre, at.box) - names[j].radius;
        if (gap < off_others * unit) return std::nullopt;
        if (gap < mine + nearer_by * unit && (!numbered || gap < off_nearer * unit))
            return std::nullopt;
        if (gap < near_others * unit) cost += per_closeness * (near_others - gap / unit);
        if (at.led == Candidate::Led::yes &&
            distance(names[j].centre, at.leader) < names[j].radius + off_lines * unit)
            return std::nullopt;
    }
    return cost;
}

bool off_the_ground(Candidate const& at, LabelGround const& ground)
{
    if (!inside(at.box, ground.bounds)) return false;
    bool const led = at.led == Candidate::Led::yes;
    float const off = off_lines * ground.unit;
    for (auto const& taken : ground.taken) {
        if (base::grown(taken, off).overlaps(at.box)) return false;
        if (led && crosses(at.leader, base::grown(taken, off))) return false;
    }
    return std::ranges::none_of(ground.lines, [&](Segment const& line) {
        return crosses(line, base::grown(at.box, off)) || (led && distance(line, at.leader) < off);
    });
}

// A closed outline and its bounding box.
struct Ring {
    std::vector<base::Vec2> const* points;
    base::Rect hull;
};

std::vector<Ring> rings_of(LabelGround const& ground)
{
    std::vector<Ring> out;
    for (auto const& points : ground.rings) {
        if (points.empty()) continue;
        out.push_back({&points, {points.front(), points.front()}});
        for (auto p : points) out.back().hull = base::united(out.back().hull, {p, p});
    }
    return out;
}

bool lies_across(base::Rect const& box, Ring const& ring)
{
    if (!ring.hull.overlaps(box)) return false;
    auto const& points = *ring.points;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (crosses({points[i], points[(i + 1) % points.size()]}, box)) return true;
    return false;
}

float cross(base::Vec2 a, base::Vec2 b) { return a.x * b.y - a.y * b.x; }

bool meet(Segment const& a, Segment const& b)
{
    auto const ab = a.to - a.from, cd = b.to - b.from;
    float const c = cross(ab, b.from - a.from), d = cross(ab, b.to - a.from);
    float const e = cross(cd, a.from - b.from), f = cross(cd, a.to - b.from);
    return c * d < 0 && e * f < 0;
}

} // namespace

float distance(base::Vec2 point, base::Rect const& box)
{
    return std::hypot(std::max({box.min.x - point.x, 0.F, point.x - box.max.x}),
                      std::max({box.min.y - point.y, 0.F, point.y - box.max.y}));
}

float distance(base::Vec2 point, Segment const& line)
{
    auto const way = line.to - line.from, to = point - line.from;
    float const length = way.x * way.x + way.y * way.y;
    float const t = length > 0 ? std::clamp((to.x * way.x + to.y * way.y) / length, 0.F, 1.F) : 0.F;
    return std::hypot(to.x - way.x * t, to.y - way.y * t);
}

float distance(Segment const& a, Segment const& b)
{
    if (meet(a, b)) return 0;
    return std::min(
        {distance(a.from, b), distance(a.to, b), distance(b.from, a), distance(b.to, a)});
}

bool crosses(Segment const& line, base::Rect const& box)
{
    // Liang-Barsky clipping.
    auto const way = line.to - line.from;
    float enters = 0, leaves = 1;
    auto cut = [&](float towards, float room) {
        if (towards == 0) return room > 0;
        float const t = room / towards;
        if (towards < 0)
            enters = std::max(enters, t);
        else
            leaves = std::min(leaves, t);
        return enters < leaves;
    };
    return cut(-way.x, line.from.x - box.min.x) && cut(way.x, box.max.x - line.from.x) &&
           cut(-way.y, line.from.y - box.min.y) && cut(way.y, box.max.y - line.from.y);
}

bool collide(Candidate const& a, Candidate const& b, float unit)
{
    float const x = beside * unit, y = over * unit, off = off_lines * unit;
    base::Rect const wide{{a.hull.min.x - x, a.hull.min.y - off},
                          {a.hull.max.x + x, a.hull.max.y + off}};
    if (!wide.overlaps(b.hull)) return false;
    if (base::Rect{{a.box.min.x - x, a.box.min.y - y}, {a.box.max.x + x, a.box.max.y + y}}.overlaps(
            b.box))
        return true;
    bool const led_a = a.led == Candidate::Led::yes, led_b = b.led == Candidate::Led::yes;
    if (led_a && crosses(a.leader, base::grown(b.box, off))) return true;
    if (led_b && crosses(b.leader, base::grown(a.box, off))) return true;
    return led_a && led_b && distance(a.leader, b.leader) < off;
}

std::vector<Candidate> candidates_of(std::size_t name, std::vector<Labelled> const& names,
                                     LabelGround const& ground)
{
    auto const& one = names[name];
    auto const rings = rings_of(ground);
    std::vector<Candidate> out;
    std::vector<Slot> slots;
    for (std::size_t shape = 0; shape < one.shapes.size(); ++shape) {
        auto const size = one.shapes[shape].size;
        bool const numbered = one.shapes[shape].begins == NameShape::Begins::with_its_number;
        slots.clear();
        add_touching(slots, one, size, ground.unit);
        auto const touching = slots.size();
        add_led(slots, one, size, ground.unit);
        for (std::size_t i = 0; i < slots.size(); ++i) {
            // no leader when the label has the number of its case
            if (numbered && i < touching) continue;
            auto const& slot = slots[i];
            Candidate at;
            at.box = {slot.middle - size * 0.5F, slot.middle + size * 0.5F};
            at.hull = at.box;
            at.shape = shape;
            if (slot.led == Slot::Led::yes) {
                at.led = Candidate::Led::yes;
                at.leader = leader_of(one, at.box);
                at.hull = base::united(at.box, base::united({at.leader.from, at.leader.from},
                                                            {at.leader.to, at.leader.to}));
            }
            if (!off_the_ground(at, ground)) continue;
            auto const closeness = off_other_discs(at, name, names, ground.unit);
            if (!closeness) continue;
            auto const clear = base::grown(at.box, off_lines * ground.unit);
            if (std::ranges::any_of(rings, [&](auto const& r) { return lies_across(clear, r); }))
                continue;
            at.side = side_of(one, at.box);
            at.slot = static_cast<int>(shape * slots.size() + i);
            at.cost = slot.cost + one.shapes[shape].cost + *closeness +
                      cost_midline * crossings(at.box, ground) +
                      (one.kept < 0 || one.kept == at.slot ? 0 : cost_of_leaving);
            out.push_back(at);
        }
    }
    std::ranges::stable_sort(out, {}, &Candidate::cost);
    return out;
}

} // namespace pictures::labels
