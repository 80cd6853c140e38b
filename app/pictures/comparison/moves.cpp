#include "pictures/comparison/moves.h"

#include "pictures/chips.h"
#include "pictures/matrix_picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pictures {
namespace {

using analysis::AxisMove;
using analysis::CaseChange;
using analysis::Point;
using base::Rect;
using base::Vec2;
using Kind = Moved::Kind;

// In design pixels.
constexpr float moved_radius = 22, still_radius = 15, before_radius = 10, move_halo = 2.5F;
constexpr float moves_apart = 34, head = 13, least_arrow = 14;

Point at(analysis::Placed const& one)
{
    return {static_cast<double>(one.opportunity), static_cast<double>(one.risk)};
}

int number_of(model::Document const& doc, model::CaseId id)
{
    return model::get<model::Case>(doc, id).number;
}

Kind kind_of(bool moved, bool crossed)
{
    return crossed ? Kind::crossed : moved ? Kind::moved : Kind::still;
}

std::optional<Point> settled(model::Document const& doc, std::optional<model::AxisId> axis,
                             model::CaseId on)
{
    if (!axis) return std::nullopt;
    auto const* found = model::find<model::Placement>(doc, {*axis, on});
    if (!found) return std::nullopt;
    return Point{static_cast<double>(found->opportunity), static_cast<double>(found->risk)};
}

// A case of both sessions, on one axis or overall.
std::optional<Moved> moved(CaseChange const& one, int number, std::optional<std::size_t> axis)
{
    Moved out{one.pair.after, number, {}, {}, Kind::still};
    if (!axis) {
        out.before = one.mean_before, out.after = one.mean_after;
        out.kind = kind_of(one.moved(), one.other_quadrant());
    } else {
        auto const it = std::ranges::find(one.axes, *axis, &AxisMove::axis);
        if (it == one.axes.end()) return std::nullopt;
        if (it->before) out.before = at(*it->before);
        if (it->after) out.after = at(*it->after);
        out.kind = kind_of(it->moved(), it->other_quadrant());
    }
    if (!out.before && !out.after) return std::nullopt;
    return out;
}

Vec2 tip(Vec2 from, Vec2 centre, float radius)
{
    auto const way = centre - from;
    float const length = std::hypot(way.x, way.y);
    return length <= radius ? centre : from + way * ((length - radius) / length);
}

bool has_arrow(Pen const& pen, MoveChip const& chip)
{
    return chip.what.before && chip.what.after && chip.what.kind != Kind::still &&
           std::hypot(chip.centre.x - chip.from.x, chip.centre.y - chip.from.y) >
               chip.radius + pen.px(least_arrow);
}

Color color_of(Pen const& pen, Kind kind)
{
    auto const& c = pen.color();
    return kind == Kind::crossed                       ? c.accent
           : kind == Kind::still || kind == Kind::gone ? c.ink3
                                                       : c.ink2;
}

void draw_arrow(Pen& pen, MoveChip const& chip, float alpha)
{
    auto const& c = pen.color();
    auto const color = board::faded(color_of(pen, chip.what.kind), alpha);
    pen.disc(chip.from, pen.px(before_radius), board::faded(c.card, alpha));
    pen.dashed_ring(chip.from, pen.px(before_radius), color, pen.px(2), {pen.px(4), pen.px(3)});
    if (!has_arrow(pen, chip)) return;
    pen.arrow(tip(chip.centre, chip.from, pen.px(before_radius)),
              tip(chip.from, chip.centre, chip.radius + pen.px(move_halo + 2)), color, pen.px(2.5F),
              pen.px(head));
}

void draw_chip(Pen& pen, MoveChip const& chip, float alpha)
{
    auto const& c = pen.color();
    auto const number = std::to_string(chip.what.number);
    auto const kind = chip.what.kind;
    bool const filled = kind != Kind::still && kind != Kind::gone;
    pen.disc(chip.centre, chip.radius + pen.px(move_halo), board::faded(c.halo, alpha));
    auto const ground = !filled                 ? c.card
                        : kind == Kind::crossed ? c.accent
                        : kind == Kind::fresh   ? c.opp
                                                : c.ink;
    pen.disc(chip.centre, chip.radius, board::faded(ground, alpha));
    auto const line = board::faded(kind == Kind::gone ? c.ink3 : c.ink2, alpha);
    if (kind == Kind::gone)
        pen.dashed_ring(chip.centre, chip.radius - pen.px(1), line, pen.px(2),
                        {pen.px(4), pen.px(3)});
    else if (!filled)
        pen.ring(chip.centre, chip.radius - pen.px(0.5F), line, pen.px(1.5F));
    auto const text = !filled ? c.ink2 : kind == Kind::crossed ? c.onaccent : c.paper;
    draw_number(pen, chip.centre, filled ? type::h3 : type::rail, board::faded(text, alpha),
                number);
}

void draw_one(Pen& pen, MovesNow::Chip const& one, float alpha)
{
    draw_chip(pen, *one.chip, alpha);
    if (!one.name) return;
    auto const& c = pen.color();
    auto const kind = one.chip->what.kind;
    auto const color = kind == Kind::crossed ? c.accent : kind == Kind::gone ? c.ink2 : c.ink;
    draw_name_leader(pen, *one.name, board::faded(c.ink2, alpha));
    draw_name(pen, one.chip->name, *one.name, board::faded(color, alpha));
}

} // namespace

std::vector<Moved> moves_on(analysis::Comparison const& all, model::Document const& before,
                            model::Document const& after, std::optional<std::size_t> axis)
{
    std::vector<Moved> out;
    for (auto const& one : all.cases)
        if (auto const found = moved(one, number_of(after, one.pair.after), axis))
            out.push_back(*found);
    auto const alone = [&](auto const& list, auto const& means, model::Document const& doc,
                           std::optional<model::AxisId> own, Kind kind) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            auto const on = list[i].on;
            auto const where = axis ? settled(doc, own, on) : means.at(i);
            if (!where) continue;
            Moved alone_one{on, number_of(doc, on), {}, {}, kind};
            (kind == Kind::gone ? alone_one.before : alone_one.after) = where;
            out.push_back(alone_one);
        }
    };
    auto const pair = axis ? all.axes.at(*axis) : analysis::AxisPair{};
    alone(all.matching.gone, all.gone_at, before, pair.before, Kind::gone);
    alone(all.matching.fresh, all.fresh_at, after, pair.after, Kind::fresh);
    std::ranges::stable_sort(
        out, {}, [](Moved const& one) { return std::pair(one.kind != Kind::still, one.number); });
    return out;
}

model::Axis axis_of_moves(i18n::Catalogue const& words, analysis::Comparison const& all,
                          model::Document const& after, std::optional<std::size_t> axis)
{
    if (axis && all.axes.at(*axis).after)
        return model::get<model::Axis>(after, *all.axes.at(*axis).after);
    model::Axis out;
    out.opportunity = words.text("compare.opportunity");
    out.risk = words.text("compare.risk");
    out.opportunity_low = out.risk_low = words.text("compare.low");
    out.opportunity_high = words.text("compare.opportunity_high");
    out.risk_high = words.text("compare.high");
    return out;
}

std::vector<MoveChip> lay_out_moves(Means const& means, model::Document const& before,
                                    model::Document const& after, Matrix const& matrix,
                                    std::vector<Moved> const& moves,
                                    std::vector<Rect> const& titles)
{
    std::vector<MoveChip> chips;
    std::vector<Vec2> centres;
    for (auto const& one : moves) {
        MoveChip chip;
        chip.what = one;
        auto const here = one.after ? *one.after : *one.before;
        auto const there = one.before ? *one.before : here;
        chip.at = matrix.at_point(here.opportunity, here.risk);
        chip.from = matrix.at_point(there.opportunity, there.risk);
        bool const large = one.kind != Kind::still && one.kind != Kind::gone;
        chip.radius = means.px(large ? moved_radius : still_radius);
        if (one.kind != Kind::still)
            chip.name =
                name_of(means.measure, means.unit,
                        model::get<model::Case>(one.kind == Kind::gone ? before : after, one.on));
        centres.push_back(chip.at);
        chips.push_back(std::move(chip));
    }
    separate(centres, means.px(moves_apart), base::grown(matrix.box, -means.px(moved_radius)));
    for (std::size_t i = 0; i < chips.size(); ++i) {
        auto& centre = centres[i];
        for (auto const& title : titles) // away from the quadrant titles
            if (base::grown(title, chips[i].radius).contains(centre))
                centre.y = title.center().y < matrix.cross().y
                               ? title.max.y + chips[i].radius + means.px(4)
                               : title.min.y - chips[i].radius - means.px(4);
        chips[i].centre = centre;
    }
    return chips;
}

NamesWanted move_names_wanted(Means const& means, Matrix const& matrix,
                              std::vector<MoveChip> const& chips, std::vector<Rect> const& titles,
                              float count_width)
{
    NamesWanted out;
    auto& ground = out.ground;
    ground.bounds = base::grown(matrix.box, -means.px(4));
    ground.taken = titles;
    ground.midlines_x = {matrix.cross().x};
    ground.midlines_y = {matrix.cross().y};
    ground.unit = means.unit;
    for (auto const& chip : chips) {
        out.on.push_back(chip.what.on);
        out.names.push_back({chip.centre, chip.radius + means.px(move_halo), chip.name.shapes, -1});
        if (chip.what.kind != Kind::moved && chip.what.kind != Kind::crossed) continue;
        Vec2 const around{means.px(before_radius), means.px(before_radius)};
        ground.taken.push_back({chip.from - around, chip.from + around});
        ground.lines.push_back({chip.from, tip(chip.from, chip.centre, chip.radius)});
    }
    auto const& box = matrix.box;
    float const in = means.px(10), y = box.max.y - means.px(23), half = means.px(16);
    for (float x = box.max.x - count_width - in; x > box.min.x + in; x -= means.px(12)) {
        Rect const spot{{x, y - half}, {x + count_width, y + half}};
        if (std::ranges::none_of(titles, [&](auto const& t) { return t.overlaps(spot); }))
            out.spots.push_back(spot);
    }
    return out;
}

void draw_moves(Pen& pen, MovesNow const& now)
{
    auto const alpha = [&](MoveChip const& chip) {
        return now.looked_at && chip.what.on != now.looked_at ? 0.3F : 1.0F;
    };
    for (auto const& one : now.chips)
        if (one.chip->what.kind == Kind::moved || one.chip->what.kind == Kind::crossed)
            draw_arrow(pen, *one.chip, alpha(*one.chip));
    for (auto const& one : now.chips) draw_one(pen, one, alpha(*one.chip));
}

void draw_moves_legend(Pen& pen, Rect const& strip, std::string_view before, std::string_view after)
{
    auto const& c = pen.color();
    float x = strip.max.x;
    float const y = strip.center().y;
    auto entry = [&](std::string_view text, Color color, float wide, auto&& mark) {
        float const needed = pen.width(type::legend, text) + pen.px(wide + 34);
        if (x - needed < strip.min.x) return;
        x -= pen.width(type::legend, text);
        pen.text_in({{x, y - pen.px(11)}, {strip.max.x, y + pen.px(11)}}, type::legend, color,
                    text);
        x -= pen.px(8 + wide);
        mark(x);
        x -= pen.px(26);
    };
    entry(pen.words.text("compare.legend.still"), c.ink2, 22, [&](float left) {
        pen.ring({left + pen.px(11), y}, pen.px(10), c.ink2, pen.px(1.5F));
    });
    entry(pen.words.text("compare.legend.crossed"), c.accent, 40, [&](float left) {
        pen.arrow({left, y}, {left + pen.px(38), y}, c.accent, pen.px(2.5F), pen.px(12));
    });
    entry(after, c.ink2, 22, [&](float left) {
        pen.disc({left + pen.px(11), y}, pen.px(10), c.ink);
    });
    entry(before, c.ink2, 22, [&](float left) {
        pen.dashed_ring({left + pen.px(11), y}, pen.px(10), c.ink2, pen.px(2),
                        {pen.px(4), pen.px(3)});
    });
}

void draw_small_moves(Pen& pen, Rect const& box, model::Axis const& axis,
                      std::vector<Moved> const& moves)
{
    auto const matrix = matrix_of(axis, box, pen.px(5));
    draw_quadrants(pen, matrix, pen.px(12));
    auto const on = [&](Point where) { return matrix.at_point(where.opportunity, where.risk); };
    for (auto const& one : moves) {
        if (one.kind != Kind::still) continue;
        pen.disc(on(one.after ? *one.after : *one.before), pen.px(4),
                 board::faded(pen.color().ink3, 0.55F));
    }
    for (auto const& one : moves) {
        auto const color = color_of(pen, one.kind);
        if (one.before && one.after && one.kind != Kind::still) {
            auto const from = on(*one.before), to = on(*one.after);
            if (std::hypot(to.x - from.x, to.y - from.y) > pen.px(12))
                pen.arrow(from, tip(from, to, pen.px(5)), color, pen.px(2), pen.px(9));
            pen.disc(to, pen.px(5.5F), color);
        } else if (one.kind == Kind::fresh) {
            pen.disc(on(*one.after), pen.px(5.5F), pen.color().opp);
        } else if (one.kind == Kind::gone) {
            pen.dashed_ring(on(*one.before), pen.px(5), color, pen.px(1.5F),
                            {pen.px(3), pen.px(2)});
        }
    }
}

List moves_picture(Means const& means, analysis::Comparison const& all,
                   model::Document const& before, model::Document const& after,
                   std::optional<std::size_t> axis, Rect const& box, std::string_view said_before,
                   std::string_view said_after)
{
    List list;
    Pen pen(means, list);
    auto const record = axis_of_moves(means.words, all, after, axis);
    auto const matrix = matrix_of(record, box, means.px(8), means.px(title_band));
    auto const titles = quadrant_titles(means, matrix, record, {-1, -1, -1, -1});
    auto const taken = boxes_of(titles);
    auto const chips =
        lay_out_moves(means, before, after, matrix, moves_on(all, before, after, axis), taken);
    auto const wanted = move_names_wanted(means, matrix, chips, taken, 0);
    auto const places = place_labels(wanted.names, wanted.ground);
    MovesNow now;
    for (std::size_t i = 0; i < chips.size(); ++i)
        now.chips.push_back({&chips[i], places[i].shown ? &places[i] : nullptr});
    draw_quadrants(pen, matrix, means.px(20), titles);
    draw_scales(pen, matrix, record);
    draw_moves_legend(
        pen,
        {{box.min.x + pen.px(200), box.min.y - pen.px(40)}, {box.max.x, box.min.y - pen.px(8)}},
        said_before, said_after);
    draw_moves(pen, now);
    return list;
}

} // namespace pictures
