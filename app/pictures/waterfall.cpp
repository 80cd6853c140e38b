#include "pictures/waterfall.h"

#include "analysis/ranking/why.h"
#include "pictures/icons.h"
#include "wording/why.h"

#include <algorithm>
#include <cmath>

namespace pictures {
namespace {

using Kind = Waterfall::Term::Kind;

constexpr float row_pitch = 54, name_height = 26, bar_height = 18, bar_radius = 5; // design pixels
constexpr float ring_radius = 6.5F, scale_height = 26;

struct Look {
    Color text, fill;
    unsigned icon;
};

Look look_of(Pen const& pen, Kind kind)
{
    auto const& c = pen.color();
    switch (kind) {
    case Kind::opportunity: return {c.opp, c.oppfill, icon::arrow_upward};
    case Kind::risk: return {c.risk, c.riskfill, icon::arrow_forward};
    case Kind::vote: return {c.accent, c.accent, icon::how_to_vote};
    case Kind::index: break;
    }
    return {c.ink, c.ink, icon::drag_handle};
}

} // namespace

Waterfall waterfall(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                    analysis::RankedCase const& one)
{
    auto const sum = analysis::index_sum(ranking, one);
    double const opportunity = sum.opportunity / 100.0, left = opportunity - sum.risk / 100.0;
    double const index = sum.index / 100.0;
    Waterfall out;
    out.terms = {{Kind::opportunity, wording::opportunity_term(words, ranking, one),
                  wording::hundredths(words, sum.opportunity), 0.0, opportunity},
                 {Kind::risk, wording::risk_term(words, ranking, one),
                  "− " + wording::hundredths(words, sum.risk), opportunity, left},
                 {Kind::vote, wording::vote_term(words, ranking, one),
                  "+ " + wording::hundredths(words, sum.vote), left, index},
                 {Kind::index, wording::index_term(words, ranking, one),
                  wording::hundredths(words, sum.index), 0.0, index}};
    for (auto const& term : out.terms) {
        out.least = std::min({out.least, std::floor(term.from), std::floor(term.to)});
        out.most = std::max({out.most, std::ceil(term.from), std::ceil(term.to)});
    }
    return out;
}

float draw_waterfall(Pen& pen, Waterfall const& waterfall, base::Rect const& area)
{
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
        pen.icon({line.min.x + pen.px(9), line.center().y}, pen.px(18), look.text, look.icon);
        pen.text_in(
            {{line.min.x + pen.px(26), line.min.y}, {line.max.x - amount - pen.px(8), line.max.y}},
            whole ? type::strong : type::legend, c.ink, term.name);
        pen.text_in(line, amount_type, look.text, term.amount, Align::right);
        float const top = line.max.y + pen.px(2), bottom = top + pen.px(bar_height);
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
        if (i > 0) // from where the term before ended
            pen.dashed_line({end_before, top - pen.px(row_pitch - bar_height / 2 - ring_radius)},
                            {end_before, top}, c.ink2, pen.px(1.5F), {pen.px(4), pen.px(3.5F)});
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
