#include "ui/screens/vote/method_views.h"
#include "wording/votes/results.h"
#include "wording/votes/transfers.h"

#include <algorithm>

// The result of a transferable vote: the votes of each case when elected or excluded, first
// preferences among them, and the quota; stage by stage in the panel.
namespace ui {
namespace {

using analysis::CountFate;
using analysis::Transfers;

// The largest final number of votes of a case, or the quota, in parts.
std::int64_t widest(Transfers const& transfers)
{
    auto most = transfers.count.quota * analysis::parts_per_vote;
    for (auto const& fate : transfers.count.fates) most = std::max(most, fate.votes);
    return std::max<std::int64_t>(most, 1);
}

float x_of(Transfers const& transfers, ResultColumns const& at, std::int64_t votes)
{
    auto const share = static_cast<double>(votes) / static_cast<double>(widest(transfers));
    return at.bars + static_cast<float>(share) * (at.bars_end - at.bars);
}

} // namespace

void transfers_head(Ui& ui, ResultHead const& head)
{
    auto const& c = ui.color();
    auto const& transfers = *head.tally.transfers;
    float const x = x_of(transfers, head.at, transfers.count.quota * analysis::parts_per_vote);
    auto const said = ui.tr("stv.quota", transfers.count.quota);
    float const half = text_width(ui, type::legend, said) / 2 + 1;
    float const middle = std::min(x, head.at.bars_end - half);
    touch(ui, "results.quota",
          {{middle - half, head.y - ui.px(12)}, {middle + half, head.y + ui.px(12)}}, said,
          Enabled::yes, Role::area);
    draw_text_in(ui, {{middle - half, head.y - ui.px(12)}, {middle + half, head.y + ui.px(12)}},
                 type::legend, c.ink2, said, Align::centre);
    line(ui, {x, head.y + ui.px(16)}, {x, head.bottom}, c.ink2, ui.px(2));
}

void transfers_marks(Ui& ui, ResultRow const& row)
{
    auto const& c = ui.color();
    auto const& at = row.at;
    auto const& transfers = *row.tally().transfers;
    auto const place = transfers.index_of(row.one.on);
    auto const& fate = transfers.count.fates[place];
    auto const own = std::min(transfers.count.stages.front().votes[place], fate.votes);
    float const y = row.y, from = at.bars;
    float const end = from + (x_of(transfers, at, fate.votes) - from) * row.grown;
    float const split = std::min(end, x_of(transfers, at, own));
    bool const elected = fate.what == CountFate::What::elected;
    auto const color = elected ? c.accent : c.ink3;
    base::Rect const bar{{from, y - ui.px(13)}, {end, y + ui.px(13)}};
    fill(ui, bar, std::min(ui.px(6), bar.width() / 2), elected ? c.atint : c.sunken);
    hatch(ui, {{split, bar.min.y}, bar.max}, color, ui.px(9), ui.px(1.5F));
    fill(ui, {bar.min, {split, bar.max.y}}, std::min(ui.px(6), (split - from) / 2), color,
         split < end ? Corners::left : Corners::all);
    float const x = at.score;
    draw_text_in(ui, {{x - ui.px(110), y - ui.px(25)}, {x, y + ui.px(7)}}, type::rank,
                 elected ? c.ink : c.ink2, wording::votes(*ui.words, fate.votes), Align::right);
    wording::CaseResult const of{row.round, row.tally(), row.one};
    draw_text_in(ui, {{x - ui.px(180), y + ui.px(6)}, {x, y + ui.px(26)}}, type::meta, c.ink2,
                 wording::fate(*ui.words, of), Align::right);
}

float transfers_of_case(Ui& ui, ResultCase const& of, float y)
{
    auto const& c = ui.color();
    auto const& inner = of.inner;
    y = draw_histogram(ui, of.tally(), of.round, of.one, inner, y);
    if (of.tally().totals_only) return y;
    draw_text(ui, {inner.min.x, y}, type::h3, c.ink, ui.tr("stv.course"));
    y += ui.px(36);
    int number = 0;
    for (auto const& said : wording::course(*ui.words, *of.tally().transfers, of.one.on))
        y = draw_fact(ui, inner, y, "results.course." + std::to_string(++number),
                      icon::arrow_forward, said);
    return y + ui.px(10);
}

float transfers_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                       base::Rect const& inner, float y)
{
    auto const& transfers = *results.tally->transfers;
    draw_text(ui, {inner.min.x, y}, type::h3, ui.color().ink, ui.tr("stv.stages"));
    y = draw_fact(ui, inner, y + ui.px(34), "results.quota.said", icon::how_to_vote,
                  wording::quota(*ui.words, transfers));
    if (results.tally->totals_only) return y + ui.px(10);
    int number = 0;
    for (auto const& said : wording::stages(*ui.words, doc, transfers)) {
        auto const& stage = transfers.count.stages[static_cast<std::size_t>(number)];
        y = draw_fact(ui, inner, y, "results.stage." + std::to_string(++number),
                      stage.elected.empty() ? icon::arrow_forward : icon::check_circle, said);
    }
    for (auto const& said : wording::chosen_by_order(*ui.words, doc, transfers))
        y = draw_fact(ui, inner, y, "results.chosen", icon::warning_amber, said, Weight::warned);
    return y + ui.px(10);
}

} // namespace ui
