#include "ui/icons.h"
#include "ui/vote_view.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;
using model::Method;

// The bars of a histogram: one a value, or, of many values, one for so many.
struct Bar {
    int from = 0, to = 0;
    std::int64_t people = 0;
    std::string said;
};

constexpr int bars_max = 12;
constexpr int groups_max = 5;

std::vector<Bar> bars_of(Ui const& ui, Tally const& tally, model::Round const& round,
                         CaseTally const& one)
{
    std::vector<Bar> out;
    int least = 0, most = std::max(1, tally.value_max);
    for (auto const& bar : one.histogram) {
        least = std::min(least, bar.value);
        most = std::max(most, bar.value);
    }
    if (tally.method == Method::ranking && round.choices > 0) most = round.choices;
    int const values = most - least + 1;
    int const width = values <= bars_max ? 1 : (values - 1 + groups_max - 1) / groups_max;
    for (int from = least; from <= most;) {
        // Nothing given stands by itself.
        int const to = from == 0 || width == 1 ? from : std::min(most, from + width - 1);
        Bar bar{from, from < 0 && to >= 0 ? -1 : to, 0, {}};
        for (auto const& one_bar : one.histogram)
            if (one_bar.value >= bar.from && one_bar.value <= bar.to) bar.people += one_bar.people;
        bar.said = bar.from == bar.to ? std::to_string(bar.from)
                                      : std::to_string(bar.from) + "–" + std::to_string(bar.to);
        if (tally.method == Method::majority_judgment)
            bar.said = grade_name(ui, round, static_cast<std::size_t>(bar.from));
        else if (tally.method == Method::approval || tally.method == Method::budget)
            bar.said = ui.tr(bar.from == 0 ? "results.no" : "results.yes");
        else if (tally.method == Method::ranking)
            bar.said = bar.from == 0 ? ui.tr("results.unranked") : bar.said;
        else if (width == 1 && values <= 5)
            bar.said = ui.words->plural("vote.points", bar.from);
        from = bar.to + 1;
        out.push_back(std::move(bar));
    }
    // No ballot leaves it out: the place of those that do is not drawn.
    if (tally.method == Method::ranking && !out.empty() && out.front().people == 0)
        out.erase(out.begin());
    return out;
}

char const* heading_of(Method method)
{
    switch (method) {
    case Method::approval: return "results.heading.approval";
    case Method::budget: return "results.heading.approval";
    case Method::score: return "results.heading.score";
    case Method::majority_judgment: return "results.heading.grades";
    case Method::ranking: return "results.heading.places";
    default: return "vote.histogram";
    }
}

// Grades have long names: their bars lie down, the best on top.
float draw_grades_down(Ui& ui, std::vector<Bar> const& bars, base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    std::int64_t tallest = 1;
    for (auto const& bar : bars) tallest = std::max(tallest, bar.people);
    float const from = inner.min.x + ui.px(136), to = inner.max.x - ui.px(48);
    for (std::size_t i = bars.size(); i-- > 0;) {
        draw_text_in(ui, {{inner.min.x, y}, {from - ui.px(10), y + ui.px(28)}}, type::legend,
                     c.ink2, bars[i].said);
        float const w =
            (to - from) * static_cast<float>(bars[i].people) / static_cast<float>(tallest);
        base::Rect const bar{{from, y + ui.px(3)}, {from + std::max(ui.px(2), w), y + ui.px(25)}};
        fill(ui, bar, std::min(ui.px(4), bar.width() / 2),
             bars[i].people > 0 ? grade_color(ui, i, bars.size()) : c.line2);
        if (bars[i].people > 0) outline(ui, bar, ui.px(4), c.edge);
        draw_text_in(ui, {{bar.max.x + ui.px(8), y}, {inner.max.x, y + ui.px(28)}}, type::strong,
                     c.ink, std::to_string(bars[i].people));
        y += ui.px(34);
    }
    return y;
}

float draw_bars(Ui& ui, std::vector<Bar> const& bars, base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    constexpr float high = 150;
    float const base_y = y + ui.px(high + 30);
    std::int64_t tallest = 1;
    for (auto const& bar : bars) tallest = std::max(tallest, bar.people);
    float const pitch = inner.width() / static_cast<float>(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        auto const& bar = bars[i];
        float const x = inner.min.x + pitch * (static_cast<float>(i) + 0.5F);
        float const w = std::min(ui.px(32), pitch * 0.4F);
        float const h = bar.people > 0
                            ? std::max(ui.px(6), ui.px(high) * static_cast<float>(bar.people) /
                                                     static_cast<float>(tallest))
                            : ui.px(2);
        fill(ui, {{x - w, base_y - h}, {x + w, base_y}}, ui.px(6),
             bar.people == 0 ? c.line2
             : bar.from == 0 ? c.ink3
             : bar.from < 0  ? c.riskfill
                             : c.accent,
             Corners::top);
        draw_text_in(
            ui, {{x - pitch / 2, base_y - h - ui.px(30)}, {x + pitch / 2, base_y - h - ui.px(4)}},
            pitch > ui.px(36) ? type::h3 : type::meta, c.ink, std::to_string(bar.people),
            Align::centre);
        draw_text_in(ui, {{x - pitch / 2, base_y + ui.px(10)}, {x + pitch / 2, base_y + ui.px(34)}},
                     pitch > ui.px(40) ? type::legend : type::meta, c.ink2, bar.said,
                     Align::centre);
    }
    line(ui, {inner.min.x, base_y}, {inner.max.x, base_y}, c.ink, ui.px(2));
    return base_y + ui.px(40);
}

float draw_histogram(Ui& ui, Tally const& tally, model::Round const& round, CaseTally const& one,
                     base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    draw_text(ui, {inner.min.x, y}, type::h3, c.ink, ui.tr(heading_of(tally.method)));
    y += ui.px(34);
    if (tally.totals_only || one.histogram.empty()) {
        auto const said = ui.tr(tally.totals_only ? "vote.too_few" : "vote.no_histogram");
        touch(ui, "results.hidden", {{inner.min.x, y}, {inner.max.x, y + ui.px(26)}}, said,
              Enabled::yes, Role::area);
        return y + draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, c.ink2, said) +
               ui.px(14);
    }
    auto const bars = bars_of(ui, tally, round, one);
    float const from = y;
    y = tally.method == Method::majority_judgment ? draw_grades_down(ui, bars, inner, y)
                                                  : draw_bars(ui, bars, inner, y);
    std::string read;
    for (auto const& bar : bars)
        read += (read.empty() ? "" : ", ") + bar.said + ": " + std::to_string(bar.people);
    touch(ui, "results.histogram", {{inner.min.x, from}, {inner.max.x, y}}, read, Enabled::yes,
          Role::area);
    return y;
}

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
        float const mid = y + ui.px(18);
        bool const won = duel.won > duel.lost, level = duel.won == duel.lost;
        draw_case_mark(ui, {inner.min.x + ui.px(15), mid}, {.number = number, .diameter = 28});
        draw_text_in(ui,
                     {{inner.min.x + ui.px(38), mid - ui.px(13)},
                      {inner.max.x - ui.px(116), mid + ui.px(13)}},
                     type::label, c.ink, text.short_title.empty() ? text.title : text.short_title);
        auto const said = ui.tr("results.duel", duel.won, duel.lost);
        draw_text_in(ui,
                     {{inner.max.x - ui.px(110), mid - ui.px(13)},
                      {inner.max.x - ui.px(26), mid + ui.px(13)}},
                     type::strong, won ? c.ink : c.ink2, said, Align::right);
        if (!level)
            draw_icon_at(ui, {inner.max.x - ui.px(10), mid}, ui.px(20), won ? c.opp : c.risk,
                         won ? icon::check : icon::close);
        touch(ui, "results.duel." + number, {{inner.min.x, y}, {inner.max.x, y + ui.px(36)}}, said,
              Enabled::yes, Role::area);
        y += ui.px(38);
    }
    return y + ui.px(10);
}

std::string line_of(Ui const& ui, Tally const& tally, model::Round const& round,
                    CaseTally const& one)
{
    auto const voters = tally.voters;
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
    default: return ui.words->text("vote.said", analysis::text(one.score), one.supporters, voters);
    }
}

std::string camps_said(Ui const& ui, Tally const& tally, analysis::TwoCamps const& camps)
{
    if (tally.method != Method::score && tally.method != Method::majority_judgment)
        return ui.words->text("vote.camps", camps.low, camps.high);
    return ui.tr("results.camps.grades", camps.low, camps.high);
}

float draw_legend(Ui& ui, Tally const& tally, base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    bool const bars = !tally.orders && tally.method != Method::majority_judgment;
    if (tally.method == Method::majority_judgment && !tally.totals_only)
        return y + ui.px(8) +
               draw_paragraph(ui, {inner.min.x, y + ui.px(8)}, inner.width(), type::text, c.ink2,
                              ui.tr("results.legend.middle"));
    if (tally.orders)
        return y + ui.px(8) +
               draw_paragraph(ui, {inner.min.x, y + ui.px(8)}, inner.width(), type::text, c.ink2,
                              ui.tr("results.legend.orders"));
    if (!bars) return y;
    y += ui.px(16);
    whisker(ui, inner.min.x + ui.px(2), inner.min.x + ui.px(44), y, c.ink, c.panel);
    draw_text_in(ui, {{inner.min.x + ui.px(58), y - ui.px(13)}, {inner.max.x, y + ui.px(13)}},
                 type::text, c.ink2, ui.tr("vote.legend.interval"));
    y += ui.px(34);
    base::Rect const sample{{inner.min.x, y - ui.px(8)}, {inner.min.x + ui.px(46), y + ui.px(8)}};
    fill(ui, sample, ui.px(5), c.warnfill);
    hatch(ui, sample, c.warn, ui.px(9), ui.px(1.5F));
    draw_text_in(ui, {{inner.min.x + ui.px(58), y - ui.px(13)}, {inner.max.x, y + ui.px(13)}},
                 type::text, c.ink2, ui.tr("vote.legend.contested"));
    return y + ui.px(24);
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
        auto const held = one->ranks->low == one->ranks->high
                              ? ui.tr("results.rank.sure", one->ranks->low)
                              : ui.tr("results.rank.between", one->ranks->low, one->ranks->high);
        y = draw_fact(ui, inner, y - ui.px(8), "results.rank", icon::sort, held) + ui.px(8);
    } else if (tally.selection && one->share_at_top) {
        y = draw_fact(ui, inner, y - ui.px(8), "results.rank", icon::sort,
                      ui.tr("results.bought.often", ui.words->percent(*one->share_at_top))) +
            ui.px(8);
    }
    if (one->camps) {
        auto const words = camps_said(ui, tally, *one->camps);
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
    bool const few = tally.totals_only;
    if (tally.duels && !few)
        y = draw_duels(ui, doc, tally.duels->cases, tally.duels->wins, one->on, inner, y);
    else
        y = draw_histogram(ui, tally, round, *one, inner, y);
    y = draw_legend(ui, tally, inner, y);
    if (tally.orders && !few) {
        y += ui.px(8);
        y = draw_duels(ui, doc, tally.orders->cases, tally.orders->wins, one->on, inner, y);
    }
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
    bool const again = one && alone && view.selected;
    if (button(ui, again ? "results.revote" : "vote.again",
               {{inner.min.x, foot - ui.px(62)}, {inner.max.x, foot - ui.px(12)}},
               ui.tr(again ? "results.revote" : "vote.again"), {.icon = icon::replay},
               enabled_if(may))) {
        view.draft = model::get<model::Round>(workshop.doc(), view.round);
        view.draft.source = model::BallotSource::keyboard;
        if (again) { // the first vote stays, this one stands beside it
            view.draft.cases = {view.selected};
            view.draft.revote_of = view.round;
        }
        view.fresh = true;
    }
    if (button(ui, "vote.to_place", {{inner.min.x, foot}, inner.max}, ui.tr("vote.to_place"),
               {.rank = Rank::primary, .icon_right = icon::arrow_forward}))
        return edit::SetStep{model::Step::place};
    return std::nullopt;
}

} // namespace ui
