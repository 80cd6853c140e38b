#include "analysis/common/cost.h"
#include "pictures/charts.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/vote/method_views.h"
#include "wording/amounts.h"
#include "wording/votes/method_words.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;
using model::Rule;

constexpr std::array order_rules{Rule::borda, Rule::schulze, Rule::ranked_pairs};

pictures::BarScale on(ResultColumns const& at, ResultScale const& scale, float to)
{
    return {scale.least, scale.most, at.bars, to};
}

// The centre of the column of one of three rules, between `from` and `to`.
float column_x(float from, float to, std::size_t i)
{
    float const pitch = (to - from) / 3;
    return from + pitch * (static_cast<float>(i) + 0.5F);
}

// The right end of the last rule's column, leaving space for the heading of rank intervals.
float orders_end(Ui const& ui, ResultColumns const& at) { return at.bars_end - ui.px(36); }

// Votes at the left, each rule's selection at the right.
float votes_end(ResultColumns const& at) { return at.bars + (at.bars_end - at.bars) * 0.26F; }
float costs_end(ResultColumns const& at) { return at.bars + (at.bars_end - at.bars) * 0.45F; }

void draw_bar(Ui& ui, CaseTally const& one, ResultColumns const& at, ResultScale const& scale,
              float to, float y, float grown)
{
    auto const& c = ui.color();
    pictures::ScoreBar bar;
    bar.value = analysis::value(one.score);
    if (one.interval) bar.interval = {one.interval->low, one.interval->high};
    bar.color = one.contested() ? c.warnfill : one.quorum_met ? c.accent : c.ink3;
    if (one.contested()) bar.hatched = c.warn;
    draw_picture(
        ui, [&](auto& pen) { pictures::draw_score_bar(pen, bar, on(at, scale, to), y, grown); });
}

std::size_t place_of(std::vector<model::CaseId> const& cases, model::CaseId id)
{
    return static_cast<std::size_t>(std::ranges::find(cases, id) - cases.begin());
}

// Its rank by each rule; that of the ordering rule is filled.
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
        draw_picture(ui, [&](auto& pen) {
            pictures::draw_rank_cell(pen, {x, y}, ranks.at(i),
                                     rules     ? pictures::RankCell::orders
                                     : differs ? pictures::RankCell::differs
                                               : pictures::RankCell::agrees);
        });
        if (i == 0)
            draw_text_in(ui, {{x + ui.px(34), y - ui.px(12)}, {x + ui.px(110), y + ui.px(12)}},
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
    auto const rules_beside = method_view(results.tally->method).beside;
    for (std::size_t i = 0; i < rules_beside.size(); ++i) {
        float const x = column_x(costs_end(at) + ui.px(18), at.bars_end, i);
        auto const other = results.rules.find(rules_beside[i]);
        auto const* line = other == results.rules.end() ? nullptr : other->second.find(one.on);
        bool const rules = results.tally->rule == rules_beside[i];
        if (line && line->selected)
            draw_icon_at(ui, {x, y}, ui.px(rules ? 30 : 24), rules ? c.accent : c.ink2,
                         rules ? icon::check_circle : icon::check);
        else
            draw_text_in(ui, {{x - ui.px(20), y - ui.px(13)}, {x + ui.px(20), y + ui.px(13)}},
                         type::room, c.ink3, "–", Align::centre);
    }
}

// On two lines if too long for its column.
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

void draw_scale(Ui& ui, ResultHead const& of, float to)
{
    auto const& at = of.at;
    auto const& scale = of.scale;
    float const head = of.y, bottom = of.bottom;
    std::vector<std::string> words;
    for (int i = 0; i <= scale.steps; ++i) {
        double const value = scale.least + (scale.most - scale.least) * i / scale.steps;
        words.push_back(scale.shares ? ui.words->percent(value)
                                     : ui.words->decimal(value, scale.digits));
    }
    draw_picture(
        ui, [&](auto& pen) { pictures::draw_scale(pen, on(at, scale, to), words, head, bottom); });
}

// The score, and below it what distinguishes it from an equal one.
void draw_score(Ui& ui, ResultRow const& row, Type type, board::Color color)
{
    wording::CaseResult const of{row.round, row.tally(), row.one};
    auto const under = wording::under_score(*ui.words, of);
    float const up = under.empty() ? 0 : ui.px(9), end = row.at.score, y = row.y;
    draw_text_in(ui, {{end - ui.px(110), y - ui.px(16) - up}, {end, y + ui.px(16) - up}}, type,
                 color, wording::score(*ui.words, of), Align::right);
    draw_text_in(ui, {{end - ui.px(150), y + ui.px(6)}, {end, y + ui.px(26)}}, type::meta,
                 ui.color().ink2, under, Align::right);
}

} // namespace

// Titles get a share of the width; bars the rest beside the text after them.
ResultColumns result_columns(Ui const& ui, VoteResults const& results, ScreenLayout const& layout)
{
    float const left = layout.main.min.x + ui.px(24), right = layout.main.max.x - ui.px(12);
    auto const& look = method_view(results.tally->method);
    float const titles =
        std::clamp((right - left) * look.titles, ui.px(220), ui.px(look.titles_most));
    float const title = left + ui.px(110);
    auto const count = static_cast<float>(rooms_in_columns(results));
    float const rooms = count * room_width(ui) + ui.px(count > 0 ? 20 : 0);
    ResultColumns at{left + ui.px(36),
                     left + ui.px(78),
                     title,
                     title + titles,
                     right - rooms - ui.px(look.after),
                     right - rooms - ui.px(160),
                     right - ui.px(132),
                     right};
    if (count > 0) at.rooms = at.score + ui.px(20), at.room = room_width(ui);
    return at;
}

void bars_head(Ui& ui, ResultHead const& head) { draw_scale(ui, head, head.at.bars_end); }

void orders_head(Ui& ui, ResultHead const& head)
{
    auto const& at = head.at;
    float const end = orders_end(ui, at);
    for (std::size_t i = 0; i < order_rules.size(); ++i)
        head_text(ui, column_x(at.bars, end, i), (end - at.bars) / 3 - ui.px(8), head.y,
                  wording::way(*ui.words, {head.tally.method, order_rules.at(i)}),
                  head.tally.rule == order_rules.at(i));
    if (head.tally.rank_resamples > 0)
        draw_text_in(ui,
                     {{at.score - ui.px(130), head.y - ui.px(13)}, {at.score, head.y + ui.px(13)}},
                     type::legend, ui.color().ink2, ui.tr("results.ranks.head"), Align::right);
}

void budget_head(Ui& ui, ResultHead const& head)
{
    auto const& at = head.at;
    draw_scale(ui, head, votes_end(at));
    draw_text_in(ui, {{votes_end(at), head.y - ui.px(12)}, {costs_end(at), head.y + ui.px(12)}},
                 type::legend, ui.color().ink2, ui.tr("results.cost"), Align::right);
    auto const beside = method_view(head.tally.method).beside;
    for (std::size_t i = 0; i < beside.size(); ++i)
        head_text(ui, column_x(costs_end(at) + ui.px(18), at.bars_end, i),
                  (at.bars_end - costs_end(at)) / 3 - ui.px(7), head.y,
                  ui.tr("results.rule." + std::string(base::name_of(beside[i]))),
                  head.tally.rule == beside[i]);
}

void bars_marks(Ui& ui, ResultRow const& row)
{
    draw_bar(ui, row.one, row.at, row.scale, row.at.bars_end, row.y, row.grown);
    draw_score(ui, row, type::rank, ui.color().ink);
}

void orders_marks(Ui& ui, ResultRow const& row)
{
    draw_orders(ui, row.tally(), row.one, row.at, row.y);
    draw_score(ui, row, type::room, ui.color().ink2);
}

void budget_marks(Ui& ui, ResultRow const& row)
{
    draw_buying(ui, row.results, row.one, row.at, row.scale, row.y, row.grown);
    draw_score(ui, row, type::rank, ui.color().ink);
}

} // namespace ui
