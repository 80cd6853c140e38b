#include "pictures/charts.h"

#include "pictures/icons.h"

#include <algorithm>
#include <cmath>

namespace pictures {

using base::Rect;
using base::Vec2;

namespace {

constexpr Type code_type{Face::semibold, 17, 22};
constexpr float separator = 3; // design pixels between two parts

// Draws one dot per point; a ring for none.
void draw_points(Pen& pen, int points, Vec2 centre)
{
    auto const& c = pen.color();
    float const r = pen.px(4.5F), pitch = pen.px(11);
    if (points == 0) pen.ring(centre, r, c.ink3, pen.px(1.5F));
    for (int i = 0; i < points; ++i) {
        float const along = static_cast<float>(i) - static_cast<float>(points - 1) / 2;
        pen.disc({centre.x + along * pitch, centre.y}, r, c.accent);
    }
}

// Positions of a histogram's bars.
struct Columns {
    float left, each, last, apart; // of the blanks: width, distance from the other bars
};

Columns columns_of(Pen const& pen, std::span<HistogramBar const> bars, Rect const& area)
{
    bool const blank = bars.back().kind == HistogramBar::Kind::blank;
    // The bar of blanks is set apart and as wide as its label.
    float const apart = blank && bars.size() > 1 ? pen.px(20) : 0;
    float const even = (area.width() - apart) / static_cast<float>(bars.size());
    float const last =
        blank ? std::max(even, pen.width(type::legend, bars.back().said) + pen.px(6)) : 0;
    auto const others = bars.size() - (blank ? 1 : 0);
    float const each = others > 0 ? (area.width() - apart - last) / static_cast<float>(others) : 0;
    return {area.min.x, each, last, apart};
}

// The larger part of `part` beside the middle line, for its label.
Rect wider_side(Pen const& pen, Rect part, float middle)
{
    if (part.min.x >= middle || part.max.x <= middle) return part;
    float const half = pen.px(4.5F);
    if (middle - part.min.x > part.max.x - middle)
        part.max.x = middle - half;
    else
        part.min.x = middle + half;
    return part;
}

void draw_hatched(Pen& pen, Rect const& box, Color color, float radius, float width,
                  Corners corners)
{
    pen.hatch(box, color, pen.px(9), width);
    pen.outline(box, radius, color, pen.px(1.5F), corners);
}

void write_part(Pen& pen, SharePart const& part, Rect const& where)
{
    auto const& c = pen.color();
    bool const blank = part.kind == SharePart::Kind::blank;
    auto const count = std::to_string(part.people);
    auto const said = part.code + " " + count;
    float const room = where.width() - pen.px(10);
    auto const& written = pen.width(code_type, said) <= room && !blank ? said : count;
    float const wide = pen.width(code_type, written);
    if (wide > room) return;
    auto const middle = where.center();
    if (blank) // on a plain background, above the hatching
        pen.fill({{middle.x - wide / 2 - pen.px(4), middle.y - pen.px(12)},
                  {middle.x + wide / 2 + pen.px(4), middle.y + pen.px(12)}},
                 pen.px(4), c.sunken);
    pen.text_in(where, code_type, blank ? c.ink : part.text, written, Align::centre);
}

} // namespace

float BarScale::at(double value) const
{
    return from + static_cast<float>((value - least) / (most - least)) * (to - from);
}

void draw_scale(Pen& pen, BarScale const& scale, std::span<std::string const> words, float head,
                float bottom)
{
    auto const& c = pen.color();
    auto const steps = static_cast<double>(words.size()) - 1;
    for (std::size_t i = 0; i < words.size(); ++i) {
        float const x =
            scale.at(scale.least + (scale.most - scale.least) * static_cast<double>(i) / steps);
        pen.hairline_v(x, head + pen.px(16), bottom, c.line);
        pen.text_in({{x - pen.px(40), head - pen.px(12)}, {x + pen.px(40), head + pen.px(12)}},
                    type::legend, c.ink2, words[i], Align::centre);
    }
    if (scale.least < 0)
        pen.line({scale.at(0), head + pen.px(16)}, {scale.at(0), bottom}, c.ink3, pen.px(1.5F));
}

void draw_score_bar(Pen& pen, ScoreBar const& bar, BarScale const& scale, float y, float grown)
{
    auto const& c = pen.color();
    float const from = scale.at(0);
    float const end = from + (scale.at(bar.value) - from) * grown;
    Rect const box{{std::min(from, end), y - pen.px(13)}, {std::max(from, end), y + pen.px(13)}};
    pen.fill(box, std::min(pen.px(6), box.width() / 2), bar.color);
    if (bar.hatched) pen.hatch(box, *bar.hatched, pen.px(11), pen.px(1.6F));
    if (bar.interval && grown >= 1)
        pen.whisker(scale.at(bar.interval->low), scale.at(bar.interval->high), y, c.ink, c.card);
}

void draw_rank_cell(Pen& pen, Vec2 centre, int rank, RankCell cell)
{
    auto const& c = pen.color();
    Rect const box{centre - Vec2{pen.px(26), pen.px(19)}, centre + Vec2{pen.px(26), pen.px(19)}};
    bool const orders = cell == RankCell::orders, differs = cell == RankCell::differs;
    if (orders)
        pen.fill(box, pen.px(10), c.accent);
    else
        pen.outline(box, pen.px(10), differs ? c.warn : c.line2, pen.px(differs ? 2 : 1));
    pen.text_in(box, type::h3, orders ? c.onaccent : c.ink, std::to_string(rank), Align::centre);
}

void draw_share(Pen& pen, Rect const& box, float radius, Color ground, Color color, float share)
{
    pen.fill(box, radius, ground);
    if (share > 0)
        pen.fill({box.min, {box.min.x + box.width() * share, box.max.y}},
                 std::min(radius, box.width() * share / 2), color);
}

float draw_histogram(Pen& pen, std::span<HistogramBar const> bars, Rect const& area)
{
    using Kind = HistogramBar::Kind;
    if (bars.empty()) return area.min.y;
    auto const& c = pen.color();
    constexpr float high = 150;
    bool const dots = std::ranges::any_of(bars, [](auto const& b) { return b.points.has_value(); });
    bool const blank = bars.back().kind == Kind::blank;
    float const base_y = area.min.y + pen.px(high + 36);
    std::int64_t tallest = 1;
    for (auto const& bar : bars) tallest = std::max(tallest, bar.people);
    auto const at = columns_of(pen, bars, area);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        auto const& bar = bars[i];
        bool const alone = bar.kind == Kind::blank;
        float const pitch = alone ? at.last : at.each;
        float const x = alone ? area.max.x - at.last / 2
                              : area.min.x + at.each * (static_cast<float>(i) + 0.5F);
        float const w = std::min(pen.px(32), (alone ? std::min(at.each, at.last) : at.each) * 0.4F);
        float const h = bar.people > 0
                            ? std::max(pen.px(6), pen.px(high) * static_cast<float>(bar.people) /
                                                      static_cast<float>(tallest))
                            : pen.px(2);
        Rect const box{{x - w, base_y - h}, {x + w, base_y}};
        if (alone && bar.people > 0)
            draw_hatched(pen, box, c.ink3, pen.px(6), pen.px(1.5F), Corners::top);
        else
            pen.fill(box, pen.px(6), bar.people == 0 ? c.line2 : bar.color, Corners::top);
        pen.text_in(
            {{x - pitch / 2, base_y - h - pen.px(30)}, {x + pitch / 2, base_y - h - pen.px(4)}},
            pitch > pen.px(36) ? type::h3 : type::meta, c.ink, std::to_string(bar.people),
            Align::centre);
        if (bar.points) draw_points(pen, *bar.points, {x, base_y + pen.px(19)});
        float const under = base_y + pen.px(dots ? 32 : 10);
        pen.text_in({{x - pitch / 2, under}, {x + pitch / 2, under + pen.px(24)}},
                    pitch > pen.px(40) ? type::legend : type::meta, c.ink2, bar.said,
                    Align::centre);
    }
    float const to = area.max.x - (blank ? at.apart + at.last : 0);
    pen.line({area.min.x, base_y}, {to, base_y}, c.ink, pen.px(2));
    if (blank) pen.line({to + at.apart, base_y}, {area.max.x, base_y}, c.ink3, pen.px(2));
    return base_y + pen.px(dots ? 66 : 44);
}

void draw_shares(Pen& pen, std::span<SharePart const> parts, Rect const& bar, float grown,
                 Standing standing)
{
    auto const& c = pen.color();
    std::int64_t people = 0;
    std::size_t last = 0, first = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        people += parts[i].people;
        if (parts[i].people > 0) last = i, first = std::min(first, i);
    }
    if (people == 0) return;
    float const gap = pen.px(separator);
    if (standing == Standing::chosen) pen.fill(base::grown(bar, gap), pen.px(9), c.paper);
    float const middle = bar.center().x;
    float x = bar.min.x;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const& part = parts[i];
        if (part.people == 0) continue;
        float const w =
            bar.width() * grown * static_cast<float>(part.people) / static_cast<float>(people);
        Rect const box{{x, bar.min.y}, {std::max(x + 1, x + w - (i == last ? 0 : gap)), bar.max.y}};
        auto const corners = first == last ? Corners::all
                             : i == first  ? Corners::left
                             : i == last   ? Corners::right
                                           : Corners::none;
        bool const blank = part.kind == SharePart::Kind::blank;
        float const radius = std::min(pen.px(6), box.width() / 2);
        pen.fill(box, radius, blank ? c.sunken : part.fill, corners);
        if (blank) draw_hatched(pen, box, part.fill, radius, pen.px(2), corners);
        x += w;
        if (grown >= 1) write_part(pen, part, wider_side(pen, box, middle));
    }
    Vec2 const top{middle, bar.min.y - pen.px(5)}, bottom{middle, bar.max.y + pen.px(5)};
    pen.line(top, bottom, c.paper, pen.px(9));
    pen.line(top, bottom, c.ink, pen.px(3));
}

float draw_share_rows(Pen& pen, std::span<ShareRow const> rows, Rect const& area, float least)
{
    auto const& c = pen.color();
    std::int64_t tallest = 1;
    float widest = least;
    for (auto const& row : rows) {
        tallest = std::max(tallest, row.people);
        widest =
            std::max(widest, pen.width(row.kind == ShareRow::Kind::blank ? type::legend : code_type,
                                       row.name));
    }
    float const from = area.min.x + std::min(widest + pen.px(14), area.width() * 0.5F);
    float const to = area.max.x - pen.px(44);
    float y = area.min.y;
    for (auto const& row : rows) {
        bool const chosen = row.standing == Standing::chosen;
        float const mid = y + pen.px(15);
        if (chosen)
            pen.fill({{area.min.x - pen.px(12), y + pen.px(2)},
                      {area.min.x - pen.px(8), y + pen.px(28)}},
                     pen.px(2), c.accent);
        pen.text_in({{area.min.x, y}, {from - pen.px(8), y + pen.px(30)}},
                    chosen ? code_type : type::legend, chosen ? c.ink : c.ink2, row.name);
        float const w = (to - from) * static_cast<float>(row.people) / static_cast<float>(tallest);
        Rect const box{{from, mid - pen.px(13)},
                       {from + std::max(row.people > 0 ? pen.px(4) : 0, w), mid + pen.px(13)}};
        if (row.people > 0 && row.kind == ShareRow::Kind::blank)
            draw_hatched(pen, box, c.ink3, pen.px(5), pen.px(1.5F), Corners::right);
        else if (row.people > 0)
            pen.fill(box, std::min(pen.px(5), box.width() / 2), row.color, Corners::right);
        pen.line({from, y}, {from, y + pen.px(30)}, c.edge, pen.px(1.5F));
        pen.text_in({{box.max.x + pen.px(9), y}, {area.max.x, y + pen.px(30)}}, type::strong,
                    row.people > 0 ? c.ink : c.ink3, std::to_string(row.people));
        y += pen.px(36);
    }
    return y + pen.px(8);
}

void draw_gauge(Pen& pen, Vec2 centre, Gauge const& gauge)
{
    pen.ring(centre, pen.px(26), pen.color().line, pen.px(8));
    pen.arc(centre, pen.px(26), 0, gauge.share, gauge.color, pen.px(8));
    if (gauge.icon != 0)
        pen.icon(centre, pen.px(24), gauge.color, gauge.icon);
    else
        pen.text_in(base::grown({centre, centre}, pen.px(16)), type::h3, gauge.color, gauge.word,
                    Align::centre);
    if (gauge.progress)
        pen.arc(centre, pen.px(33), 0, *gauge.progress, pen.color().accent, pen.px(2.5F));
}

void draw_axis_bars(Pen& pen, std::span<AxisBar const> bars, float left, float pitch, float y)
{
    auto const& c = pen.color();
    float const height = pen.px(40), base_y = y + height / 2;
    float x = left + pen.px(1);
    for (auto const& bar : bars) {
        if (bar.share) {
            Rect const box{{x, base_y - std::max(pen.px(3), height * *bar.share)},
                           {x + pitch * 0.78F, base_y}};
            if (*bar.share >= 0.5F)
                pen.fill(box, pen.px(3), bar.hue, Corners::top);
            else
                pen.outline(box, pen.px(3), bar.hue, pen.px(2), Corners::top);
        } else { // not placed
            float const middle = x + pitch * 0.39F;
            pen.line({middle - pen.px(4), base_y - pen.px(2)},
                     {middle + pen.px(4), base_y - pen.px(2)}, c.ink3, pen.px(1.5F));
        }
        x += pitch;
    }
    pen.dashed_line({left - pen.px(3), y}, {left + pitch * static_cast<float>(bars.size()), y},
                    c.ink, pen.px(1.5F), {pen.px(3), pen.px(3)});
}

namespace {

// Dimensions of the waterfall.
constexpr float row_pitch = 54, name_height = 26, bar_height = 18, bar_radius = 5; // design pixels
constexpr float ring_radius = 6.5F, scale_height = 26;

struct TermLook {
    Color text, fill;
    unsigned icon = 0;
};

TermLook look_of(Pen const& pen, Waterfall::Term::Kind kind)
{
    auto const& c = pen.color();
    using Kind = Waterfall::Term::Kind;
    switch (kind) {
    case Kind::opportunity: return {c.opp, c.oppfill, icon::arrow_upward};
    case Kind::risk: return {c.risk, c.riskfill, icon::arrow_forward};
    case Kind::vote: return {c.accent, c.accent, icon::how_to_vote};
    case Kind::index: break;
    }
    return {c.ink, c.ink, icon::drag_handle};
}

} // namespace

float draw_waterfall(Pen& pen, Waterfall const& waterfall, base::Rect const& area)
{
    using Kind = Waterfall::Term::Kind;
    auto const& c = pen.color();
    auto at = [&](double value) {
        double const share = (value - waterfall.least) / (waterfall.most - waterfall.least);
        return area.min.x + area.width() * static_cast<float>(share);
    };
    float y = area.min.y, end_before = 0;
    for (std::size_t i = 0; i < waterfall.terms.size(); ++i) {
        auto const& term = waterfall.terms[i];
        auto const look = look_of(pen, term.kind);
        bool const whole = term.kind == Kind::index;
        auto const amount_type = whole ? type::h3 : type::strong;
        base::Rect const line{{area.min.x, y}, {area.max.x, y + pen.px(name_height)}};
        float const amount = pen.width(amount_type, term.amount);
        float const top = line.max.y + pen.px(2), bottom = top + pen.px(bar_height);
        auto const name_type = whole ? type::strong : type::legend;
        if (i > 0) { // connects to the end of the previous term, not through the words between
            float const words_end = line.min.x + pen.px(26 + 6) + pen.width(name_type, term.name);
            bool const crosses =
                end_before < words_end || end_before > line.max.x - amount - pen.px(6);
            pen.dashed_line({end_before, top - pen.px(row_pitch - bar_height / 2 - ring_radius)},
                            {end_before, crosses ? line.min.y : top}, c.ink2, pen.px(1.5F),
                            {pen.px(4), pen.px(3.5F)});
        }
        pen.icon({line.min.x + pen.px(9), line.center().y}, pen.px(18), look.text, look.icon);
        pen.text_in(
            {{line.min.x + pen.px(26), line.min.y}, {line.max.x - amount - pen.px(8), line.max.y}},
            name_type, c.ink, term.name);
        pen.text_in(line, amount_type, look.text, term.amount, Align::right);
        pen.fill({{area.min.x, top}, {area.max.x, bottom}}, pen.px(bar_radius), c.sunken);
        float const from = at(std::min(term.from, term.to)), to = at(std::max(term.from, term.to));
        base::Rect const bar{{from, top}, {std::max(to, from + 1), bottom}};
        float const radius = std::min(pen.px(bar_radius), bar.width() / 2);
        if (term.kind == Kind::risk) {
            pen.fill(bar, radius, c.risktint);
            pen.hatch(bar, look.fill, pen.px(7), pen.px(2.5F));
            pen.outline(bar, radius, look.fill, pen.px(1.5F));
        } else {
            pen.fill(bar, radius, look.fill);
        }
        float const middle = (top + bottom) / 2, x = at(term.to);
        pen.disc({x, middle}, pen.px(ring_radius), c.panel);
        pen.ring({x, middle}, pen.px(ring_radius), c.ink, pen.px(2.5F));
        end_before = x;
        y += pen.px(row_pitch);
    }
    y -= pen.px(row_pitch - name_height - bar_height - 6);
    for (double value : {waterfall.least, (waterfall.least + waterfall.most) / 2, waterfall.most}) {
        auto const said = pen.words.decimal(value, value == std::floor(value) ? 0 : 1);
        auto const align = value == waterfall.least  ? Align::left
                           : value == waterfall.most ? Align::right
                                                     : Align::centre;
        base::Rect const box{{area.min.x, y}, {area.max.x, y + pen.px(scale_height)}};
        pen.text_in(box, type::meta, c.ink3, said, align);
    }
    return y + pen.px(scale_height);
}

} // namespace pictures
