#include "analysis/common/cost.h"
#include "ui/kit/icons.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/amounts.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

using analysis::Tally;
using model::Method;

std::string named(Ui const& ui, analysis::Way way)
{
    return ui.tr("method." + analysis::name_of(way));
}

float heading(Ui& ui, base::Rect const& inner, float y, std::string const& text)
{
    draw_text(ui, {inner.min.x, y}, type::h3, ui.color().ink, text);
    return y + ui.px(34);
}

// By which method, what a blank meant, what ties do, and how many voted.
float draw_policy(Ui& ui, Tally const& tally, base::Rect const& inner, float y)
{
    auto const blank = std::string(base::name_of(tally.blank));
    auto const ballots = tally.source == model::BallotSource::hands
                             ? ui.trn("vote.line.hands", tally.voters)
                             : ui.trn("vote.line.ballots", tally.voters);
    y = draw_fact(ui, inner, y, "results.method", icon::how_to_vote,
                  ui.tr("results.method", named(ui, tally.way())));
    bool const hands = tally.source == model::BallotSource::hands; // no ballot, and none blank
    y = draw_fact(ui, inner, y, "results.ballots", icon::groups,
                  hands ? ballots : ballots + ", " + ui.trn("vote.line.blanks", tally.blanks));
    if (!hands)
        y = draw_fact(ui, inner, y, "results.blank", icon::crop_free,
                      ui.tr("results.blank", ui.tr("tally.blank." + blank)));
    y = draw_fact(ui, inner, y, "results.ties", icon::drag_indicator,
                  ui.tr("results.ties", ui.tr("tally.ties." + analysis::tie_rule(tally))));
    if (tally.resamples + tally.rank_resamples > 0)
        y = draw_fact(ui, inner, y, "results.seed", icon::shuffle,
                      ui.tr("results.seed",
                            ui.words->number(std::max(tally.resamples, tally.rank_resamples)),
                            std::to_string(tally.seed)));
    return y + ui.px(10);
}

// What hangs on one voice, as far as it is counted.
float draw_voice_fact(Ui& ui, VoteResults const& results, model::Document const& doc,
                      base::Rect const& inner, float y)
{
    auto const& voice = results.voice;
    if (!voice)
        return draw_fact(ui, inner, y, "results.voice", icon::info, ui.tr("results.voice.untold"));
    auto const looked = ui.words->number(voice->looked_at),
               voters = ui.words->number(voice->voters);
    if (results.voice_run)
        y = draw_fact(ui, inner, y, "results.counting", icon::hourglass_empty,
                      ui.tr("results.counting", looked, voters));
    if (voice->people == 0) {
        if (results.voice_run) return y;
        return voice->whole() ? draw_fact(ui, inner, y, "results.voice", icon::verified_user,
                                          ui.tr("results.voice.holds"))
                              : draw_fact(ui, inner, y, "results.voice", icon::info,
                                          ui.tr("results.voice.so_far", looked, voters));
    }
    auto const out = titles_said(ui, doc, voice->leaving),
               in = titles_said(ui, doc, voice->entering);
    auto const leaving = voice->leaving.size(), entering = voice->entering.size();
    auto said = ui.tr("results.voice.hangs", voice->people, looked) + "\n";
    if (leaving > 0) said += ui.tr("results.voice.out", out, leaving);
    if (leaving > 0 && entering > 0) said += "\n";
    if (entering > 0) said += ui.tr("results.voice.in", in, entering);
    return draw_fact(ui, inner, y, "results.voice", icon::warning_amber, said, Weight::warned);
}

// How far it holds: one voice, the absent, small rooms and single minds.
float draw_solidity(Ui& ui, VoteView const& view, Workshop const& workshop, base::Rect const& inner,
                    float y)
{
    auto const& results = view.results;
    auto const& tally = *results.tally;
    auto const& doc = workshop.doc();
    y = heading(ui, inner, y, ui.tr("results.holds"));
    if (tally.totals_only)
        y = draw_fact(ui, inner, y, "results.few", icon::visibility_off, ui.tr("tally.totals_only"),
                      Weight::warned);
    y = draw_voice_fact(ui, results, doc, inner, y);
    if (auto const& absent = results.absent) {
        auto said =
            ui.trn(absent->certain ? "tally.absent.certain" : "tally.absent.open", absent->absent);
        auto const line =
            std::ranges::find(absent->cases, view.selected, &analysis::AbsentLine::on);
        if (line != absent->cases.end() && line->best > 0 && line->worst > 0) {
            said += "\n" + ui.tr("results.absent.case", case_said(ui, doc, line->on), line->best,
                                 line->worst);
        }
        y = draw_fact(ui, inner, y, "results.absent", icon::groups, said,
                      absent->certain ? Weight::said : Weight::warned);
    }
    if (!tally.unanimous.empty())
        y = draw_fact(ui, inner, y, "results.unanimous", icon::visibility,
                      ui.tr("tally.unanimous", titles_said(ui, doc, tally.unanimous)),
                      Weight::warned);
    return y + ui.px(10);
}

float draw_cuts(Ui& ui, Tally const& tally, model::Document const& doc, base::Rect const& inner,
                float y)
{
    if (tally.cuts.empty()) return y;
    y = heading(ui, inner, y, ui.tr("results.cuts"));
    for (auto const& cut : tally.cuts) {
        auto said = ui.tr("tally.cut", cut.rank, titles_said(ui, doc, cut.order),
                          ui.tr("tally.by." + std::string(base::name_of(cut.by))));
        if (cut.by == model::TieRule::draw)
            said += "\n" + ui.tr("results.cut.seed", std::to_string(cut.seed));
        if (!cut.reason.empty()) said += "\n" + ui.tr("results.cut.reason", cut.reason);
        y = draw_fact(ui, inner, y, "results.cut." + std::to_string(cut.rank), icon::call_merge,
                      said);
    }
    return y + ui.px(10);
}

std::string cycle_said(Ui const& ui, model::Document const& doc,
                       analysis::Orders::Cycle const& cycle)
{
    std::string said;
    for (std::size_t i = 0; i < cycle.through.size(); ++i) {
        auto const a = case_said(ui, doc, cycle.through[i]);
        auto const b = case_said(ui, doc, cycle.through[(i + 1) % cycle.through.size()]);
        if (!said.empty()) said += ", ";
        said += ui.tr("tally.beats", a, b);
    }
    return said;
}

float draw_orders(Ui& ui, Tally const& tally, model::Document const& doc, base::Rect const& inner,
                  float y)
{
    auto const& orders = *tally.orders;
    y = heading(ui, inner, y, ui.tr("results.duels.all"));
    if (orders.condorcet_winner)
        y = draw_fact(ui, inner, y, "results.condorcet", icon::check_circle,
                      ui.tr("tally.condorcet", titles_said(ui, doc, {*orders.condorcet_winner})));
    for (std::size_t i = 0; i < orders.cycles.size(); ++i)
        y = draw_fact(ui, inner, y, "results.cycle." + std::to_string(i + 1), icon::replay,
                      ui.tr("tally.cycle", cycle_said(ui, doc, orders.cycles[i])), Weight::warned);
    if (!orders.condorcet_winner && orders.cycles.empty())
        y = draw_fact(ui, inner, y, "results.no_condorcet", icon::info,
                      ui.tr("results.no_condorcet"));
    if (orders.order_matters)
        y = draw_fact(ui, inner, y, "results.order_matters", icon::warning_amber,
                      ui.tr("tally.order_matters"), Weight::warned);
    if (orders.concordance)
        y = draw_fact(ui, inner, y, "results.concordance", icon::forum,
                      ui.tr("results.concordance", ui.words->decimal(*orders.concordance, 2)));
    return y + ui.px(10);
}

// What each rule buys, what it costs, what is left.
float draw_selection(Ui& ui, VoteResults const& results, model::Document const& doc,
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
        fill(ui, bar, ui.px(7), c.sunken);
        float const share = selection.budget > 0 ? static_cast<float>(bought.cost) /
                                                       static_cast<float>(selection.budget)
                                                 : 0;
        if (share > 0)
            fill(ui, {bar.min, {bar.min.x + bar.width() * share, bar.max.y}},
                 std::min(ui.px(7), bar.width() * share / 2), rules ? c.accent : c.ink3);
        y += ui.px(62);
    }
    if (selection.several && *selection.several)
        y = draw_fact(ui, inner, y, "results.several", icon::info,
                      ui.tr("tally.several", analysis::text(selection.value)));
    if (!selection.before_equals.empty())
        y = draw_fact(ui, inner, y, "results.before_equals", icon::warning_amber,
                      ui.tr("tally.before_equals", titles_said(ui, doc, selection.before_equals),
                            selection.before_equals.size()),
                      Weight::warned);
    if (!selection.without_cost.empty())
        y = draw_fact(ui, inner, y, "results.without_cost", icon::info,
                      ui.tr("tally.without_cost", titles_said(ui, doc, selection.without_cost)));
    if (auto const& shares = selection.equal_shares)
        y = draw_fact(ui, inner, y, "results.each", icon::groups,
                      ui.tr("tally.each", wording::share(*ui.words, shares->each)));
    return y + ui.px(10);
}

// The other results of the session, to look at this one beside one of them.
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
        auto const word = ui.words->text("vote.round", number);
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
        auto said = ui.tr("results.moved", compared->moved, compared->compared);
        if (compared->agreement)
            said += " · " + ui.tr("results.agreement", ui.words->decimal(*compared->agreement, 2));
        y = draw_fact(ui, inner, y, "results.compared", icon::compare_arrows, said);
        if (!compared->entering.empty() || !compared->leaving.empty())
            y = draw_fact(ui, inner, y, "results.crossed", icon::sort,
                          ui.tr("results.crossed", titles_said(ui, doc, compared->entering),
                                titles_said(ui, doc, compared->leaving), compared->entering.size(),
                                compared->leaving.size()));
        if (!compared->same_way)
            y = draw_fact(ui, inner, y, "results.other_way", icon::info,
                          ui.tr("results.other_way", named(ui, results.before->way())));
    }
    return y;
}

} // namespace

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
        auto said = ui.tr("results.since.merged", case_said(ui, doc, one.absorbed),
                          case_said(ui, doc, one.into), one.supporters);
        if (one.both && *one.both > 0) said += " " + ui.tr("results.since.both", *one.both);
        y = draw_fact(ui, inner, y,
                      "results.merged." +
                          std::to_string(model::get<model::Case>(doc, one.absorbed).number),
                      icon::call_merge, said, Weight::warned);
    }
    if (std::ranges::any_of(results.aside, told))
        y = draw_fact(ui, inner, y, "results.aside", icon::block,
                      on ? ui.tr("results.since.aside.one")
                         : ui.tr("results.since.aside", titles_said(ui, doc, results.aside),
                                 results.aside.size()),
                      Weight::warned);
    return y + ui.px(10);
}

float draw_result_facts(Ui& ui, VoteView& view, Workshop const& workshop, base::Rect const& inner,
                        float y)
{
    auto const& tally = *view.results.tally;
    auto const& doc = workshop.doc();
    y = heading(ui, inner, y, ui.tr("results.how"));
    auto const how = ui.tr("results.how." + analysis::name_of(tally.way()));
    float const h = paragraph_height(ui, type::text, how, inner.width());
    touch(ui, "results.how", {{inner.min.x, y}, {inner.max.x, y + h}}, how, Enabled::yes,
          Role::area);
    y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2, how) +
         ui.px(12);
    y = draw_since(ui, view, workshop, inner, y, {});
    y = draw_policy(ui, tally, inner, y);
    if (tally.orders) y = draw_orders(ui, tally, doc, inner, y);
    if (tally.selection) y = draw_selection(ui, view.results, doc, inner, y);
    y = draw_solidity(ui, view, workshop, inner, y);
    y = draw_cuts(ui, tally, doc, inner, y);
    return draw_comparison(ui, view, workshop, inner, y);
}

} // namespace ui
