#include "ui/paint/matrix_paint.h"

#include "ui/kit/icons.h"
#include "ui/kit/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::Quadrant;

constexpr std::array quadrants{Quadrant::launch, Quadrant::safeguards, Quadrant::comfort,
                               Quadrant::aside};
constexpr float chip_radius = 22, halo = 2.5F, chips_apart = 49;

board::Color tint_of(Ui const& ui, Quadrant quadrant)
{
    auto const& c = ui.color();
    switch (quadrant) {
    case Quadrant::launch: return c.qlancer;
    case Quadrant::safeguards: return c.qencadrer;
    case Quadrant::comfort: return c.qconfort;
    case Quadrant::aside: return c.qecarter;
    }
    return c.neutint;
}

// Off the quadrants' titles: below those above, above those below.
void clear_of(base::Vec2& centre, std::vector<base::Rect> const& titles, float distance,
              float middle)
{
    for (auto const& title : titles)
        if (base::grown(title, distance).contains(centre))
            centre.y = title.center().y < middle ? title.max.y + distance : title.min.y - distance;
}

base::Rect draw_title(Ui& ui, base::Rect const& box, Quadrant quadrant, int count,
                      model::Axis const& axis)
{
    auto const look = look_of(ui, outcome_of(quadrant));
    auto const name = quadrant_name(ui, axis, quadrant);
    auto const counted = count < 0 ? std::string() : ui.words->plural("place.count", count);
    bool const right = quadrant == Quadrant::safeguards || quadrant == Quadrant::aside;
    bool const low = quadrant == Quadrant::comfort || quadrant == Quadrant::aside;
    float const named = text_width(ui, type::quadrant, name),
                said = text_width(ui, type::text, counted);
    float const y = low ? box.max.y - ui.px(title_band / 2) : box.min.y + ui.px(title_band / 2);
    float const icon = ui.px(28), gap = ui.px(12);
    float const whole = icon + gap + named + gap + said;
    float x = right ? box.max.x - ui.px(22) - whole : box.min.x + ui.px(22);
    base::Rect const taken{{x, y - ui.px(19)}, {x + whole, y + ui.px(19)}};
    auto line_box = [&](float width) {
        return base::Rect{{x, y - ui.px(19)}, {x + width + 2, y + ui.px(19)}};
    };
    auto put_count = [&] {
        draw_text_in(ui, line_box(said), type::text, ui.color().ink2, counted);
        x += said + gap;
    };
    if (right) put_count();
    draw_icon_at(ui, {x + icon / 2, y}, icon, look.text, look.icon);
    x += icon + gap;
    draw_text_in(ui, line_box(named), type::quadrant, look.text, name);
    x += named + gap;
    if (!right) put_count();
    return taken;
}

} // namespace

Outcome outcome_of(Quadrant quadrant)
{
    switch (quadrant) {
    case Quadrant::launch: return Outcome::launch;
    case Quadrant::safeguards: return Outcome::safeguard;
    case Quadrant::comfort: return Outcome::comfort;
    case Quadrant::aside: return Outcome::set_aside;
    }
    return Outcome::comfort;
}

std::string quadrant_name(Ui const& ui, Quadrant quadrant)
{
    static constexpr std::array<std::string_view, 4> keys{"quadrant.launch", "quadrant.safeguards",
                                                          "quadrant.comfort", "quadrant.aside"};
    return ui.tr(keys.at(static_cast<std::size_t>(quadrant)));
}

std::string quadrant_name(Ui const& ui, model::Axis const& axis, Quadrant quadrant)
{
    auto const& own = quadrant == Quadrant::launch       ? axis.launch
                      : quadrant == Quadrant::safeguards ? axis.safeguards
                      : quadrant == Quadrant::comfort    ? axis.comfort
                                                         : axis.aside;
    return own.empty() ? quadrant_name(ui, quadrant) : own;
}

std::string name_of_axis(model::Axis const& axis)
{
    return axis.short_title.empty() ? axis.title : axis.short_title;
}

std::vector<base::Rect> draw_quadrants(Ui& ui, pictures::Matrix const& matrix, float radius,
                                       Titles titles, analysis::AxisPlacements const& counts,
                                       model::Axis const& axis)
{
    std::vector<base::Rect> taken;
    for (auto quadrant : quadrants) {
        auto const box = matrix.quadrant(quadrant);
        fill(ui, box, radius, tint_of(ui, quadrant));
        if (titles == Titles::none) continue;
        dot_grid(ui, base::grown(box, -ui.px(6)), matrix.box.min, ui.px(28), ui.px(1.2F),
                 board::faded(ui.color().dot, 0.7F));
    }
    if (titles == Titles::shown)
        for (auto quadrant : quadrants)
            taken.push_back(
                draw_title(ui, matrix.quadrant(quadrant), quadrant, counts.count(quadrant), axis));
    return taken;
}

void draw_scales(Ui& ui, pictures::Matrix const& matrix, model::Axis const& axis)
{
    auto const& c = ui.color();
    auto const& box = matrix.box;
    float const left = box.min.x - ui.px(14), below = box.max.y + ui.px(14);
    arrow(ui, {left, box.max.y}, {left, box.min.y}, c.opp, ui.px(3), ui.px(15));
    arrow(ui, {box.min.x, below}, {box.max.x, below}, c.risk, ui.px(3), ui.px(15));
    // The wording of the axis above its arrow, and under its middle.
    draw_text(ui, {box.min.x - ui.px(60), box.min.y - ui.px(36)}, type::h3, c.opp,
              axis.opportunity);
    auto beside = [&](float y, std::string const& text) {
        draw_text_in(ui,
                     {{box.min.x - ui.px(84), y - ui.px(12)}, {left - ui.px(10), y + ui.px(12)}},
                     type::label, c.opp, text, Align::right);
    };
    beside(box.min.y + ui.px(20), axis.opportunity_high);
    beside(box.max.y - ui.px(12), axis.opportunity_low);
    base::Rect const foot{{box.min.x, below + ui.px(8)}, {box.max.x, below + ui.px(36)}};
    draw_text_in(ui, foot, type::label, c.risk, axis.risk_low);
    draw_text_in(ui, foot, type::h3, c.risk, axis.risk, Align::centre);
    draw_text_in(ui, foot, type::label, c.risk, axis.risk_high, Align::right);
}

std::vector<MatrixChip> lay_out_chips(Ui const& ui, model::Document const& doc,
                                      pictures::Matrix const& matrix,
                                      std::vector<Spot> const& spots,
                                      std::vector<base::Rect> const& taken, Titles names)
{
    std::vector<MatrixChip> chips;
    std::vector<base::Vec2> centres;
    for (auto const& spot : spots) {
        auto const text = model::get<model::Case>(doc, spot.on);
        MatrixChip chip;
        chip.on = spot.on;
        chip.number = text.number;
        chip.at = matrix.at(spot.opportunity, spot.risk);
        if (names == Titles::shown) chip.name = name_of(ui, text);
        chip.badge = spot.badge;
        chip.kind = spot.kind;
        chip.left = spot.left;
        chip.right = spot.right;
        centres.push_back(chip.at);
        chips.push_back(std::move(chip));
    }
    float const radius = ui.px(chip_radius);
    for (int round = 0; round < 2; ++round) { // parting them may push one back under a title
        pictures::separate(centres, ui.px(chips_apart), base::grown(matrix.box, -radius));
        for (auto& centre : centres) clear_of(centre, taken, radius + ui.px(4), matrix.cross().y);
    }
    for (std::size_t i = 0; i < chips.size(); ++i) chips[i].centre = centres[i];
    return chips;
}

namespace {

constexpr float sign_away = 18, sign_radius = 11; // from the middle of a chip to that of its sign

// The signs at the corners of a chip.
void add_signs(Ui const& ui, MatrixChip const& chip, std::vector<base::Rect>& taken)
{
    auto add = [&](float x, float y) {
        auto const at = chip.centre + base::Vec2{ui.px(x), ui.px(y)};
        taken.push_back(base::grown({at, at}, ui.px(sign_radius)));
    };
    if (chip.badge != CaseChip::Badge::none) add(sign_away, -sign_away);
    if (chip.left != Spot::Left::none) add(-sign_away, sign_away);
    if (chip.right != Spot::Right::none) add(sign_away, sign_away);
}

// Where the count of the names left out may stand: in the bands of the titles, beside them, those
// of the fullest quarters first.
std::vector<base::Rect> spots_for_count(Ui const& ui, pictures::Matrix const& matrix,
                                        std::vector<MatrixChip> const& chips,
                                        std::vector<base::Rect> const& taken, float width)
{
    auto order = quadrants;
    auto inside = [&](Quadrant quadrant) {
        auto const box = matrix.quadrant(quadrant);
        return std::ranges::count_if(chips,
                                     [&](auto const& chip) { return box.contains(chip.centre); });
    };
    std::ranges::stable_sort(order, [&](auto a, auto b) { return inside(a) > inside(b); });
    std::vector<base::Rect> out;
    float const half = ui.px(16), step = ui.px(12), in = ui.px(10);
    for (auto quadrant : order) {
        auto const box = matrix.quadrant(quadrant);
        bool const low = quadrant == Quadrant::comfort || quadrant == Quadrant::aside;
        bool const right = quadrant == Quadrant::safeguards || quadrant == Quadrant::aside;
        float const y = low ? box.max.y - ui.px(title_band / 2) : box.min.y + ui.px(title_band / 2);
        for (float x = in; x + width + in <= box.width(); x += step) {
            float const left = right ? box.min.x + x : box.max.x - x - width;
            base::Rect const spot{{left, y - half}, {left + width, y + half}};
            if (std::ranges::none_of(taken, [&](auto const& t) { return t.overlaps(spot); }))
                out.push_back(spot);
        }
    }
    return out;
}

} // namespace

NameDesk::Question names_wanted(Ui const& ui, pictures::Matrix const& matrix,
                                std::vector<MatrixChip> const& chips,
                                std::vector<base::Rect> const& taken,
                                std::vector<std::vector<base::Vec2>> rings, float count_width)
{
    NameDesk::Question out;
    auto& ground = out.ground;
    ground.rings = std::move(rings);
    ground.bounds = base::grown(matrix.box, -ui.px(4));
    ground.taken = taken;
    ground.midlines_x = {matrix.cross().x};
    ground.midlines_y = {matrix.cross().y};
    ground.unit = ui.scale;
    for (auto const& chip : chips) {
        bool const ringed = chip.badge == CaseChip::Badge::contested;
        float const radius = ui.px(chip_radius + (ringed ? 8 : halo));
        out.on.push_back(chip.on);
        out.names.push_back({chip.centre, radius, chip.name.shapes, -1});
        add_signs(ui, chip, ground.taken);
        auto const way = chip.centre - chip.at; // from where it belongs to where it is drawn
        float const away = std::hypot(way.x, way.y);
        if (away > radius) ground.lines.push_back({chip.at, chip.at + way * (1 - radius / away)});
    }
    out.spots = spots_for_count(ui, matrix, chips, taken, count_width);
    return out;
}

CaseChip chip_of(Ui const& ui, MatrixChip const& chip, model::Axis const& axis,
                 std::string const& number)
{
    CaseChip out;
    out.number = number;
    out.axis = hue_of(axis.place);
    out.radius = ui.px(chip_radius);
    out.badge = chip.badge;
    if (chip.kind == Spot::Kind::median) out.state = ChipState::before;
    return out;
}

void draw_signs(Ui& ui, MatrixChip const& chip, base::Vec2 centre, float alpha)
{
    auto const& c = ui.color();
    auto draw = [&](unsigned sign, float side, board::Color color) {
        base::Vec2 const at{centre.x + side * ui.px(sign_away), centre.y + ui.px(sign_away)};
        disc(ui, at, ui.px(sign_radius), board::faded(c.halo, alpha));
        draw_icon_at(ui, at, ui.px(16), board::faded(color, alpha), sign);
    };
    if (chip.left == Spot::Left::locked) draw(icon::lock, -1, c.ink);
    if (chip.right == Spot::Right::by_hand) draw(icon::pan_tool, 1, c.ink);
    if (chip.right == Spot::Right::contradicted) draw(icon::warning_amber, 1, c.warn);
}

void draw_small_matrix(Ui& ui, base::Rect const& box, model::Document const& doc,
                       model::AxisId axis, model::CaseId tracked, float dot_radius, float gap,
                       float radius)
{
    auto const lines = model::get<model::Axis>(doc, axis);
    auto const matrix = pictures::matrix_of(lines, box, gap);
    auto const placed = analysis::placements(doc, axis);
    draw_quadrants(ui, matrix, radius, Titles::none, placed);
    auto const hue = ui.color().ax.at(hue_of(lines.place));
    for (auto const& one : placed.placed) {
        if (one.on == tracked) continue;
        auto const color = tracked ? board::faded(ui.color().ink3, 0.35F) : hue;
        disc(ui, matrix.at(one.opportunity, one.risk), dot_radius, color);
    }
}

} // namespace ui
