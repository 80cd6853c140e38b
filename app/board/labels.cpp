#include "board/labels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace board {
namespace {

// Costs: a liking for the first candidates, then what is covered (in square pixels), what is
// outside (in pixels), and the crossing of a midline.
constexpr float per_preference = 6, per_overlap = 3, per_outside = 400, per_crossing = 260;
constexpr int sweeps = 12;
constexpr int candidates = 8;
constexpr float name_gap = 2; // between two names

base::Rect candidate(Labelled const& name, int which, float spacing)
{
    struct Way {
        float x, y; // direction from the disc
    };
    static constexpr std::array<Way, candidates> ways{
        {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};
    auto const way = ways.at(static_cast<std::size_t>(which));
    float const far = (way.x != 0 && way.y != 0 ? name.radius * 0.7F : name.radius) + spacing;
    float const x = way.x > 0   ? name.centre.x + far
                    : way.x < 0 ? name.centre.x - far - name.size.x
                                : name.centre.x - name.size.x / 2;
    float const y = way.y > 0   ? name.centre.y + far
                    : way.y < 0 ? name.centre.y - far - name.size.y
                                : name.centre.y - name.size.y / 2;
    return {{x, y}, {x + name.size.x, y + name.size.y}};
}

float overlap(base::Rect const& a, base::Rect const& b)
{
    float const w = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
    float const h = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
    return w > 0 && h > 0 ? w * h : 0;
}

base::Rect disc_box(Labelled const& name)
{
    return base::grown({name.centre, name.centre}, name.radius);
}

float outside(base::Rect const& box, base::Rect const& bounds)
{
    return std::max(0.F, bounds.min.x - box.min.x) + std::max(0.F, box.max.x - bounds.max.x) +
           std::max(0.F, bounds.min.y - box.min.y) + std::max(0.F, box.max.y - bounds.max.y);
}

// What `box` covers: discs, other names where they now are, what is taken.
float covered(base::Rect const& box, std::size_t own, std::vector<Labelled> const& names,
              std::vector<LabelPlace> const& places, LabelGround const& ground)
{
    float area = 0;
    for (std::size_t j = 0; j < names.size(); ++j) {
        if (j == own) continue;
        area +=
            overlap(box, disc_box(names[j])) + overlap(box, base::grown(places[j].box, name_gap));
    }
    for (auto const& taken : ground.taken) area += overlap(box, taken);
    return area;
}

float crossings(base::Rect const& box, Labelled const& name, LabelGround const& ground)
{
    float count = 0;
    auto crossed = [](float low, float high, float line, float centre, float radius) {
        return low < line && line < high && std::abs(centre - line) > radius;
    };
    for (float x : ground.midlines_x)
        count += crossed(box.min.x, box.max.x, x, name.centre.x, name.radius) ? 1.F : 0.F;
    for (float y : ground.midlines_y)
        count += crossed(box.min.y, box.max.y, y, name.centre.y, name.radius) ? 1.F : 0.F;
    return count;
}

// Does `box` cover nothing that is drawn? Names that are not shown are in nobody's way.
bool is_clear(base::Rect const& box, std::size_t own, std::vector<Labelled> const& names,
              std::vector<LabelPlace> const& places, LabelGround const& ground)
{
    if (outside(box, ground.bounds) > 0) return false;
    for (std::size_t j = 0; j < names.size(); ++j) {
        if (j == own) continue;
        if (overlap(box, disc_box(names[j])) > 0) return false;
        if (places[j].clear && overlap(box, base::grown(places[j].box, name_gap)) > 0) return false;
    }
    return std::ranges::none_of(ground.taken,
                                [&](auto const& taken) { return overlap(box, taken) > 0; });
}

// Each in its turn is shown where it came to stand, or at the first of its places that is free of
// discs and of the names shown so far.
void show_what_is_clear(std::vector<Labelled> const& names, LabelGround const& ground,
                        std::vector<LabelPlace>& places)
{
    for (auto& place : places) place.clear = false;
    for (std::size_t i = 0; i < names.size(); ++i)
        places[i].clear = is_clear(places[i].box, i, names, places, ground);
    for (std::size_t i = 0; i < names.size(); ++i)
        for (int c = 0; c < candidates && !places[i].clear; ++c) {
            auto const box = candidate(names[i], c, ground.spacing);
            if (is_clear(box, i, names, places, ground)) places[i] = {box, true};
        }
}

} // namespace

std::vector<LabelPlace> place_labels(std::vector<Labelled> const& names, LabelGround const& ground)
{
    std::vector<LabelPlace> places;
    for (auto const& name : names) places.push_back({candidate(name, 0, ground.spacing), false});
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        bool moved = false;
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto best = places[i];
            float least = 0;
            for (int c = 0; c < candidates; ++c) {
                auto const box = candidate(names[i], c, ground.spacing);
                float const over = covered(box, i, names, places, ground);
                float const out = outside(box, ground.bounds);
                float const cost = per_preference * static_cast<float>(c) + per_overlap * over +
                                   per_outside * out +
                                   per_crossing * crossings(box, names[i], ground);
                if (c > 0 && cost >= least) continue;
                least = cost;
                best = {box, over == 0 && out == 0};
            }
            moved = moved || !(best.box == places[i].box);
            places[i] = best;
        }
        if (!moved) break;
    }
    show_what_is_clear(names, ground, places);
    return places;
}

void separate(std::vector<base::Vec2>& centres, float distance, base::Rect const& bounds)
{
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < centres.size(); ++i)
            for (std::size_t j = i + 1; j < centres.size(); ++j) {
                auto way = centres[j] - centres[i];
                float length = std::hypot(way.x, way.y);
                if (length >= distance - 0.5F) continue;
                if (length < 0.01F) { // the very same place: part them by their order
                    float const angle = 2.4F * static_cast<float>(j);
                    way = {std::cos(angle), std::sin(angle)};
                    length = 1;
                }
                auto const push = way * ((distance - std::min(length, distance)) / (2 * length));
                centres[i] = centres[i] - push;
                centres[j] = centres[j] + push;
                moved = true;
            }
        for (auto& c : centres)
            c = {std::clamp(c.x, bounds.min.x, bounds.max.x),
                 std::clamp(c.y, bounds.min.y, bounds.max.y)};
        if (!moved) return;
    }
}

} // namespace board
