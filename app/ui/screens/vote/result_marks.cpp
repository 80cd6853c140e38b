#include "analysis/common/cost.h"
#include "ui/kit/icons.h"
#include "ui/paint/grades.h"
#include "ui/screens/vote/vote_results.h"
#include "wording/amounts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;
using model::BlankPolicy;
using model::Method;
using model::Rule;

constexpr std::array order_rules{Rule::borda, Rule::schulze, Rule::ranked_pairs};
constexpr std::array budget_rules{Rule::greedy, Rule::knapsack, Rule::equal_shares};

std::string rule_name(Ui const& ui, Rule rule)
{
    return ui.tr("method." + std::string(base::name_of(rule)));
}

bool negative(ResultScale const& scale) { return scale.least < 0; }

// Where a value lies on the scale.
float x_of(ResultColumns const& at, ResultScale const& scale, double value, float to)
{
    return at.bars +
           static_cast<float>((value - scale.least) / (scale.most - scale.least)) * (to - at.bars);
}

// The middle of the column of one of three rules, between `from` and `to`.
float column_x(float from, float to, std::size_t i)
{
    float const pitch = (to - from) / 3;
    return from + pitch * (static_cast<float>(i) + 0.5F);
}

// Where the last rule's column ends: what stands over the ranks that hold has room of its own.
float orders_end(Ui const& ui, ResultColumns const& at) { return at.bars_end - ui.px(36); }

// Votes at the left, what each rule buys at the right.
float votes_end(ResultColumns const& at) { return at.bars + (at.bars_end - at.bars) * 0.26F; }
float costs_end(ResultColumns const& at) { return at.bars + (at.bars_end - at.bars) * 0.45F; }

void draw_bar(Ui& ui, CaseTally const& one, ResultColumns const& at, ResultScale const& scale,
              float to, float y, float grown)
{
    auto const& c = ui.color();
    float const from = x_of(at, scale, 0, to);
    float const end = from + (x_of(at, scale, analysis::value(one.score), to) - from) * grown;
    base::Rect const bar{{std::min(from, end), y - ui.px(13)},
                         {std::max(from, end), y + ui.px(13)}};
    auto const plain = one.quorum_met ? c.accent : c.ink3;
    fill(ui, bar, std::min(ui.px(6), bar.width() / 2), one.contested() ? c.warnfill : plain);
    if (one.contested()) hatch(ui, bar, c.warn, ui.px(11), ui.px(1.6F));
    if (one.interval && grown >= 1)
        whisker(ui, x_of(at, scale, one.interval->low, to), x_of(at, scale, one.interval->high, to),
                y, c.ink, c.card);
}

std::size_t place_of(std::vector<model::CaseId> const& cases, model::CaseId id)
{
    return static_cast<std::size_t>(std::ranges::find(cases, id) - cases.begin());
}

// Its rank by each rule, the one that orders being filled.
void draw_orders(Ui& ui, Tally const& tally, CaseTally const& one, ResultColumns const& at, float y)
{
    auto const& c = ui.color();
    auto const& orders = *tally.orders;
    auto const place = place_of(orders.cases, one.on);
    if (place >= orders.cases.size()) return;
    std::array const ranks{orders.borda_ranks[place], orders.schulze_ranks[place],
                           orders.pairs_ranks[place]};
    for (std::size_t i = 0; i < order_rules.size(); ++i) {
        float const x = column_x(at.bars, orders_end(ui, at), i);
        bool const rules =
            tally.rule == order_rules.at(i) || (i == 0 && tally.rule == Rule::borda_zero);
        bool const differs = ranks.at(i) != one.rank;
        base::Rect const box{{x - ui.px(26), y - ui.px(19)}, {x + ui.px(26), y + ui.px(19)}};
        if (rules)
            fill(ui, box, ui.px(10), c.accent);
        else
            outline(ui, box, ui.px(10), differs ? c.warn : c.line2, ui.px(differs ? 2 : 1));
        draw_text_in(ui, box, type::h3, rules ? c.onaccent : c.ink, std::to_string(ranks.at(i)),
                     Align::centre);
        if (i == 0)
            draw_text_in(ui,
                         {{box.max.x + ui.px(8), y - ui.px(12)}, {x + ui.px(110), y + ui.px(12)}},
                         type::meta, c.ink2,
                         ui.words->decimal(analysis::value(orders.borda[place]),
                                           orders.borda[place].den == 1 ? 0 : 1));
    }
}

// Its votes, its cost, and whether each rule buys it.
void draw_buying(Ui& ui, VoteResults const& results, CaseTally const& one, ResultColumns const& at,
                 ResultScale const& scale, float y, float grown)
{
    auto const& c = ui.color();
    draw_bar(ui, one, at, scale, votes_end(at), y, grown);
    draw_text_in(ui, {{votes_end(at), y - ui.px(13)}, {costs_end(at), y + ui.px(13)}}, type::room,
                 one.cost ? c.ink : c.ink3,
                 one.cost ? wording::amount(*ui.words, *one.cost) : ui.tr("results.no_cost"),
                 Align::right);
    for (std::size_t i = 0; i < budget_rules.size(); ++i) {
        float const x = column_x(costs_end(at) + ui.px(18), at.bars_end, i);
        auto const other = results.rules.find(budget_rules.at(i));
        auto const* line = other == results.rules.end() ? nullptr : other->second.find(one.on);
        bool const rules = results.tally->rule == budget_rules.at(i);
        if (line && line->selected)
            draw_icon_at(ui, {x, y}, ui.px(rules ? 30 : 24), rules ? c.accent : c.ink2,
                         rules ? icon::check_circle : icon::check);
        else
            draw_text_in(ui, {{x - ui.px(20), y - ui.px(13)}, {x + ui.px(20), y + ui.px(13)}},
                         type::room, c.ink3, "–", Align::centre);
    }
}

// On two lines where one is too long for its column.
void head_text(Ui& ui, float x, float width, float head, std::string_view text, bool strong)
{
    auto const color = strong ? ui.color().accent : ui.color().ink2;
    auto const one = strong ? Type{Face::semibold, 17, 22} : type::legend;
    if (text_width(ui, one, text) <= width) {
        draw_text_in(ui, {{x - width / 2, head - ui.px(13)}, {x + width / 2, head + ui.px(13)}},
                     one, color, text, Align::centre);
        return;
    }
    Type const two{strong ? Face::semibold : Face::medium, 15, 19};
    draw_paragraph(ui, {x - width / 2, head - ui.px(25)}, width, two, color, text, 2,
                   Align::centre);
}

void draw_scale(Ui& ui, Tally const& tally, ResultColumns const& at, ResultScale const& scale,
                float to, float head, float bottom)
{
    for (int i = 0; i <= scale.steps; ++i) {
        double const value = scale.least + (scale.most - scale.least) * i / scale.steps;
        float const x = x_of(at, scale, value, to);
        hairline_v(ui, x, head + ui.px(16), bottom, ui.color().line);
        auto const said = tally.method == Method::pairwise ? ui.words->percent(value)
                                                           : ui.words->decimal(value, scale.digits);
        draw_text_in(ui, {{x - ui.px(40), head - ui.px(12)}, {x + ui.px(40), head + ui.px(12)}},
                     type::legend, ui.color().ink2, said, Align::centre);
    }
    if (negative(scale))
        line(ui, {x_of(at, scale, 0, to), head + ui.px(16)}, {x_of(at, scale, 0, to), bottom},
             ui.color().ink3, ui.px(1.5F));
}

} // namespace

// The titles get a fair share of the width; the bars what is left beside what is written after
// them.
ResultColumns result_columns(Ui const& ui, Tally const& tally, Frame const& frame)
{
    float const left = frame.main.min.x + ui.px(24), right = frame.main.max.x - ui.px(12);
    bool const words = tally.method == Method::majority_judgment; // the grade is a word
    float const share = words ? 0.257F : 0.298F, after = ui.px(words ? 344 : 220);
    float const titles = std::clamp((right - left) * share, ui.px(220), ui.px(words ? 360 : 418));
    float const title = left + ui.px(110);
    return {left + ui.px(36),   left + ui.px(78),   title, title + titles, right - after,
            right - ui.px(160), right - ui.px(132), right};
}

void draw_result_head(Ui& ui, Tally const& tally, model::Round const& round,
                      ResultColumns const& at, ResultScale const& scale, float head, float bottom)
{
    switch (tally.method) {
    case Method::majority_judgment:
        draw_grade_legend(ui, tally, round, at, head - ui.px(result_legend));
        if (!tally.totals_only)
            draw_text_in(ui, {{at.bars, head - ui.px(12)}, {at.bars_end, head + ui.px(12)}},
                         type::legend, ui.color().ink2, ui.tr("results.middle"), Align::centre);
        return;
    case Method::ranking:
        for (std::size_t i = 0; i < order_rules.size(); ++i)
            head_text(ui, column_x(at.bars, orders_end(ui, at), i),
                      (orders_end(ui, at) - at.bars) / 3 - ui.px(8), head,
                      rule_name(ui, order_rules.at(i)), tally.rule == order_rules.at(i));
        if (tally.rank_resamples > 0)
            draw_text_in(ui,
                         {{at.score - ui.px(130), head - ui.px(13)}, {at.score, head + ui.px(13)}},
                         type::legend, ui.color().ink2, ui.tr("results.ranks.head"), Align::right);
        return;
    case Method::budget:
        draw_scale(ui, tally, at, scale, votes_end(at), head, bottom);
        draw_text_in(ui, {{votes_end(at), head - ui.px(12)}, {costs_end(at), head + ui.px(12)}},
                     type::legend, ui.color().ink2, ui.tr("results.cost"), Align::right);
        for (std::size_t i = 0; i < budget_rules.size(); ++i)
            head_text(ui, column_x(costs_end(at) + ui.px(18), at.bars_end, i),
                      (at.bars_end - costs_end(at)) / 3 - ui.px(7), head,
                      ui.tr("results.rule." + std::string(base::name_of(budget_rules.at(i)))),
                      tally.rule == budget_rules.at(i));
        return;
    default: draw_scale(ui, tally, at, scale, at.bars_end, head, bottom);
    }
}

void draw_result_marks(Ui& ui, VoteResults const& results, model::Round const& round,
                       CaseTally const& one, ResultColumns const& at, ResultScale const& scale,
                       float y, float grown, On selected)
{
    auto const& c = ui.color();
    auto const& tally = *results.tally;
    bool const words = tally.method == Method::majority_judgment;
    if (words)
        draw_grade_bar(ui, tally, round, one, at, y, grown, selected);
    else if (tally.orders)
        draw_orders(ui, tally, one, at, y);
    else if (tally.selection)
        draw_buying(ui, results, one, at, scale, y, grown);
    else
        draw_bar(ui, one, at, scale, at.bars_end, y, grown);
    if (words) return draw_grade_said(ui, tally, round, one, at, y);
    auto const said = result_said(ui, round, tally, one);
    auto const under = under_said(ui, tally, one);
    float const up = under.empty() ? 0 : ui.px(9);
    draw_text_in(ui, {{at.score - ui.px(110), y - ui.px(16) - up}, {at.score, y + ui.px(16) - up}},
                 tally.orders ? type::room : type::rank, tally.orders ? c.ink2 : c.ink, said,
                 Align::right);
    draw_text_in(ui, {{at.score - ui.px(150), y + ui.px(6)}, {at.score, y + ui.px(26)}}, type::meta,
                 c.ink2, under, Align::right);
}

std::string under_said(Ui const& ui, Tally const& tally, CaseTally const& one)
{
    using analysis::ToldApart;
    switch (one.told_apart) {
    case ToldApart::by_supporters:
        if (tally.method == Method::score) return ui.tr("results.above_nothing", one.supporters);
        return ui.tr("tally.supported", one.supporters);
    case ToldApart::by_voices: {
        if (one.grades.empty()) return {}; // of a few people
        bool const plus = one.gauge->sign == analysis::Gauge::Sign::plus;
        auto const voices = plus ? one.gauge->above : one.gauge->below;
        bool const shares = tally.blank == model::BlankPolicy::no_opinion;
        return ui.tr(plus ? "tally.above" : "tally.below",
                     shares ? ui.words->percent(static_cast<double>(voices) /
                                                static_cast<double>(one.gauge->people))
                            : std::to_string(voices));
    }
    case ToldApart::by_further_grades: return ui.tr("tally.further");
    case ToldApart::no: break;
    }
    if (tally.method == Method::score && !tally.totals_only)
        return ui.tr("results.answers", one.answers);
    if (tally.rule == Rule::bradley_terry && tally.duels)
        if (auto const place = place_of(tally.duels->cases, one.on);
            place < tally.duels->strengths.size())
            return ui.tr("results.strength",
                         ui.words->decimal(tally.duels->strengths[place] * 100, 1));
    return {};
}

std::string result_said(Ui const& ui, model::Round const& round, Tally const& tally,
                        CaseTally const& one)
{
    if (one.gauge) return gauge_said(ui, round, *one.gauge);
    if (tally.orders) // its rank holds from here to there
        return one.ranks && one.ranks->low != one.ranks->high
                   ? ui.tr("results.ranks", one.ranks->low, one.ranks->high)
                   : std::string{};
    // As many digits as it takes to tell apart those that are not level.
    if (tally.method == Method::pairwise) {
        auto const digits = analysis::digits_apart(tally, 2) - 2;
        auto said = ui.words->percent(analysis::value(one.score));
        auto const mark = said.find_first_not_of("0123456789");
        if (digits > 0)
            said = ui.words->decimal(analysis::value(one.score) * 100, digits) + said.substr(mark);
        return said;
    }
    if (tally.method == Method::score && one.answers == 0 && tally.blank != BlankPolicy::below)
        return "–"; // nobody gave it one
    if (one.score.den == 1) return ui.words->number(one.score.num);
    return ui.words->decimal(analysis::value(one.score), analysis::digits_apart(tally, 1));
}

std::string case_said(Ui const& ui, model::Document const& doc, model::CaseId id)
{
    auto const text = model::get<model::Case>(doc, id);
    return ui.tr("results.case.named", text.short_title.empty() ? text.title : text.short_title,
                 text.number);
}

std::string titles_said(Ui const& ui, model::Document const& doc,
                        std::vector<model::CaseId> const& cases)
{
    if (cases.empty()) return ui.tr("tally.nothing");
    std::string out;
    for (auto id : cases) out += (out.empty() ? "" : ", ") + case_said(ui, doc, id);
    return out;
}

} // namespace ui
