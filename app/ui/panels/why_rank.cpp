#include "ui/panels/why_rank.h"

#include "analysis/ranking/why.h"
#include "pictures/charts.h"
#include "ui/kit/names.h"
#include "ui/kit/paint.h"
#include "ui/kit/widgets.h"
#include "ui/kit/widgets/chips.h"
#include "ui/paint/cloud_paint.h"
#include "ui/paint/picture_paint.h"
#include "wording/ranking.h"
#include "wording/why.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using analysis::RankedCase;

std::string under(WhyRank const& why, std::string_view name)
{
    return std::string(why.id) + "." + std::string(name);
}

// The terms of the index, rounded so that they add up.
pictures::Waterfall waterfall(i18n::Catalogue const& words, analysis::Ranking const& ranking,
                              RankedCase const& one)
{
    using Kind = pictures::Waterfall::Term::Kind;
    auto const sum = analysis::index_sum(ranking, one);
    double const opportunity = sum.opportunity / 100.0, left = opportunity - sum.risk / 100.0;
    double const index = sum.index / 100.0;
    pictures::Waterfall out;
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

void draw_sum(Ui& ui, WhyRank const& why, RankedCase const& one, Column& column)
{
    draw_text(ui, {column.area().min.x, column.y()}, type::label, ui.color().ink2,
              ui.tr("why.title"));
    column.gap(28);
    float const top = column.y();
    auto const falls = waterfall(*ui.words, why.ranking, one);
    base::Rect const area{{column.area().min.x, top}, {column.area().max.x, top}};
    column.to(
        draw_picture(ui, [&](auto& pen) { return pictures::draw_waterfall(pen, falls, area); }));
    auto said = wording::sum(*ui.words, why.ranking, one);
    for (auto const& term : falls.terms) said += ". " + term.name;
    (void)touch(ui, under(why, "sum"), {{area.min.x, top}, {area.max.x, column.y()}}, said,
                Enabled::yes, Role::area);
}

void draw_vote(Ui& ui, WhyRank const& why, RankedCase const& one, Column& column)
{
    auto const said = wording::conversion(*ui.words, why.doc, why.ranking, why.vote, one);
    if (said.empty()) return;
    column.heading("why.vote.title");
    float const top = column.y();
    auto const& c = ui.color();
    auto const round = model::get<model::Round>(why.doc, why.vote->round);
    column.sentence(wording::vote(*ui.words, round), c.ink2);
    auto const bar = column.row(18);
    draw_picture(ui, [&](auto& pen) {
        pictures::draw_share(pen, {{bar.min.x, bar.min.y}, {bar.max.x, bar.min.y + ui.px(12)}},
                             ui.px(6), c.sunken, c.accent, static_cast<float>(one.vote / 10));
    });
    column.gap(4);
    column.sentence(said, c.ink);
    column.sentence(ui.tr("why.vote.best"), c.ink2);
    (void)touch(ui, under(why, "vote"),
                {{column.area().min.x, top}, {column.area().max.x, column.y()}}, said, Enabled::yes,
                Role::area);
}

// A neighbouring case: rank, title, difference, and the change that would exchange them.
bool draw_neighbour(Ui& ui, WhyRank const& why, analysis::Neighbour const& beside,
                    std::string const& move, unsigned sign, board::Color color, Column& column)
{
    auto const& c = ui.color();
    auto const text = model::get<model::Case>(why.doc, beside.other->on);
    auto const number = std::to_string(text.number);
    bool const above = sign == icon::arrow_upward;
    auto const line = column.row(52);
    auto const gap = (above ? "+ " : "− ") + ui.words->decimal(beside.gap, 2);
    auto const press = touch(ui, under(why, above ? "above" : "below"), line,
                             ui.words->ordinal(beside.other->rank) + " " + number + ", " +
                                 text.title + " " + gap + ". " + move);
    if (press.hovered) fill(ui, base::grown(line, ui.px(4)), ui.px(8), c.sunken);
    if (press.focused) focus_ring(ui, line, ui.px(8));
    float const y = line.center().y;
    draw_icon_at(ui, {line.min.x + ui.px(9), y}, ui.px(18), color, sign);
    draw_text_in(ui, {{line.min.x + ui.px(22), line.min.y}, {line.min.x + ui.px(58), line.max.y}},
                 type::strong, c.ink, ui.words->ordinal(beside.other->rank));
    draw_case_mark(ui, {line.min.x + ui.px(76), y}, {.number = number, .diameter = 30});
    float const wide = text_width(ui, type::label, gap);
    draw_lines_in(
        ui, {{line.min.x + ui.px(100), line.min.y}, {line.max.x - wide - ui.px(10), line.max.y}},
        type::label, c.ink, text.title);
    draw_text_in(ui, line, type::label, c.ink2, gap, Align::right);
    column.sentence(move, c.ink2);
    return press.clicked;
}

std::optional<model::CaseId> draw_near(Ui& ui, WhyRank const& why, RankedCase const& one,
                                       Column& column)
{
    auto const near = analysis::neighbours(why.ranking, one);
    column.heading("why.near");
    auto const& c = ui.color();
    std::optional<model::CaseId> pressed;
    if (auto const level = wording::level_with(*ui.words, why.doc, near.level); !level.empty())
        column.sentence(level, c.ink);
    if (!near.above) column.sentence(ui.tr("why.first"), c.ink2);
    if (near.above &&
        draw_neighbour(ui, why, *near.above, wording::to_rise(*ui.words, why.ranking, *near.above),
                       icon::arrow_upward, c.opp, column))
        pressed = near.above->other->on;
    if (near.below &&
        draw_neighbour(ui, why, *near.below, wording::to_fall(*ui.words, why.ranking, *near.below),
                       icon::expand_more, c.risk, column))
        pressed = near.below->other->on;
    return pressed;
}

// How often it had each rank in the draws: SMAA's rank acceptabilities.
void draw_ranks(Ui& ui, analysis::Ranking const& ranking, RankedCase const& one, Column& column)
{
    auto const box = column.row(64);
    auto const& c = ui.color();
    auto const most = std::ranges::max(one.rank_draws);
    auto const count = one.rank_draws.size();
    float const pitch = box.width() / static_cast<float>(count);
    float const base_y = box.max.y - ui.px(18), full = box.height() - ui.px(24);
    for (std::size_t r = 0; r < count; ++r) {
        if (one.rank_draws[r] == 0) continue;
        float const share =
            static_cast<float>(one.rank_draws[r]) / static_cast<float>(std::max(1, most));
        float const x = box.min.x + pitch * static_cast<float>(r);
        base::Rect const bar{{x + pitch * 0.12F, base_y - std::max(ui.px(2), full * share)},
                             {x + pitch * 0.88F, base_y}};
        bool const stated = static_cast<int>(r) + 1 == one.rank;
        fill(ui, bar, ui.px(2), stated ? c.accent : c.aline);
    }
    hairline_h(ui, box.min.x, box.max.x, base_y, c.line2);
    draw_text_in(ui, {{box.min.x, base_y}, box.max}, type::meta, c.ink3, ui.words->ordinal(1));
    draw_text_in(ui, {{box.min.x, base_y}, box.max}, type::meta, c.ink3,
                 ui.words->ordinal(static_cast<int>(ranking.placed)), Align::right);
    if (pointer_over(ui, box))
        tooltip(ui, box, ui.words->text("decide.sheet.ranks", ui.words->number(ranking.draws)));
}

void draw_solid(Ui& ui, WhyRank const& why, RankedCase const& one, Column& column)
{
    auto const share = wording::rank_share(*ui.words, why.ranking, one);
    if (share.empty()) return;
    auto const& c = ui.color();
    column.headed(ui.tr("why.solid") + " " + share);
    auto const between = wording::rank_between(*ui.words, one);
    float const top = column.y();
    draw_ranks(ui, why.ranking, one, column);
    column.sentence(between, c.ink2);
    if (auto const often = wording::among_first(*ui.words, why.ranking, one); !often.empty())
        column.sentence(often, c.ink2);
    (void)touch(ui, under(why, "solid"),
                {{column.area().min.x, top}, {column.area().max.x, column.y()}},
                share + ". " + between, Enabled::yes, Role::area);
    if (auto const voices = wording::hangs_on(*ui.words, one); !voices.empty())
        column.flag(icon::front_hand, c.warn, voices);
}

void draw_second_opinions(Ui& ui, WhyRank const& why, RankedCase const& one, Column& column)
{
    using wording::Term;
    column.heading("decide.second");
    auto const& c = ui.color();
    auto about = [&](Term term) { return wording::explained(*ui.words, term); };
    column.fact(under(why, "layer"), ui.tr("decide.sheet.layer"), {},
                std::to_string(one.pareto_layer), about(Term::pareto));
    if (!one.second) {
        column.sentence(ui.tr("decide.second.none"), c.ink2);
        return;
    }
    auto const& second = *one.second;
    auto const flow = (second.flow > 0 ? "+" : "") + ui.words->decimal(second.flow, 2);
    column.fact(under(why, "topsis"), "TOPSIS", ui.words->decimal(second.closeness, 2),
                ui.words->ordinal(second.closeness_rank), about(Term::topsis));
    column.fact(under(why, "promethee"), "PROMETHEE II", flow, ui.words->ordinal(second.flow_rank),
                about(Term::promethee));
    column.fact(under(why, "regret"), ui.tr("decide.second.regret"),
                ui.words->decimal(second.regret, 2), ui.words->ordinal(second.regret_rank),
                about(Term::regret));
    column.fact(under(why, "all_axes"), ui.tr("decide.second.layer"), {},
                std::to_string(second.layer), about(Term::pareto));
    column.sentence(ui.tr("decide.second.line"), c.ink3);
}

// Reservations about its rank.
void draw_flags(Ui& ui, WhyRank const& why, RankedCase const& one, Column& column)
{
    auto const& c = ui.color();
    column.gap(6);
    for (auto const& value : one.values)
        if (value.veto == analysis::Veto::risk)
            column.flag(icon::warning_amber, c.risk, wording::veto(*ui.words, why.doc, value));
    if (one.contested) column.contested(ui.tr("decide.contested"));
    if (auto const said = wording::contradicted(*ui.words, why.doc, one); !said.empty()) {
        float const top = column.y();
        column.flag(icon_contradicted, c.warn, said);
        (void)touch(ui, under(why, "contradicted"),
                    {{column.area().min.x, top}, {column.area().max.x, column.y()}}, said,
                    Enabled::yes, Role::area);
    }
    if (auto const missing = wording::missing(*ui.words, why.doc, one); !missing.empty())
        column.flag(icon::info, c.ink2, missing);
    if (auto const split = wording::conflict(*ui.words, why.doc, one.on); !split.empty())
        column.flag(icon::compare_arrows, c.warn, split);
}

} // namespace

std::optional<model::CaseId> draw_why(Ui& ui, WhyRank const& why, RankedCase const& one,
                                      Column& column)
{
    if (!one.placed()) {
        column.flag(icon::info, ui.color().ink2, ui.tr("decide.sheet.unplaced"));
        draw_flags(ui, why, one, column);
        return std::nullopt;
    }
    auto const place = wording::rank(*ui.words, one);
    auto const line = column.row(34);
    draw_text_in(ui, line, type::h3, ui.color().ink, place);
    (void)touch(ui, under(why, "rank"), line, place, Enabled::yes, Role::area);
    draw_sum(ui, why, one, column);
    draw_flags(ui, why, one, column);
    draw_vote(ui, why, one, column);
    auto const pressed = draw_near(ui, why, one, column);
    draw_solid(ui, why, one, column);
    draw_second_opinions(ui, why, one, column);
    return pressed;
}

} // namespace ui
