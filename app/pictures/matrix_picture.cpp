#include "pictures/matrix_picture.h"

#include "analysis/estimates/settling.h"
#include "pictures/clouds.h"
#include "pictures/icons.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pictures {
namespace {

using analysis::Quadrant;
using base::Rect;
using base::Vec2;

constexpr std::array quadrants{Quadrant::launch, Quadrant::safeguards, Quadrant::comfort,
                               Quadrant::aside};
// In design pixels.
constexpr float chip_radius = 22, hovered_radius = 27, halo = 2.5F, chips_apart = 49;
constexpr float sign_away = 18, sign_radius = 11; // from the centre of a chip to that of its badge
constexpr float cloud_alpha = 0.13F, cloud_faint = 0.04F, cloud_strong = 0.2F;

analysis::Cloud const* last_cloud(AxisClouds const& clouds, model::CaseId on)
{
    for (auto const& rounds : clouds)
        if (rounds.front().on == on) return &rounds.back();
    return nullptr;
}

CaseChip::Badge badge_of(analysis::Cloud const* cloud, model::Lock lock)
{
    if (cloud && cloud->contested()) return CaseChip::Badge::contested;
    return lock == model::Lock::locked ? CaseChip::Badge::locked : CaseChip::Badge::none;
}

Spot settled_spot(analysis::Placed const& one, model::Placement const& now,
                  analysis::Cloud const* cloud)
{
    auto const badge = badge_of(cloud, now.lock);
    Spot spot{one.on, one.opportunity, one.risk, Spot::Kind::settled, badge};
    if (now.lock == model::Lock::locked && badge != CaseChip::Badge::locked)
        spot.left = Spot::Left::locked;
    if (cloud && analysis::contradicted(now, *cloud))
        spot.right = Spot::Right::contradicted;
    else if (cloud && cloud->shape && now.by != model::PlacedBy::median)
        spot.right = Spot::Right::by_hand;
    return spot;
}

// Moves a chip away from the quadrant titles: below the upper ones, above the lower ones.
void clear_of(Vec2& centre, std::vector<Rect> const& titles, float distance, float middle)
{
    for (auto const& title : titles)
        if (base::grown(title, distance).contains(centre))
            centre.y = title.center().y < middle ? title.max.y + distance : title.min.y - distance;
}

// Reserves the space of the badges at a chip's corners.
void add_signs(Means const& means, MatrixChip const& chip, std::vector<Rect>& taken)
{
    auto add = [&](float x, float y) {
        auto const at = chip.centre + Vec2{means.px(x), means.px(y)};
        taken.push_back(base::grown({at, at}, means.px(sign_radius)));
    };
    if (chip.spot.badge != CaseChip::Badge::none) add(sign_away, -sign_away);
    if (chip.spot.left != Spot::Left::none) add(-sign_away, sign_away);
    if (chip.spot.right != Spot::Right::none) add(sign_away, sign_away);
}

// Positions for the number of omitted labels: beside the quadrant titles, fullest quadrants first.
std::vector<Rect> spots_for_count(Means const& means, Matrix const& matrix,
                                  std::vector<MatrixChip> const& chips,
                                  std::vector<Rect> const& taken, float width)
{
    auto order = quadrants;
    auto inside = [&](Quadrant quadrant) {
        auto const box = matrix.quadrant(quadrant);
        return std::ranges::count_if(chips,
                                     [&](auto const& chip) { return box.contains(chip.centre); });
    };
    std::ranges::stable_sort(order, [&](auto a, auto b) { return inside(a) > inside(b); });
    std::vector<Rect> out;
    float const half = means.px(16), step = means.px(12), in = means.px(10);
    for (auto quadrant : order) {
        auto const box = matrix.quadrant(quadrant);
        bool const low = quadrant == Quadrant::comfort || quadrant == Quadrant::aside;
        bool const right = quadrant == Quadrant::safeguards || quadrant == Quadrant::aside;
        float const y =
            low ? box.max.y - means.px(title_band / 2) : box.min.y + means.px(title_band / 2);
        for (float x = in; x + width + in <= box.width(); x += step) {
            float const left = right ? box.min.x + x : box.max.x - x - width;
            Rect const spot{{left, y - half}, {left + width, y + half}};
            if (std::ranges::none_of(taken, [&](auto const& t) { return t.overlaps(spot); }))
                out.push_back(spot);
        }
    }
    return out;
}

void draw_clouds(Pen& pen, MatrixNow const& now)
{
    auto const hue = pen.color().ax.at(hue_of(now.axis->place));
    auto const looked_at = now.looked_at();
    for (auto const& cloud : now.clouds) {
        float const alpha = cloud.on == looked_at ? cloud_strong
                            : looked_at           ? cloud_faint
                                                  : cloud_alpha;
        draw_cloud(pen, now.matrix, *cloud.shape, hue, alpha * now.clouds_shown);
    }
}

// Connects a chip to its exact position.
void draw_leader(Pen& pen, MatrixChip const& chip)
{
    if (std::hypot(chip.centre.x - chip.at.x, chip.centre.y - chip.at.y) < pen.px(6)) return;
    pen.line(chip.at, chip.centre, pen.color().ink3, pen.snap(1.5F));
    pen.disc(chip.at, pen.px(3), pen.color().ink3);
}

void draw_one(Pen& pen, MatrixNow const& now, MatrixNow::Chip const& one)
{
    auto const& chip = *one.chip;
    auto const on = chip.spot.on;
    auto const number = std::to_string(chip.number);
    auto drawn = chip_of(pen, chip, *now.axis, number);
    if (now.hue == MatrixNow::Hue::ink) drawn.axis.reset();
    bool const carried = now.carried == on && now.carried;
    bool const behind = now.hovered && now.hovered != on; // another chip is hovered
    if (on == now.hovered) drawn.radius = pen.px(hovered_radius);
    if (on == now.selected) drawn.state = ChipState::selected;
    if (carried) drawn.alpha = 0.35F;
    if (behind) drawn.alpha = 0.45F;
    draw_case_chip(pen, one.centre, drawn);
    draw_signs(pen, chip, one.centre, drawn.alpha);
    if (!one.name) return;
    auto const& c = pen.color();
    if (on == now.looked_at()) // above the dots
        pen.fill(base::grown(one.name->box, pen.px(3)), pen.px(8), board::faded(c.panel, 0.82F));
    float const alpha = behind || carried ? 0.35F : 1;
    draw_name_leader(pen, *one.name, board::faded(c.ink2, alpha));
    draw_name(pen, chip.name, *one.name, board::faded(c.ink, alpha));
}

} // namespace

std::vector<Spot> spots_on(model::Document const& doc, model::AxisId axis, AxisClouds const& clouds,
                           Medians medians, ShowsCase const& shows)
{
    std::vector<Spot> spots;
    for (auto const& one : analysis::placements(doc, axis).placed)
        if (shows(one.on))
            spots.push_back(settled_spot(one, model::get<model::Placement>(doc, {axis, one.on}),
                                         last_cloud(clouds, one.on)));
    if (medians == Medians::hidden) return spots;
    for (auto const& rounds : clouds) {
        auto const& cloud = rounds.back();
        auto const at = analysis::at_the_median(cloud);
        if (!at || model::find<model::Placement>(doc, {axis, cloud.on}) || !shows(cloud.on))
            continue;
        spots.push_back({cloud.on, at->opportunity, at->risk, Spot::Kind::median,
                         badge_of(&cloud, model::Lock::open)});
    }
    return spots;
}

std::vector<std::vector<Vec2>> contested_outlines(Matrix const& matrix, AxisClouds const& clouds,
                                                  ShowsCase const& shows)
{
    std::vector<std::vector<Vec2>> out;
    for (auto const& rounds : clouds) {
        auto const& cloud = rounds.back();
        if (!cloud.contested() || !cloud.shape->half || !shows(cloud.on)) continue;
        auto const outline = outline_of(matrix, *cloud.shape->half);
        out.emplace_back(outline.begin(), outline.end());
    }
    return out;
}

std::vector<MatrixChip> lay_out_chips(Means const& means, model::Document const& doc,
                                      Matrix const& matrix, std::vector<Spot> const& spots,
                                      std::vector<Rect> const& taken, Names names)
{
    std::vector<MatrixChip> chips;
    std::vector<Vec2> centres;
    for (auto const& spot : spots) {
        auto const text = model::get<model::Case>(doc, spot.on);
        MatrixChip chip;
        chip.spot = spot;
        chip.number = text.number;
        chip.at = matrix.at(spot.opportunity, spot.risk);
        if (names == Names::shown) chip.name = name_of(means.measure, means.unit, text);
        centres.push_back(chip.at);
        chips.push_back(std::move(chip));
    }
    float const radius = means.px(chip_radius);
    for (int round = 0; round < 2; ++round) { // separation may move a chip below a title again
        separate(centres, means.px(chips_apart), base::grown(matrix.box, -radius));
        for (auto& centre : centres)
            clear_of(centre, taken, radius + means.px(4), matrix.cross().y);
    }
    for (std::size_t i = 0; i < chips.size(); ++i) chips[i].centre = centres[i];
    return chips;
}

NamesWanted names_wanted(Means const& means, Matrix const& matrix,
                         std::vector<MatrixChip> const& chips, std::vector<Rect> const& taken,
                         std::vector<std::vector<Vec2>> rings, float count_width)
{
    NamesWanted out;
    auto& ground = out.ground;
    ground.rings = std::move(rings);
    ground.bounds = base::grown(matrix.box, -means.px(4));
    ground.taken = taken;
    ground.midlines_x = {matrix.cross().x};
    ground.midlines_y = {matrix.cross().y};
    ground.unit = means.unit;
    for (auto const& chip : chips) {
        bool const ringed = chip.spot.badge == CaseChip::Badge::contested;
        float const radius = means.px(chip_radius + (ringed ? 8 : halo));
        out.on.push_back(chip.spot.on);
        out.names.push_back({chip.centre, radius, chip.name.shapes, -1});
        add_signs(means, chip, ground.taken);
        auto const way = chip.centre - chip.at; // from the exact position to the drawn one
        float const away = std::hypot(way.x, way.y);
        if (away > radius) ground.lines.push_back({chip.at, chip.at + way * (1 - radius / away)});
    }
    out.spots = spots_for_count(means, matrix, chips, taken, count_width);
    return out;
}

CaseChip chip_of(Means const& means, MatrixChip const& chip, model::Axis const& axis,
                 std::string_view number)
{
    CaseChip out;
    out.number = number;
    out.axis = hue_of(axis.place);
    out.radius = means.px(chip_radius);
    out.badge = chip.spot.badge;
    if (chip.spot.kind == Spot::Kind::median) out.state = ChipState::before;
    return out;
}

void draw_signs(Pen& pen, MatrixChip const& chip, Vec2 centre, float alpha)
{
    auto const& c = pen.color();
    auto draw = [&](unsigned sign, float side, Color color) {
        Vec2 const at{centre.x + side * pen.px(sign_away), centre.y + pen.px(sign_away)};
        pen.disc(at, pen.px(sign_radius), board::faded(c.halo, alpha));
        pen.icon(at, pen.px(16), board::faded(color, alpha), sign);
    };
    if (chip.spot.left == Spot::Left::locked) draw(icon::lock, -1, c.ink);
    if (chip.spot.right == Spot::Right::by_hand) draw(icon::pan_tool, 1, c.ink);
    if (chip.spot.right == Spot::Right::contradicted) draw(icon::warning_amber, 1, c.warn);
}

void draw_cases(Pen& pen, MatrixNow const& now)
{
    auto const looked_at = now.looked_at();
    draw_clouds(pen, now);
    for (auto const& one : now.chips)
        if (one.moved == MatrixNow::Chip::Moved::no) draw_leader(pen, *one.chip);
    for (auto const& one : now.chips)
        if (one.chip->spot.on != looked_at) draw_one(pen, now, one);
    if (!looked_at) return;
    for (auto const& cloud : now.clouds)
        if (cloud.on == looked_at) draw_people(pen, now.matrix, *cloud.shape);
    for (auto const& one : now.chips)
        if (one.chip->spot.on == looked_at) draw_one(pen, now, one);
}

void draw_carried(Pen& pen, Matrix const& matrix, model::Axis const& axis, std::string_view number,
                  Vec2 at)
{
    if (matrix.box.contains(at))
        pen.outline(matrix.quadrant(matrix.quadrant_of(matrix.levels_at(at))), pen.px(20),
                    pen.color().accent, pen.px(2.5F));
    CaseChip drawn;
    drawn.number = number;
    drawn.axis = hue_of(axis.place);
    drawn.radius = pen.px(hovered_radius);
    drawn.state = ChipState::selected;
    draw_case_chip(pen, at, drawn);
}

} // namespace pictures
