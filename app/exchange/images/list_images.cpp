#include "analysis/common/in_use.h"
#include "analysis/estimates/placements.h"
#include "analysis/ranking/ranking.h"
#include "analysis/voting/tally.h"
#include "exchange/images/image_parts.h"
#include "pictures/charts.h"
#include "pictures/chips.h"
#include "pictures/matrix_picture.h"
#include "pictures/outcomes.h"
#include "wording/decisions.h"
#include "wording/placements.h"
#include "wording/ranking.h"
#include "wording/votes/grades.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"

#include <algorithm>
#include <cmath>

// Pictures that are lists: all axes, the order, the result of a vote.
namespace exchange {
namespace {

using base::Rect;
using base::Vec2;
using pictures::Align;
using pictures::Face;
using pictures::Pen;
using pictures::Type;

constexpr float row_most = 60, row_least = 44; // design pixels
constexpr Type title_types[] = {
    {Face::medium, 20, 24}, {Face::medium, 18, 21}, {Face::medium, 16, 19}};

std::string decimal(Pen const& pen, std::optional<double> value)
{
    return value ? pen.words.decimal(*value, 1) : "–";
}

void draw_decision(Pen& pen, model::Verdict verdict, Vec2 at, float width)
{
    if (verdict == model::Verdict::none) return;
    using pictures::Outcome;
    auto const outcome = verdict == model::Verdict::launch       ? Outcome::launch
                         : verdict == model::Verdict::safeguards ? Outcome::safeguard
                         : verdict == model::Verdict::later      ? Outcome::later
                                                                 : Outcome::set_aside;
    auto const look = pictures::look_of(pen.color(), outcome);
    Rect const pill{{at.x, at.y - pen.px(17)}, {at.x + width, at.y + pen.px(17)}};
    pen.fill(pill, pen.px(10), look.tint);
    pen.outline(pill, pen.px(10), look.border, pen.px(1.5F));
    pen.icon({pill.min.x + pen.px(20), at.y}, pen.px(21), look.text, look.icon);
    pen.text_in({{pill.min.x + pen.px(36), pill.min.y}, {pill.max.x - pen.px(6), pill.max.y}},
                pictures::type::legend, look.text, wording::verdict(pen.words, verdict));
}

float decision_width(Pen const& pen)
{
    float widest = 0;
    for (auto const verdict : {model::Verdict::launch, model::Verdict::safeguards,
                               model::Verdict::later, model::Verdict::aside})
        widest = std::max(widest,
                          pen.width(pictures::type::legend, wording::verdict(pen.words, verdict)));
    return widest + pen.px(46);
}

constexpr float order_title = 160, order_figures = 2 * 76 + 14; // design pixels

void draw_order_row(Pen& pen, model::Document const& doc, analysis::RankedCase const& one,
                    Rect const& row, float decision, Type const& type)
{
    auto const& c = pen.color();
    auto const px = [&](float v) { return pen.px(v); };
    auto const y = row.center().y;
    auto const text = model::get<model::Case>(doc, one.on);
    pen.text_in({{row.min.x, row.min.y}, {row.min.x + px(40), row.max.y}}, pictures::type::rank,
                c.ink, std::to_string(one.rank), Align::right);
    pen.text_in({{row.min.x + px(50), row.min.y}, {row.min.x + px(112), row.max.y}},
                pictures::type::meta, c.ink2, wording::interval(one));
    auto const verdict_x = row.max.x - decision;
    auto const risk = verdict_x - px(76), opportunity = risk - px(76);
    draw_case_row(pen, text, {row.min.x + px(132), y}, row.min.x + px(order_title),
                  opportunity - px(14), type);
    for (auto const& [x, value, color] :
         {std::tuple{opportunity, one.opportunity, c.opp}, std::tuple{risk, one.risk, c.risk}})
        pen.text_in({{x, row.min.y}, {x + px(62), row.max.y}}, pictures::type::h3,
                    value ? color : c.ink3, decimal(pen, value), Align::right);
    auto const* decided = model::find<model::Decision>(doc, {one.on, model::Body::committee});
    if (!decided || decided->verdict == model::Verdict::none)
        decided = model::find<model::Decision>(doc, {one.on, model::Body::workshop});
    if (decided) draw_decision(pen, decided->verdict, {verdict_x, y}, decision);
    pen.hairline_h(row.min.x, row.max.x, row.max.y, c.line);
}

// The range of the bars; includes 0.
pictures::BarScale scale_of(analysis::Tally const& tally, float from, float to)
{
    pictures::BarScale scale{0, 1, from, to};
    for (auto const& one : tally.cases) {
        auto const value = analysis::value(one.score);
        scale.most = std::max({scale.most, value, one.interval ? one.interval->high : value});
        scale.least = std::min({scale.least, value, one.interval ? one.interval->low : value});
    }
    return scale;
}

std::vector<pictures::SharePart> shares_of(Pen const& pen, model::Round const& round,
                                           analysis::CaseTally const& one)
{
    auto const codes = wording::grade_codes(pen.words, round);
    std::vector<pictures::SharePart> out;
    for (std::size_t i = one.grades.size(); i-- > 0;) {
        auto const look = pictures::grade_look(pen.color(), i, one.grades.size());
        out.push_back({i < codes.size() ? codes[i] : "", one.grades[i], look.fill, look.text});
    }
    return out;
}

constexpr float result_title = 100, bars_share = 0.52F;

void draw_result_row(Pen& pen, model::Document const& doc, model::Round const& round,
                     analysis::Tally const& tally, analysis::CaseTally const& one, Rect const& row,
                     Type const& type)
{
    auto const& c = pen.color();
    auto const px = [&](float v) { return pen.px(v); };
    auto const y = row.center().y;
    pen.text_in({{row.min.x, row.min.y}, {row.min.x + px(40), row.max.y}}, pictures::type::rank,
                c.ink, std::to_string(one.rank), Align::right);
    auto const score_wide = px(one.gauge ? 150 : 96);
    auto const bars_from = row.min.x + row.width() * bars_share,
               bars_to = row.max.x - score_wide - px(16);
    draw_case_row(pen, model::get<model::Case>(doc, one.on), {row.min.x + px(72), y},
                  row.min.x + px(result_title), bars_from - px(20), type);
    if (!one.grades.empty()) {
        pictures::draw_shares(pen, shares_of(pen, round, one),
                              {{bars_from, y - px(14)}, {bars_to, y + px(14)}}, 1,
                              pictures::Standing::plain);
    } else {
        pictures::ScoreBar bar;
        bar.value = analysis::value(one.score);
        if (one.interval) bar.interval = {one.interval->low, one.interval->high};
        bar.color = one.contested() ? c.warnfill : one.quorum_met ? c.accent : c.ink3;
        if (one.contested()) bar.hatched = c.warn;
        pictures::draw_score_bar(pen, bar, scale_of(tally, bars_from, bars_to), y, 1);
    }
    pen.text_in({{row.max.x - score_wide, row.min.y}, row.max}, pictures::type::h3, c.ink,
                wording::score(pen.words, {round, tally, one}), Align::right);
    pen.hairline_h(row.min.x, row.max.x, row.max.y, c.line);
}

// The title of an axis and the number of its cases, above a small matrix.
void draw_small(Pen& pen, model::Document const& doc, model::AxisId id, Rect const& cell)
{
    auto const px = [&](float v) { return pen.px(v); };
    auto const axis = model::get<model::Axis>(doc, id);
    auto const hue = pictures::hue_of(axis.place);
    Rect const badge{cell.min, cell.min + Vec2{px(36), px(36)}};
    pen.fill(badge, px(10), pen.color().ax.at(hue));
    pictures::draw_number(pen, badge.center(), pictures::type::strong, pen.color().axt.at(hue),
                          std::to_string(axis.place));
    pen.text_in({{badge.max.x + px(12), badge.min.y}, {cell.max.x, badge.max.y}},
                pictures::type::h3, pen.color().ink, wording::axis_name(axis));
    Rect const box{{cell.min.x, badge.max.y + px(12)}, cell.max};
    auto const matrix = pictures::matrix_of(axis, box, px(6));
    pictures::draw_quadrants(pen, matrix, px(14));
    auto const placed = analysis::placements(doc, id).placed;
    constexpr std::size_t many = 60;
    float const radius = placed.size() > many ? 8.0F : 13.0F;
    std::vector<Vec2> centres;
    for (auto const& one : placed) centres.push_back(matrix.at(one.opportunity, one.risk));
    if (!centres.empty())
        pictures::separate(centres, px(2 * radius + 3), base::grown(box, -px(radius)));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        auto const number = std::to_string(model::get<model::Case>(doc, placed[i].on).number);
        pictures::CaseChip chip;
        if (placed.size() <= many) chip.number = number;
        chip.axis = hue;
        chip.radius = px(radius);
        pictures::draw_case_chip(pen, centres[i], chip);
    }
}

// The meaning of both directions, above the right end of the box.
void draw_scales_legend(Pen& pen, Rect const& box)
{
    auto const& c = pen.color();
    auto const px = [&](float v) { return pen.px(v); };
    float const y = box.min.y - px(36);
    float x = box.max.x;
    auto const said = [&](char const* key) {
        auto const word = pen.words.text(key);
        x -= pen.width(pictures::type::legend, word);
        pen.text_in({{x, y - px(12)}, {box.max.x, y + px(12)}}, pictures::type::legend, c.ink2,
                    word);
    };
    said("place.legend.risk");
    pen.arrow({x - px(34), y}, {x - px(12), y}, c.risk, px(3), px(10));
    x -= px(64);
    said("place.legend.opportunity");
    pen.arrow({x - px(20), y + px(10)}, {x - px(20), y - px(10)}, c.opp, px(3), px(10));
}

} // namespace

RowSpots row_spots(pictures::Means const& means, std::size_t count, Rect const& box)
{
    RowSpots out;
    auto const px = [&](float v) { return means.px(v); };
    auto fits = [&](float pitch) {
        return static_cast<std::size_t>(std::max(1.0F, std::floor(box.height() / pitch)));
    };
    std::size_t const columns = count > fits(px(row_least)) ? 2 : 1;
    auto const rows = (count + columns - 1) / columns;
    auto const pitch = std::clamp(box.height() / static_cast<float>(std::max<std::size_t>(rows, 1)),
                                  px(row_least), px(row_most));
    auto in_column = std::min(rows, fits(pitch));
    out.left = count > in_column * columns ? count - in_column * columns : 0;
    if (out.left > 0) { // the last line says how many are omitted
        --in_column;
        out.left = count - in_column * columns;
    }
    auto const gap = px(48);
    auto const width =
        (box.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < count - out.left; ++i) {
        auto const column = i / in_column, row = i % in_column;
        auto const x = box.min.x + static_cast<float>(column) * (width + gap);
        auto const y = box.min.y + static_cast<float>(row) * pitch;
        out.rows.push_back({{x, y}, {x + width, y + pitch}});
    }
    if (out.left > 0)
        out.rest = {{box.min.x, box.min.y + static_cast<float>(in_column) * pitch},
                    {box.max.x, box.max.y}};
    return out;
}

void draw_rest(Pen& pen, RowSpots const& spots)
{
    if (spots.left == 0) return;
    pen.text_in(spots.rest, pictures::type::body, pen.color().ink2,
                pen.words.plural("picture.more", static_cast<std::int64_t>(spots.left)));
}

Type title_type(pictures::Means const& means, std::vector<std::string> const& titles, float width)
{
    for (auto const& type : title_types)
        if (std::ranges::all_of(
                titles, [&](auto const& title) { return means.width(type, title) <= width; }))
            return type;
    return *std::rbegin(title_types);
}

void draw_case_row(Pen& pen, model::Case const& one, Vec2 chip, float from_x, float to_x,
                   Type const& type)
{
    auto const& c = pen.color();
    pen.ring(chip, pen.px(16), c.ink, pen.px(1.5F));
    pictures::draw_number(pen, chip, {Face::semibold, one.number > 99 ? 14.0F : 17.0F, 22}, c.ink,
                          std::to_string(one.number));
    auto const lines = pen.measure.lines(type, one.title, to_x - from_x, 2).lines.size();
    auto const high = static_cast<float>(lines) * pen.line_box(type);
    pen.paragraph({from_x, chip.y - high / 2}, to_x - from_x, type, c.ink, one.title, 2);
}

void draw_overview(Pen& pen, model::Document const& doc, Rect const& box)
{
    auto const axes = analysis::active_axes(doc);
    if (axes.empty()) return;
    draw_scales_legend(pen, box);
    auto const count = axes.size();
    std::size_t const columns = count <= 1   ? 1
                                : count <= 4 ? 2
                                : count <= 6 ? 3
                                : count <= 8 ? 4
                                             : 5;
    auto const rows = (count + columns - 1) / columns;
    auto const gap = pen.px(28);
    auto const part = [&](float all, std::size_t parts) {
        return (all - gap * static_cast<float>(parts - 1)) / static_cast<float>(parts);
    };
    float const width = part(box.width(), columns), height = part(box.height(), rows);
    for (std::size_t i = 0; i < count; ++i) {
        auto const column = i % columns, row = i / columns;
        Vec2 const at{box.min.x + static_cast<float>(column) * (width + gap),
                      box.min.y + static_cast<float>(row) * (height + gap)};
        draw_small(pen, doc, axes[i], {at, at + Vec2{width, height}});
    }
}

void draw_order(Pen& pen, model::Document const& doc, Rect const& box)
{
    auto const ranking = analysis::rank_cases(doc);
    auto const px = [&](float v) { return pen.px(v); };
    pen.text_in({box.min, {box.max.x, box.min.y + px(28)}}, pictures::type::legend,
                pen.color().ink2,
                wording::convention(pen.words, doc, ranking) +
                    (ranking.stability ? " · " + wording::solidity(pen.words, ranking) : ""));
    auto const decision = decision_width(pen);
    // Placed cases only; the others are counted.
    auto const placed = static_cast<std::size_t>(ranking.placed);
    auto spots = row_spots(
        pen, placed, {{box.min.x, box.min.y + px(70)}, {box.max.x, box.max.y - px(row_least)}});
    spots.left += ranking.cases.size() - placed;
    spots.rest = {{box.min.x, box.max.y - px(row_least)}, box.max};
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < spots.rows.size(); ++i)
        titles.push_back(model::get<model::Case>(doc, ranking.cases[i].on).title);
    auto const width = spots.rows.empty() ? 0.0F
                                          : spots.rows.front().width() - decision -
                                                px(order_title + order_figures);
    auto const type = title_type(pen, titles, width);
    float named = -1;
    for (std::size_t i = 0; i < spots.rows.size(); ++i) {
        auto const& row = spots.rows[i];
        if (row.min.x != named) { // column headings of the two figures
            named = row.min.x;
            auto const risk = row.max.x - decision - px(14), wide = px(90);
            Rect const line{{risk - wide, row.min.y - px(32)}, {risk, row.min.y - px(6)}};
            pen.text_in(line, pictures::type::legend, pen.color().risk,
                        pen.words.text("decide.risk"), Align::right);
            pen.text_in({{line.min.x - px(110), line.min.y}, {line.min.x + px(14), line.max.y}},
                        pictures::type::legend, pen.color().opp,
                        pen.words.text("decide.opportunity"), Align::right);
        }
        draw_order_row(pen, doc, ranking.cases[i], row, decision, type);
    }
    draw_rest(pen, spots);
}

void draw_result(Pen& pen, model::Document const& doc, model::RoundId id, Rect const& box)
{
    auto const counted = analysis::tally(doc, id);
    if (!counted) return;
    auto const round = model::get<model::Round>(doc, id);
    auto const px = [&](float v) { return pen.px(v); };
    auto said = wording::method(pen.words, round.method) + " · " +
                wording::voters(pen.words, *counted) + " · " +
                wording::counted_by(pen.words, *counted);
    pen.text_in({box.min, {box.max.x, box.min.y + px(28)}}, pictures::type::legend,
                pen.color().ink2, said);
    auto const spots =
        row_spots(pen, counted->cases.size(), {{box.min.x, box.min.y + px(44)}, box.max});
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < spots.rows.size(); ++i)
        titles.push_back(model::get<model::Case>(doc, counted->cases[i].on).title);
    auto const width =
        spots.rows.empty() ? 0.0F : spots.rows.front().width() * bars_share - px(result_title + 20);
    auto const type = title_type(pen, titles, width);
    for (std::size_t i = 0; i < spots.rows.size(); ++i)
        draw_result_row(pen, doc, round, *counted, counted->cases[i], spots.rows[i], type);
    draw_rest(pen, spots);
}

} // namespace exchange
