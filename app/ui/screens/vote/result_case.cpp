#include "ui/kit/names.h"
#include "ui/paint/picture_paint.h"
#include "ui/panels/case_origin.h"
#include "ui/screens/vote/method_views.h"
#include "ui/screens/vote/vote_view.h"
#include "wording/votes/results.h"

#include <algorithm>

// A case of a result, in the panel.
namespace ui {
namespace {

using analysis::CaseTally;
using analysis::Tally;

constexpr float duel_line = 36, duel_lines = 54; // a row with one line, with two

// Its pairwise results against each other case, defeats first.
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

// The legend of the bars' marks.
float draw_legend(Ui& ui, Tally const& tally, base::Rect const& inner, float y)
{
    auto const& c = ui.color();
    if (tally.source == model::BallotSource::hands) return y; // counted together: no intervals
    y += ui.px(16);
    bool const intervals = tally.voters >= analysis::interval_min;
    auto entry = [&](std::string const& said) {
        draw_text_in(ui, {{inner.min.x + ui.px(58), y - ui.px(13)}, {inner.max.x, y + ui.px(13)}},
                     type::text, c.ink2, said);
        y += ui.px(34);
    };
    if (intervals) {
        draw_picture(ui, [&](auto& pen) {
            pen.whisker(inner.min.x + pen.px(2), inner.min.x + pen.px(44), y, c.ink, c.panel);
        });
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
    draw_picture(ui, [&](auto& pen) {
        pen.fill(sample, pen.px(5), c.warnfill);
        pen.hatch(sample, c.warn, pen.px(9), pen.px(1.5F));
    });
    entry(ui.tr("vote.legend.contested"));
    return y - ui.px(10);
}

} // namespace

float bars_of_case(Ui& ui, ResultCase const& of, float y)
{
    y = draw_histogram(ui, of.tally(), of.round, of.one, of.inner, y);
    return draw_legend(ui, of.tally(), of.inner, y);
}

float grades_of_case(Ui& ui, ResultCase const& of, float y)
{
    y = draw_histogram(ui, of.tally(), of.round, of.one, of.inner, y);
    if (of.one.grades.empty()) return y; // in small rooms
    auto const& inner = of.inner;
    auto const judged = wording::judged(*ui.words, {of.round, of.tally(), of.one});
    float const h = paragraph_height(ui, type::text, judged, inner.width());
    touch(ui, "results.judged", {{inner.min.x, y}, {inner.max.x, y + h}}, judged, Enabled::yes,
          Role::area);
    return y +
           draw_paragraph(ui, {inner.min.x, y}, inner.width(), type::text, ui.color().ink2, judged);
}

float orders_of_case(Ui& ui, ResultCase const& of, float y)
{
    auto const& inner = of.inner;
    y = draw_histogram(ui, of.tally(), of.round, of.one, inner, y);
    y += ui.px(8) + draw_paragraph(ui, {inner.min.x, y + ui.px(8)}, inner.width(), type::text,
                                   ui.color().ink2, ui.tr("results.legend.orders"));
    if (of.tally().totals_only) return y;
    auto const& orders = *of.tally().orders;
    return draw_duels(ui, of.doc, orders.cases, orders.wins, of.one.on, inner, y + ui.px(8));
}

float pairs_of_case(Ui& ui, ResultCase const& of, float y)
{
    if (of.tally().totals_only) return bars_of_case(ui, of, y);
    auto const& duels = *of.tally().duels;
    y = draw_duels(ui, of.doc, duels.cases, duels.wins, of.one.on, of.inner, y);
    return draw_legend(ui, of.tally(), of.inner, y);
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
    y +=
        std::max(ui.px(46), draw_paragraph(ui, {inner.min.x + ui.px(62), y},
                                           inner.width() - ui.px(62), type::h2, c.ink, text.title));
    wording::CaseResult const of{round, tally, *one};
    auto const said = wording::result_line(*ui.words, of);
    float const width = inner.width() - ui.px(62);
    touch(ui, "results.said", {{inner.min.x + ui.px(62), y}, {inner.max.x, y + ui.px(26)}}, said,
          Enabled::yes, Role::area);
    y += draw_paragraph(ui, {inner.min.x + ui.px(62), y}, width, type::text, c.ink2, said) +
         ui.px(18);
    if (one->ranks) {
        y = draw_fact(ui, inner, y - ui.px(8), "results.rank", icon::sort,
                      wording::rank_holds(*ui.words, *one, view.first.value_or(0))) +
            ui.px(8);
    } else if (tally.selects() && one->share_at_top) {
        y = draw_fact(ui, inner, y - ui.px(8), "results.rank", icon::sort,
                      ui.tr("results.bought.often", ui.words->percent(*one->share_at_top))) +
            ui.px(8);
    }
    if (one->camps) {
        auto const words = wording::camps(*ui.words, of);
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
    ResultCase const shown{view.results, doc, round, *one, inner};
    y = method_view(tally.method).of_case(ui, shown, y);
    y = draw_rooms_of_case(ui, shown, y);
    draw_origin(ui, doc, one->on, "results.origin", inner, y);
    return y;
}

} // namespace ui
