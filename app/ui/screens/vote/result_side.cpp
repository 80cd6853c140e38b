#include "ui/kit/icons.h"
#include "ui/kit/names.h"
#include "ui/paint/grades.h"
#include "ui/panels/case_origin.h"
#include "ui/screens/vote/vote_view.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;
using model::Method;

constexpr float duel_line = 36, duel_lines = 54; // a row of one line, and of two

// Its duels with each other case, those it loses first.
float draw_duels(Ui& ui, model::Document const& doc, std::vector<model::CaseId> const& cases,
                 analysis::Square const& wins, model::CaseId id, base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    auto const place = static_cast<std::size_t>(std::ranges::find(cases, id) - cases.begin());
    if (place >= cases.size()) return y;
    struct Duel {
        std::size_t other;
        std::int64_t won, lost;
    };
    std::vector<Duel> duels;
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (i != place && wins.at(place, i) + wins.at(i, place) > 0)
            duels.push_back({i, wins.at(place, i), wins.at(i, place)});
    std::ranges::stable_sort(duels, {}, [](Duel const& duel) { return duel.won - duel.lost; });
    draw_text(ui, {inner.min.x, y}, type::h3, c.ink, ui.tr("results.duels"));
    y += ui.px(36);
    for (auto const& duel : duels) {
        auto const text = model::get<model::Case>(doc, cases[duel.other]);
        auto const number = std::to_string(text.number);
        float const from = inner.min.x + ui.px(38), to = inner.max.x - ui.px(116);
        float const high =
            ui.px(text_width(ui, type::label, text.title) > to - from ? duel_lines : duel_line);
        float const mid = y + high / 2;
        bool const won = duel.won > duel.lost, level = duel.won == duel.lost;
        draw_case_mark(ui, {inner.min.x + ui.px(15), mid}, {.number = number, .diameter = 28});
        draw_case_title(ui, {{from, y}, {to, y + high}}, type::label, c.ink, text);
        auto const said = ui.tr("results.duel", duel.won, duel.lost);
        draw_text_in(ui,
                     {{inner.max.x - ui.px(110), mid - ui.px(13)},
                      {inner.max.x - ui.px(26), mid + ui.px(13)}},
                     type::strong, won ? c.ink : c.ink2, said, Align::right);
        if (!level)
            draw_icon_at(ui, {inner.max.x - ui.px(10), mid}, ui.px(20), won ? c.opp : c.risk,
                         won ? icon::check : icon::close);
        touch(ui, "results.duel." + number, {{inner.min.x, y}, {inner.max.x, y + high}}, said,
              Enabled::yes, Role::area);
        y += high + ui.px(2);
    }
    return y + ui.px(10);
}

std::string line_of(Ui const& ui, Tally const& tally, model::Round const& round,
                    CaseTally const& one)
{
    auto const voters = tally.voters;
    if (tally.source == model::BallotSource::hands)
        return voters > 0 ? ui.tr("results.said.hands_of", one.score.num, voters)
                          : ui.tr("results.said.hands", one.score.num);
    switch (tally.method) {
    case Method::approval:
    case Method::budget: return ui.tr("results.said.approval", one.score.num, voters);
    case Method::score: {
        auto said =
            ui.tr("results.said.score", result_said(ui, round, tally, one), one.answers, voters);
        if (one.median)
            said +=
                " · " + ui.tr("results.median", ui.words->decimal(analysis::value(*one.median),
                                                                  one.median->den == 1 ? 0 : 1));
        return said;
    }
    case Method::majority_judgment:
        if (one.grades.empty()) return result_said(ui, round, tally, one);
        return ui.tr("results.said.grades", result_said(ui, round, tally, one), one.gauge->above,
                     one.gauge->below);
    case Method::ranking: return ui.tr("results.said.places", one.rank, one.answers, voters);
    case Method::pairwise:
        return ui.tr("results.said.pairs", ui.words->percent(analysis::value(one.score)));
    default: {
        auto const* key = tally.method == Method::quadratic ? "results.said.votes" : "vote.said";
        auto said = ui.words->text(key, analysis::text(one.score), one.supporters, voters);
        // Of a published budget: its `votes` count who named a project with no points too.
        if (tally.method != Method::quadratic && one.named > one.supporters)
            said += " · " + ui.tr("results.named", one.named);
        return said;
    }
    }
}

std::string camps_said(Ui const& ui, Tally const& tally, model::Round const& round,
                       analysis::TwoCamps const& camps)
{
    if (tally.method == Method::score)
        return ui.tr("results.camps.scores", camps.high, camps.high_from, camps.low, camps.low_to);
    if (tally.method == Method::majority_judgment)
        return ui.tr("results.camps.grades", camps.high,
                     grade_name(ui, round, static_cast<std::size_t>(camps.high_from)), camps.low,
                     grade_name(ui, round, static_cast<std::size_t>(camps.low_to)));
    return ui.words->text("vote.camps", camps.low, camps.high);
}

// How the grade of a case is found among those that it was given.
std::string judged_said(Ui const& ui, model::Round const& round, CaseTally const& one)
{
    std::int64_t people = 0;
    for (auto count : one.grades) people += count;
    return ui.tr("results.judged", people, ui.words->ordinal(static_cast<int>(people / 2) + 1),
                 grade_name(ui, round, static_cast<std::size_t>(one.gauge->grade)));
}

// Where its rank holds: on one side of the line of priority, or on both.
std::string rank_said(Ui const& ui, CaseTally const& one, int first)
{
    auto const& [low, high] = *one.ranks;
    if (low == high) return ui.tr("results.rank.sure", low);
    return ui.tr(low <= first && first < high ? "results.rank.astride" : "results.rank.between",
                 low, high);
}

float draw_legend(Ui& ui, Tally const& tally, base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    if (tally.method == Method::majority_judgment) return y;
    if (tally.orders)
        return y + ui.px(8) +
               draw_paragraph(ui, {inner.min.x, y + ui.px(8)}, inner.width(), type::text, c.ink2,
                              ui.tr("results.legend.orders"));
    y += ui.px(16);
    bool const intervals = tally.voters >= analysis::interval_min;
    auto entry = [&](std::string const& said) {
        draw_text_in(ui, {{inner.min.x + ui.px(58), y - ui.px(13)}, {inner.max.x, y + ui.px(13)}},
                     type::text, c.ink2, said);
        y += ui.px(34);
    };
    if (intervals) {
        whisker(ui, inner.min.x + ui.px(2), inner.min.x + ui.px(44), y, c.ink, c.panel);
        entry(ui.tr("vote.legend.interval"));
    } else {
        auto const said = ui.trn("vote.legend.no_interval", analysis::interval_min);
        touch(ui, "results.no_interval",
              {{inner.min.x, y - ui.px(13)}, {inner.max.x, y + ui.px(13)}}, said, Enabled::yes,
              Role::area);
        y += draw_paragraph(ui, {inner.min.x, y - ui.px(13)}, inner.width(), type::text, c.ink2,
                            said) +
             ui.px(10);
    }
    bool const camps = std::ranges::any_of(tally.cases, &CaseTally::contested);
    if (!camps) return y;
    base::Rect const sample{{inner.min.x, y - ui.px(8)}, {inner.min.x + ui.px(46), y + ui.px(8)}};
    fill(ui, sample, ui.px(5), c.warnfill);
    hatch(ui, sample, c.warn, ui.px(9), ui.px(1.5F));
    entry(ui.tr("vote.legend.contested"));
    return y - ui.px(10);
}

} // namespace

float draw_fact(Ui& ui, base::Rect const& inner, float y, std::string_view id, unsigned icon,
                std::string_view text, Weight weight)
{
    auto const& c = ui.color();
    bool const warned = weight == Weight::warned;
    float const width = inner.width() - ui.px(48 + 12);
    float const h = paragraph_height(ui, type::text, text, width) + ui.px(warned ? 26 : 10);
    base::Rect const box{{inner.min.x, y}, {inner.max.x, y + h}};
    touch(ui, id, box, text, Enabled::yes, Role::area);
    if (warned) fill(ui, box, ui.px(14), c.warntint);
    float const top = y + ui.px(warned ? 13 : 5);
    draw_icon_at(ui, {inner.min.x + ui.px(22), top + ui.px(13)}, ui.px(22),
                 warned ? c.warn : c.ink2, icon);
    draw_paragraph(ui, {inner.min.x + ui.px(48), top}, width, type::text, c.ink, text);
    return y + h + ui.px(warned ? 12 : 6);
}

float draw_result_case(Ui& ui, VoteView const& view, Workshop const& workshop,
                       base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    auto const& tally = *view.results.tally;
    auto const* one = tally.find(view.selected);
    if (!one) return y;
    auto const& doc = workshop.doc();
    auto const round = model::get<model::Round>(doc, view.round);
    auto const text = model::get<model::Case>(doc, one->on);
    auto const number = std::to_string(text.number);
    draw_case_mark(ui, {inner.min.x + ui.px(23), y + ui.px(23)},
                   {.number = number, .diameter = 46, .fill = ChipFill::accent});
    y += std::max(ui.px(46),
                  draw_paragraph(ui, {inner.min.x + ui.px(62), y}, inner.width() - ui.px(62),
                                 type::h2, c.ink, text.title, 4));
    auto const said = line_of(ui, tally, round, *one);
    float const width = inner.width() - ui.px(62);
    touch(ui, "results.said", {{inner.min.x + ui.px(62), y}, {inner.max.x, y + ui.px(26)}}, said,
          Enabled::yes, Role::area);
    y += draw_paragraph(ui, {inner.min.x + ui.px(62), y}, width, type::text, c.ink2, said) +
         ui.px(18);
    if (one->ranks) {
        y = draw_fact(ui, inner, y - ui.px(8), "results.rank", icon::sort,
                      rank_said(ui, *one, tally.selection ? 0 : view.first.value_or(0))) +
            ui.px(8);
    } else if (tally.selection && one->share_at_top) {
        y = draw_fact(ui, inner, y - ui.px(8), "results.rank", icon::sort,
                      ui.tr("results.bought.often", ui.words->percent(*one->share_at_top))) +
            ui.px(8);
    }
    if (one->camps) {
        auto const words = camps_said(ui, tally, round, *one->camps);
        float const h = paragraph_height(ui, type::text, words, width) + ui.px(26);
        base::Rect const box{{inner.min.x, y}, {inner.max.x, y + h}};
        touch(ui, "results.camps", box, words, Enabled::yes, Role::area);
        fill(ui, box, ui.px(14), c.warntint);
        draw_contested_badge(ui, {inner.min.x + ui.px(26), y + ui.px(27)}, ui.px(12));
        draw_paragraph(ui, {inner.min.x + ui.px(48), y + ui.px(13)}, width, type::text, c.ink,
                       words);
        y += h + ui.px(20);
    }
    if (!one->quorum_met)
        y = draw_fact(ui, inner, y, "results.quorum", icon::warning_amber,
                      ui.tr("results.quorum", one->answers, tally.voters, round.quorum),
                      Weight::warned);
    if (std::ranges::find(tally.unanimous, one->on) != tally.unanimous.end())
        y = draw_fact(ui, inner, y, "results.case.unanimous", icon::visibility,
                      ui.tr("results.unanimous.case"), Weight::warned);
    y = draw_since(ui, view, workshop, inner, y, view.selected);
    bool const few = tally.totals_only;
    if (tally.duels && !few)
        y = draw_duels(ui, doc, tally.duels->cases, tally.duels->wins, one->on, inner, y);
    else
        y = draw_histogram(ui, tally, round, *one, inner, y);
    if (one->gauge && !one->grades.empty()) {
        auto const judged = judged_said(ui, round, *one);
        float const h = paragraph_height(ui, type::text, judged, inner.width());
        touch(ui, "results.judged", {{inner.min.x, y}, {inner.max.x, y + h}}, judged, Enabled::yes,
              Role::area);
        y += draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, c.ink2, judged);
    }
    y = draw_legend(ui, tally, inner, y);
    if (tally.orders && !few) {
        y += ui.px(8);
        y = draw_duels(ui, doc, tally.orders->cases, tally.orders->wins, one->on, inner, y);
    }
    draw_origin(ui, doc, one->on, "results.origin", inner, y);
    return y;
}

std::optional<Wish> draw_results_side(Ui& ui, VoteView& view, Workshop const& workshop,
                                      base::Rect const& area)
{
    auto const inner = draw_panel(ui, area);
    auto& results = view.results;
    auto const of_case = ui.tr("results.page.case"), of_result = ui.tr("results.page.result");
    std::array<std::string_view, 2> const pages{of_case, of_result};
    auto page = static_cast<std::size_t>(results.page);
    if (segmented(ui, "results.page", {inner.min, {inner.max.x, inner.min.y + ui.px(44)}}, pages,
                  page)) {
        results.page = static_cast<VoteResults::Page>(page);
        results.side = {};
    }
    bool const one = results.page == VoteResults::Page::of_case;
    float const foot = inner.max.y - ui.px(60);
    base::Rect const body{{area.min.x, inner.min.y + ui.px(60)},
                          {area.max.x, foot - ui.px(62 + 16)}};
    {
        ScrollArea scroll(ui, "results.side", body, results.side);
        float const top = scroll.top() + ui.px(4);
        float const end = one ? draw_result_case(ui, view, workshop, inner, top)
                              : draw_result_facts(ui, view, workshop, inner, top);
        scroll.content_height(end - scroll.top() + ui.px(8));
    }
    hairline_h(ui, area.min.x, area.max.x, body.max.y, ui.color().line);
    bool const may = workshop.access == Access::edit;
    // A case alone can be voted on again where it is not ranked against the others.
    auto const method = results.tally->method;
    bool const alone = method != Method::ranking && method != Method::pairwise;
    bool const offered = one && alone && view.selected;
    base::Rect row{{inner.min.x, foot - ui.px(62)}, {inner.max.x, foot - ui.px(12)}};
    auto const vote_again = [&] {
        view.draft = model::get<model::Round>(workshop.doc(), view.round);
        view.draft.source = model::BallotSource::keyboard;
        view.fresh = true;
    };
    if (offered) {
        base::Rect const whole{{row.max.x - row.height(), row.min.y}, row.max};
        row.max.x = whole.min.x - ui.px(10);
        if (icon_button(ui, "vote.again", whole, icon::how_to_vote, ui.tr("vote.again"),
                        Rank::secondary, enabled_if(may)))
            vote_again();
        if (button(ui, "results.revote", row, ui.tr("results.revote"), {.icon = icon::replay},
                   enabled_if(may))) { // the first vote stays, this one stands beside it
            vote_again();
            view.draft.cases = {view.selected};
            view.draft.revote_of = view.round;
        }
    } else if (button(ui, "vote.again", row, ui.tr("vote.again"), {.icon = icon::replay},
                      enabled_if(may))) {
        vote_again();
    }
    if (button(ui, "vote.to_place", {{inner.min.x, foot}, inner.max}, ui.tr("vote.to_place"),
               {.rank = Rank::primary, .icon_right = icon::arrow_forward}))
        return edit::SetStep{model::Step::place};
    return std::nullopt;
}

} // namespace ui
