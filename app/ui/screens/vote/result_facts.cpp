#include "analysis/common/cost.h"
#include "pictures/charts.h"
#include "ui/paint/picture_paint.h"
#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/amounts.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"
#include "wording/why.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

using analysis::Tally;

float heading(Ui& ui, base::Rect const& inner, float y, std::string const& text)
{
    draw_text(ui, {inner.min.x, y}, type::h3, ui.color().ink, text);
    return y + ui.px(34);
}

// Method, treatment of blanks and ties, number of voters, where their ballots came from.
float draw_policy(Ui& ui, Tally const& tally, model::Document const& doc, base::Rect const& inner,
                  float y)
{
    y = draw_fact(ui, inner, y, "results.method", icon::how_to_vote,
                  ui.tr("results.method", wording::way(*ui.words, tally.way())));
    bool const hands = tally.source == model::BallotSource::hands; // there are no blank ballots
    y = draw_fact(ui, inner, y, "results.ballots", icon::groups,
                  hands ? wording::voters(*ui.words, tally)
                        : wording::voters(*ui.words, tally) + ", " +
                              ui.trn("vote.line.blanks", tally.blanks));
    if (auto const ways = wording::ways(*ui.words, doc, tally.round); !ways.empty())
        y = draw_fact(ui, inner, y, "results.ways", icon::smartphone, ways);
    if (!hands)
        y = draw_fact(ui, inner, y, "results.blank", icon::crop_free,
                      ui.tr("results.blank", wording::blanks(*ui.words, tally)));
    y = draw_fact(ui, inner, y, "results.ties", icon::drag_indicator,
                  ui.tr("results.ties", wording::ties(*ui.words, tally)));
    if (tally.resamples + tally.rank_resamples > 0)
        y = draw_fact(ui, inner, y, "results.seed", icon::shuffle,
                      ui.tr("results.seed",
                            ui.words->number(std::max(tally.resamples, tally.rank_resamples)),
                            std::to_string(tally.seed)),
                      Weight::said, wording::explained(*ui.words, wording::Term::seed));
    return y + ui.px(10);
}

// The dependence on single voters, as far as counted.
float draw_voice_fact(Ui& ui, VoteResults const& results, model::Document const& doc,
                      base::Rect const& inner, float y)
{
    auto const& voice = results.voice;
    if (!voice)
        return draw_fact(ui, inner, y, "results.voice", icon::info, ui.tr("results.voice.untold"));
    if (results.voice_run)
        y = draw_fact(ui, inner, y, "results.counting", icon::hourglass_empty,
                      ui.tr("results.counting", ui.words->number(voice->looked_at),
                            ui.words->number(voice->voters)));
    bool const hangs = voice->people > 0;
    if (!hangs && results.voice_run) return y;
    return draw_fact(ui, inner, y, "results.voice",
                     hangs            ? icon::warning_amber
                     : voice->whole() ? icon::verified_user
                                      : icon::info,
                     wording::one_voter(*ui.words, doc, *voice),
                     hangs ? Weight::warned : Weight::said);
}

// The robustness: single voters, absent voters, small rooms, unanimous cases.
float draw_solidity(Ui& ui, VoteView const& view, Workshop const& workshop, base::Rect const& inner,
                    float y)
{
    auto const& results = view.results;
    auto const& tally = *results.tally;
    auto const& doc = workshop.doc();
    y = heading(ui, inner, y, ui.tr("results.holds"));
    if (tally.totals_only)
        y = draw_fact(ui, inner, y, "results.few", icon::visibility_off,
                      wording::totals_only(*ui.words, tally), Weight::warned);
    y = draw_voice_fact(ui, results, doc, inner, y);
    if (auto const& absent = results.absent) {
        auto said = wording::absent(*ui.words, *absent);
        auto const line =
            std::ranges::find(absent->cases, view.selected, &analysis::AbsentLine::on);
        if (line != absent->cases.end() && line->best > 0 && line->worst > 0) {
            said +=
                "\n" + ui.tr("results.absent.case", wording::case_named(*ui.words, doc, line->on),
                             line->best, line->worst);
        }
        y = draw_fact(ui, inner, y, "results.absent", icon::groups, said,
                      absent->certain ? Weight::said : Weight::warned);
    }
    if (!tally.unanimous.empty())
        y = draw_fact(ui, inner, y, "results.unanimous", icon::visibility,
                      wording::unanimous(*ui.words, doc, tally), Weight::warned);
    return y + ui.px(10);
}

float draw_cuts(Ui& ui, Tally const& tally, model::Document const& doc, base::Rect const& inner,
                float y)
{
    if (tally.cuts.empty()) return y;
    y = heading(ui, inner, y, ui.tr("results.cuts"));
    for (auto const& cut : tally.cuts) {
        y = draw_fact(ui, inner, y, "results.cut." + std::to_string(cut.rank), icon::call_merge,
                      wording::cut(*ui.words, doc, cut));
    }
    return y + ui.px(10);
}

// The other results of the session, for comparison.
float draw_comparison(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& inner,
                      float y)
{
    auto& results = view.results;
    auto const& doc = workshop.doc();
    std::vector<std::pair<int, model::RoundId>> others;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        if (id != view.round && analysis::shows_a_result(doc, id))
            others.emplace_back(round.number, id);
    if (others.empty()) return y;
    std::ranges::sort(others);
    y = heading(ui, inner, y, ui.tr("results.compare"));
    float x = inner.min.x;
    for (auto const& [number, id] : others) {
        auto const word = wording::vote_name(*ui.words, model::get<model::Round>(doc, id));
        bool const chosen = results.against == id;
        float const w = button_width(ui, word, {}, 44);
        if (x + w > inner.max.x) x = inner.min.x, y += ui.px(52);
        if (button(ui, "results.against." + std::to_string(number),
                   {{x, y}, {x + w, y + ui.px(44)}}, word,
                   {.rank = chosen ? Rank::tinted : Rank::secondary}))
            results.against = chosen ? model::RoundId{} : id;
        probe_on(ui, "results.against." + std::to_string(number), chosen ? On::yes : On::no);
        x += w + ui.px(8);
    }
    y += ui.px(58);
    if (auto const& compared = results.comparison) {
        y = draw_fact(ui, inner, y, "results.compared", icon::compare_arrows,
                      wording::moved(*ui.words, *compared));
        if (auto const crossed = wording::crossed(*ui.words, doc, *compared); !crossed.empty())
            y = draw_fact(ui, inner, y, "results.crossed", icon::sort, crossed);
        if (!compared->same_way)
            y = draw_fact(
                ui, inner, y, "results.other_way", icon::info,
                ui.tr("results.other_way", wording::way(*ui.words, results.before->way())));
    }
    return y;
}

} // namespace

float no_more_of_all(Ui&, VoteResults const&, model::Document const&, base::Rect const&, float y)
{
    return y;
}

float orders_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                    base::Rect const& inner, float y)
{
    auto const& orders = *results.tally->orders;
    y = heading(ui, inner, y, ui.tr("results.duels.all"));
    if (orders.condorcet_winner)
        y = draw_fact(ui, inner, y, "results.condorcet", icon::check_circle,
                      wording::condorcet(*ui.words, doc, orders));
    for (std::size_t i = 0; i < orders.cycles.size(); ++i)
        y = draw_fact(ui, inner, y, "results.cycle." + std::to_string(i + 1), icon::replay,
                      wording::cycle(*ui.words, doc, orders.cycles[i]), Weight::warned);
    if (!orders.condorcet_winner && orders.cycles.empty())
        y = draw_fact(ui, inner, y, "results.no_condorcet", icon::info,
                      ui.tr("results.no_condorcet"));
    if (orders.order_matters)
        y = draw_fact(ui, inner, y, "results.order_matters", icon::warning_amber,
                      ui.tr("tally.order_matters"), Weight::warned);
    if (orders.concordance)
        y = draw_fact(ui, inner, y, "results.concordance", icon::forum,
                      ui.tr("results.concordance", ui.words->decimal(*orders.concordance, 2)),
                      Weight::said, wording::explained(*ui.words, wording::Term::kendall));
    return y + ui.px(10);
}

// For each rule: the selection, its cost and the rest.
float selection_of_all(Ui& ui, VoteResults const& results, model::Document const& doc,
                       base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    auto const& selection = *results.tally->selection;
    y = heading(ui, inner, y,
                ui.tr("results.budget", wording::amount(*ui.words, selection.budget)));
    for (auto const& [rule, other] : results.rules) {
        auto const& bought = *other.selection;
        auto const name = std::string(base::name_of(rule));
        bool const rules = rule == results.tally->rule;
        auto const said =
            ui.trn("results.bought", static_cast<std::int64_t>(bought.selected.size())) + " · " +
            wording::amount(*ui.words, bought.cost);
        touch(ui, "results.rule." + name, {{inner.min.x, y}, {inner.max.x, y + ui.px(62)}}, said,
              Enabled::yes, Role::area);
        draw_text_in(ui, {{inner.min.x, y}, {inner.max.x, y + ui.px(26)}},
                     rules ? type::strong : type::label, rules ? c.accent : c.ink,
                     ui.tr("results.rule." + name));
        draw_text_in(ui, {{inner.min.x, y}, {inner.max.x, y + ui.px(26)}}, type::label, c.ink2,
                     said, Align::right);
        base::Rect const bar{{inner.min.x, y + ui.px(32)}, {inner.max.x, y + ui.px(46)}};
        float const share = selection.budget > 0 ? static_cast<float>(bought.cost) /
                                                       static_cast<float>(selection.budget)
                                                 : 0;
        draw_picture(ui, [&](auto& pen) {
            pictures::draw_share(pen, bar, pen.px(7), c.sunken, rules ? c.accent : c.ink3, share);
        });
        y += ui.px(62);
    }
    if (selection.several && *selection.several)
        y = draw_fact(ui, inner, y, "results.several", icon::info,
                      wording::several(*ui.words, selection));
    if (!selection.before_equals.empty())
        y = draw_fact(ui, inner, y, "results.before_equals", icon::warning_amber,
                      wording::before_equals(*ui.words, doc, selection), Weight::warned);
    if (!selection.without_cost.empty())
        y = draw_fact(ui, inner, y, "results.without_cost", icon::info,
                      wording::without_cost(*ui.words, doc, selection));
    if (auto const& shares = selection.equal_shares)
        y = draw_fact(ui, inner, y, "results.each", icon::groups,
                      wording::each_share(*ui.words, *shares));
    return y + ui.px(10);
}

float draw_since(Ui& ui, VoteView const& view, Workshop const& workshop, base::Rect const& inner,
                 float y, std::optional<model::CaseId> on)
{
    auto const& doc = workshop.doc();
    auto const& results = view.results;
    auto told = [&](model::CaseId id) { return !on || id == *on; };
    bool any = std::ranges::any_of(results.aside, told);
    for (auto const& one : results.merged) any = any || told(one.absorbed) || told(one.into);
    if (!any) return y;
    if (!on) y = heading(ui, inner, y, ui.tr("results.since"));
    for (auto const& one : results.merged) {
        if (!told(one.absorbed) && !told(one.into)) continue;
        y = draw_fact(ui, inner, y,
                      "results.merged." +
                          std::to_string(model::get<model::Case>(doc, one.absorbed).number),
                      icon::call_merge, wording::merged(*ui.words, doc, one), Weight::warned);
    }
    if (std::ranges::any_of(results.aside, told))
        y = draw_fact(ui, inner, y, "results.aside", icon::block,
                      on ? ui.tr("results.since.aside.one")
                         : wording::aside(*ui.words, doc, results.aside),
                      Weight::warned);
    return y + ui.px(10);
}

float draw_result_facts(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& inner,
                        float y)
{
    auto const& tally = *view.results.tally;
    auto const& doc = workshop.doc();
    y = heading(ui, inner, y, ui.tr("results.how"));
    auto const how = wording::how_counted(*ui.words, tally.way());
    float const h = paragraph_height(ui, type::text, how, inner.width());
    touch(ui, "results.how", {{inner.min.x, y}, {inner.max.x, y + h}}, how, Enabled::yes,
          Role::area);
    y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2, how) +
         ui.px(12);
    y = draw_since(ui, view, workshop, inner, y, {});
    y = draw_policy(ui, tally, doc, inner, y);
    y = draw_rooms_of_all(ui, view.results, doc, inner, y);
    y = method_view(tally.method).of_all(ui, view.results, doc, inner, y);
    y = draw_solidity(ui, view, workshop, inner, y);
    y = draw_cuts(ui, tally, doc, inner, y);
    return draw_comparison(ui, view, workshop, inner, y);
}

} // namespace ui
