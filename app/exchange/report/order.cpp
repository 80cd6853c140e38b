#include "analysis/estimates/settling.h"
#include "exchange/report/writing.h"
#include "pictures/whole_matrix.h"
#include "wording/decisions.h"
#include "wording/estimates.h"
#include "wording/lists.h"
#include "wording/placements.h"
#include "wording/ranking.h"
#include "wording/times.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"

#include <algorithm>

// Sections: the order of the cases, and each axis.
namespace exchange {
namespace {

using analysis::RankedCase;
using model::CaseId;
using Of = Writing::Column::Of;

// Case numbers as a sentence, or only their count when there are many.
void write_unplaced(Writing& w, std::vector<CaseId> cases, std::string const& key)
{
    constexpr std::size_t most = 40;
    std::erase_if(cases, [&](CaseId id) { return !w.tells_of(id); });
    if (cases.empty()) return;
    w.paragraph(
        cases.size() > most
            ? w.words.text(key + ".many", w.words.number(static_cast<std::int64_t>(cases.size())))
            : w.words.text(key, wording::case_numbers(w.words, w.doc, cases)),
        "less");
}

void write_name_with_signs(Writing& w, RankedCase const& one)
{
    auto const cell = w.page.in("th", {{"scope", "row"}});
    w.page.said(w.text_of(one.on).title);
    auto sign = [&](std::string_view drawn, std::string_view key) {
        w.page.text("\u00A0"); // avoids a line with a single word
        auto const said = "(" + w.word(key) + ")";
        // An office program knows no hidden text: it would print it one letter a line.
        bool const hides = w.options.pictures == ReportOptions::Pictures::drawn;
        w.page.ours("span", drawn, {{"aria-hidden", "true"}, {"class", "sign"}});
        w.page.ours("span", hides ? said : "\u00A0" + said,
                    hides ? Attributes{{"class", "heard"}} : Attributes{});
    };
    if (one.contested) sign("≠", "order.contested");
    if (one.veto == analysis::Veto::risk) sign("!", "order.veto");
}

void write_decision_cells(Writing& w, CaseId id)
{
    auto const* said = analysis::standing_decision(w.doc, id);
    auto const cell = w.page.in("td");
    if (said)
        write_verdict(w, said->verdict);
    else
        w.page.ours("span", w.words.text("decide.choose"), {{"class", "less"}});
}

void write_ranked(Writing& w, RankedCase const& one)
{
    auto const* vote = w.facts.reference();
    auto const* counted = vote ? vote->find(one.on) : nullptr;
    auto const* said = analysis::standing_decision(w.doc, one.on);
    auto const row = w.page.in("tr");
    w.cell_number(std::to_string(one.rank));
    w.cell_number(one.rank_draws.empty() ? "–" : wording::interval(one));
    w.cell_number(std::to_string(w.text_of(one.on).number));
    write_name_with_signs(w, one);
    if (vote) {
        auto const round = model::get<model::Round>(w.doc, vote->round);
        w.cell_number(counted ? wording::score(w.words, {round, *vote, *counted}) : "–");
    }
    w.cell_number(w.words.decimal(*one.opportunity, 1));
    w.cell_number(w.words.decimal(*one.risk, 1));
    write_decision_cells(w, one.on);
    if (w.shows(ReportPart::owners)) w.cell_said(said ? said->owner : std::string());
    w.page.theirs("td", said ? wording::day(w.words, said->review) : std::string(),
                  {{"class", "d"}});
}

// The cases on an axis, by number: placed, or at the median of the estimates.
struct OnAxis {
    CaseId on;
    wording::Standing standing;
    model::Level opportunity = 0, risk = 0;
};
std::vector<OnAxis> lying_on(Writing const& w, Facts::Axis const& axis)
{
    std::vector<OnAxis> out;
    for (auto const& one : axis.placed)
        out.push_back({one.on,
                       {model::find<model::Placement>(w.doc, {axis.id, one.on}), nullptr},
                       one.opportunity,
                       one.risk});
    for (auto const& rounds : axis.clouds) {
        auto const& cloud = rounds.back();
        auto const found = std::ranges::find(out, cloud.on, &OnAxis::on);
        if (found != out.end()) {
            found->standing.cloud = &cloud;
        } else if (auto const at = analysis::at_the_median(cloud)) {
            out.push_back({cloud.on, {nullptr, &cloud}, at->opportunity, at->risk});
        }
    }
    std::erase_if(out, [&](OnAxis const& one) { return !w.tells_of(one.on); });
    std::ranges::sort(out, {}, [&](OnAxis const& one) { return w.text_of(one.on).number; });
    return out;
}

std::string legend_of(Writing const& w, std::vector<OnAxis> const& cases)
{
    auto any = [&](auto&& what) { return std::ranges::any_of(cases, what); };
    std::string out;
    auto add = [&](bool when, std::string_view key) {
        if (when) out += (out.empty() ? "" : " ") + w.word(key);
    };
    add(any([](OnAxis const& one) { return one.standing.settled != nullptr; }), "legend.settled");
    add(any([](OnAxis const& one) { return one.standing.settled == nullptr; }), "legend.median");
    add(any([](OnAxis const& one) {
            return one.standing.cloud && one.standing.cloud->shape &&
                   one.standing.cloud->shape->half;
        }),
        "legend.half");
    add(any([](OnAxis const& one) {
            return one.standing.cloud && one.standing.cloud->contested();
        }),
        "legend.contested");
    add(true, "legend.leader");
    return out;
}

void write_places(Writing& w, Facts::Axis const& axis, std::vector<OnAxis> const& cases)
{
    w.table(w.words.text("report.axes.caption", axis.record.place),
            {{w.word("col.number"), Of::numbers},
             {w.words.text("decide.case")},
             {w.words.text("export.opportunity"), Of::numbers},
             {w.words.text("export.risk"), Of::numbers},
             {w.word("col.zone")},
             {w.word("col.estimates"), Of::numbers},
             {w.word("col.agreement")}},
            [&] {
                for (auto const& one : cases) {
                    auto const row = w.page.in("tr");
                    w.cell_number(std::to_string(w.text_of(one.on).number));
                    w.cell_names_row(w.text_of(one.on).title);
                    w.cell_number(w.words.decimal(one.opportunity / 100.0, 1));
                    w.cell_number(w.words.decimal(one.risk / 100.0, 1));
                    auto const zone = analysis::quadrant_of(axis.record, one.opportunity, one.risk);
                    w.cell(wording::quadrant(w.words, axis.record, zone) +
                           (one.standing.settled ? "" : " (" + w.word("axes.to_settle") + ")"));
                    w.cell_number(one.standing.cloud ? w.words.number(one.standing.cloud->placed)
                                                     : "–");
                    auto const agreed = wording::agreed(w.words, one.standing);
                    w.cell(agreed.empty() ? "–" : agreed);
                }
            });
}

void write_divided(Writing& w, std::vector<OnAxis> const& cases, std::string_view head)
{
    std::vector<std::string> said;
    for (auto const& one : cases) {
        auto add = [&](std::string const& sentence) {
            if (!sentence.empty())
                said.push_back(w.words.text("report.of_case",
                                            wording::case_named(w.words, w.doc, one.on), sentence));
        };
        add(wording::contradiction(w.words, one.standing));
        if (!one.standing.cloud || !one.standing.cloud->shape) continue;
        add(wording::contest(w.words, *one.standing.cloud->shape));
    }
    if (said.empty()) return;
    w.page.ours("h4", w.word(head));
    w.list(said);
}

Writing::Picture axis_matrix(Writing& w, Facts::Axis const& axis, std::vector<OnAxis> const& cases,
                             model::Document const& doc)
{
    Writing::Picture picture;
    picture.title = w.words.text("report.axes.picture", axis.record.place, axis.record.title);
    picture.description = w.words.text(
        "report.axes.described",
        wording::so_far(w.words, axis.clouds, analysis::agreed_among(axis.clouds).size()));
    picture.legend = legend_of(w, cases);
    picture.names = cases.size();
    picture.draw = [&doc, id = axis.id](pictures::Means const& means, base::Rect const& box,
                                        pictures::Names names) {
        return pictures::axis_picture(means, doc, id, box, names);
    };
    return picture;
}

// What the committee said in its own blind rounds, beside what the workshop settled.
void write_committee(Writing& w, Facts::Axis const& axis, std::vector<OnAxis> const& workshop)
{
    auto const own = std::ranges::find(w.facts.committee_axes, axis.id, &Facts::Axis::id);
    if (own == w.facts.committee_axes.end()) return;
    auto const cases = lying_on(w, *own);
    if (cases.empty()) return;
    auto const together = w.page.in("div", {{"class", "axis"}});
    {
        auto const kept = w.page.in("div", {{"class", "whole"}});
        w.page.ours("h4", w.word("axes.committee"));
        auto picture = axis_matrix(w, *own, cases, w.facts.committee_room);
        picture.title =
            w.words.text("report.axes.committee.picture", axis.record.place, axis.record.title);
        w.matrix(picture);
    }
    w.table(w.words.text("report.axes.committee.caption", axis.record.place),
            {{w.word("col.number"), Of::numbers},
             {w.words.text("decide.case")},
             {w.words.text("export.opportunity"), Of::numbers},
             {w.words.text("export.risk"), Of::numbers},
             {w.word("col.estimates"), Of::numbers},
             {w.word("col.agreement")},
             {w.word("col.workshop"), Of::numbers}},
            [&] {
                for (auto const& one : cases) {
                    auto const row = w.page.in("tr");
                    auto const level = [&](model::Level of) {
                        return w.words.decimal(of / 100.0, 1);
                    };
                    w.cell_number(std::to_string(w.text_of(one.on).number));
                    w.cell_names_row(w.text_of(one.on).title);
                    w.cell_number(level(one.opportunity));
                    w.cell_number(level(one.risk));
                    w.cell_number(one.standing.cloud ? w.words.number(one.standing.cloud->placed)
                                                     : "–");
                    auto const agreed = wording::agreed(w.words, one.standing);
                    w.cell(agreed.empty() ? "–" : agreed);
                    auto const there = std::ranges::find(workshop, one.on, &OnAxis::on);
                    w.cell_number(there == workshop.end()
                                      ? "–"
                                      : level(there->opportunity) + " / " + level(there->risk));
                }
            });
    write_divided(w, cases, "axes.committee.divides");
}

// The positions of the workshop on an axis: matrix, figures, disagreements.
void write_positions(Writing& w, Facts::Axis const& axis, std::vector<OnAxis> const& cases)
{
    auto const together = w.page.in("div", {{"class", "axis"}});
    {
        auto const kept = w.page.in("div", {{"class", "whole"}});
        w.page.theirs("h3", w.words.text("report.axes.head", axis.record.place, axis.record.title));
        if (cases.empty()) {
            w.paragraph(w.word("axes.empty"));
            return;
        }
        w.matrix(axis_matrix(w, axis, cases, w.doc));
    }
    write_places(w, axis, cases);
    write_divided(w, cases, "axes.divides");
    std::vector<CaseId> nowhere;
    for (auto id : axis.unplaced)
        if (std::ranges::find(cases, id, &OnAxis::on) == cases.end()) nowhere.push_back(id);
    write_unplaced(w, nowhere, "report.axes.unplaced");
}

void write_axis(Writing& w, Facts::Axis const& axis)
{
    auto const cases = lying_on(w, axis);
    write_positions(w, axis, cases);
    write_committee(w, axis, cases);
}

} // namespace

void write_order(Writing& w)
{
    w.section("order", [&] {
        auto const& ranking = w.facts.ranking;
        w.paragraph(wording::ahead(w.words, w.situation()));
        if (ranking.placed == 0) return;
        if (ranking.stability) {
            w.paragraph(wording::about_draws(w.words, ranking));
            w.paragraph(wording::voices(w.words, ranking));
        }
        std::vector<Writing::Column> columns{{w.words.text("decide.rank"), Of::numbers},
                                             {w.word("col.ninety"), Of::numbers},
                                             {w.word("col.number"), Of::numbers},
                                             {w.words.text("decide.case")}};
        if (w.facts.reference()) columns.push_back({w.words.text("export.vote"), Of::numbers});
        columns.push_back({w.word("col.opp"), Of::numbers});
        columns.push_back({w.words.text("decide.risk"), Of::numbers});
        columns.push_back({w.words.text("decide.verdict")});
        if (w.shows(ReportPart::owners)) columns.push_back({w.words.text("decide.owner")});
        columns.push_back({w.words.text("decide.review")});
        w.table(w.word("order.caption"), columns, [&] {
            for (auto const& one : ranking.cases)
                if (one.placed() && w.tells_of(one.on)) write_ranked(w, one);
        });
        w.paragraph(w.word("order.foot"), "note");
        std::vector<CaseId> nowhere;
        for (auto const& one : ranking.cases)
            if (!one.placed()) nowhere.push_back(one.on);
        write_unplaced(w, nowhere, "report.order.unplaced");
        if (w.facts.workshop.pairs > 0)
            w.paragraph(w.words.text("report.order.gap", wording::gap(w.words, w.facts.workshop)));
        if (w.facts.committee.pairs > 0)
            w.paragraph(w.words.text("report.order.gap.committee",
                                     wording::gap(w.words, w.facts.committee)));
    });
}

void write_axes(Writing& w)
{
    w.section("axes", [&] {
        if (w.facts.axes.empty()) w.paragraph(w.word("axes.none"));
        for (auto const& axis : w.facts.axes) write_axis(w, axis);
    });
}

} // namespace exchange
