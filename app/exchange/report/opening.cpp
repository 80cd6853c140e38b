#include "base/text.h"
#include "exchange/report/writing.h"
#include "pictures/outcomes.h"
#include "pictures/whole_matrix.h"
#include "wording/decisions.h"
#include "wording/lists.h"
#include "wording/placements.h"
#include "wording/ranking.h"
#include "wording/votes/method_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

// The first page, and the one-page report.
namespace exchange {
namespace {

using model::CaseId;
using model::Verdict;

constexpr std::array verdicts{Verdict::launch, Verdict::safeguards, Verdict::later, Verdict::aside};

// A case's short name, or its title: shortened where all is on one page.
std::string brief(Writing const& w, CaseId id)
{
    constexpr std::size_t most = 60; // characters
    auto const text = w.text_of(id);
    if (!text.short_title.empty()) return text.short_title;
    return w.options.form == ReportForm::one_page ? base::truncated(text.title, most) : text.title;
}

void write_figures(Writing& w)
{
    auto const all = w.page.in("ul", {{"class", "figures"}});
    for (auto const& figure : wording::figures(w.words, w.situation())) {
        auto const one = w.page.in("li");
        w.page.ours("b", figure.value);
        w.page.text(" ");
        w.page.ours("span", figure.counts);
    }
}

// The number of cases per quadrant of the overall matrix.
std::string zones(Writing const& w)
{
    std::array<int, analysis::quadrant_count> counts{};
    auto const axis = pictures::overall_axis(w.words, w.doc);
    for (auto const& one : w.facts.ranking.cases) {
        if (!one.placed()) continue;
        auto const quadrant = analysis::quadrant_of(
            axis, static_cast<model::Level>(std::lround(*one.opportunity * 100)),
            static_cast<model::Level>(std::lround(*one.risk * 100)));
        ++counts.at(static_cast<std::size_t>(quadrant));
    }
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < counts.size(); ++i)
        parts.push_back(w.words.text(
            "report.zone", wording::quadrant(w.words, axis, static_cast<analysis::Quadrant>(i)),
            counts.at(i)));
    return wording::listed(w.words, parts);
}

void write_overall(Writing& w)
{
    auto const& ranking = w.facts.ranking;
    if (ranking.placed == 0) return;
    w.page.ours("h2", w.word("overall.title"));
    Writing::Picture picture;
    picture.title = w.words.text("report.overall.picture", w.words.number(ranking.placed));
    picture.description = w.words.text("report.overall.described", zones(w));
    picture.legend = w.word("overall.legend");
    if (std::ranges::any_of(ranking.cases, &analysis::RankedCase::contested))
        picture.legend += " " + w.word("legend.contested");
    picture.legend += " " + w.word("legend.leader");
    picture.names = static_cast<std::size_t>(ranking.placed);
    picture.draw = [&](pictures::Means const& means, base::Rect const& box, pictures::Names names) {
        return pictures::overall_picture(means, w.doc, ranking, box, names);
    };
    if (w.options.form == ReportForm::one_page) picture.height = 205;
    w.matrix(picture);
}

void write_cases_of(Writing& w, std::vector<CaseId> const& cases, std::size_t most)
{
    if (cases.empty()) {
        w.page.ours("p", w.word("outcomes.none"));
        return;
    }
    auto const all = w.page.in("ul");
    auto const shown = cases.size() > most + 1 ? most : cases.size();
    for (std::size_t i = 0; i < shown; ++i) {
        auto const one = w.page.in("li");
        w.page.ours("b", std::to_string(w.text_of(cases[i]).number));
        w.page.text(" ");
        w.page.said(brief(w, cases[i]));
    }
    if (shown < cases.size())
        w.page.ours("li",
                    w.words.text("report.outcomes.more",
                                 w.words.number(static_cast<std::int64_t>(cases.size() - shown))));
}

// The valid decisions, in the order of the ranking.
std::map<Verdict, std::vector<CaseId>> decided(Writing const& w)
{
    std::map<Verdict, std::vector<CaseId>> out;
    for (auto const& one : w.facts.ranking.cases) {
        auto const* said = analysis::standing_decision(w.doc, one.on);
        out[said ? said->verdict : Verdict::none].push_back(one.on);
    }
    return out;
}

// Four boxes of decisions; nothing without decisions.
void write_outcomes(Writing& w, std::size_t most)
{
    auto const cases = decided(w);
    if (std::ranges::none_of(verdicts, [&](Verdict one) { return cases.contains(one); })) return;
    w.page.ours("h2", w.word("outcomes.title"));
    auto const all = w.page.in("div", {{"class", "outcomes"}});
    for (auto verdict : verdicts) {
        auto const box = w.page.in("div", {{"class", std::string(base::name_of(verdict))}});
        auto const found = cases.find(verdict);
        auto const count = found == cases.end() ? 0 : found->second.size();
        {
            auto const head = w.page.in("h3");
            write_verdict(w, verdict);
            w.page.text(" ");
            w.page.ours("span", w.words.number(static_cast<std::int64_t>(count)),
                        {{"class", "count"}});
        }
        if (verdict == Verdict::aside && !w.shows(ReportPart::aside)) {
            if (count > 0) w.page.ours("p", w.words.text("report.decisions.aside_hidden", count));
            continue;
        }
        write_cases_of(w, found == cases.end() ? std::vector<CaseId>{} : found->second, most);
    }
}

void write_method(Writing& w)
{
    std::string said;
    auto add = [&](std::string const& sentence) { said += (said.empty() ? "" : " ") + sentence; };
    for (auto const& vote : w.facts.votes)
        if (w.facts.ranking.reference == vote.tally.round)
            add(wording::how_voted(w.words, vote.round));
    if (w.facts.ranking.placed > 0)
        add(w.words.text("report.rules.order",
                         wording::convention(w.words, w.doc, w.facts.ranking)));
    if (said.empty()) return;
    auto const line = w.page.in("p", {{"class", "note"}});
    w.page.ours("strong", w.word("method"));
    w.page.text(" " + said);
}

void write_summary(Writing& w)
{
    auto const paragraphs = wording::summary(w.words, w.situation());
    for (std::size_t i = 0; i < paragraphs.size(); ++i)
        w.page.ours("p", paragraphs[i], {{"class", i == 0 ? "lead" : "summary"}});
}

} // namespace

void write_opening(Writing& w)
{
    auto const opening = w.page.in("div", {{"class", "opening"}});
    write_summary(w);
    write_figures(w);
    write_overall(w);
    write_outcomes(w, 14);
    write_method(w);
}

void write_single_page(Writing& w)
{
    constexpr std::size_t most = 5; // cases per list, to fit on one page
    auto const page = w.page.in("div", {{"class", "opening single"}});
    auto const now = w.situation();
    w.page.ours("p",
                wording::gathered(w.words, w.doc) + " " + wording::decisions_so_far(w.words, w.doc),
                {{"class", "lead"}});
    w.paragraph(wording::voted(w.words, now) + " " + wording::ahead(w.words, now), "summary");
    write_overall(w);
    write_outcomes(w, most);
    auto const last = w.page.in("div", {{"class", "last"}});
    {
        auto const divides = w.page.in("div");
        w.page.ours("h2", w.word("divides.title"));
        auto const said = wording::divided(w.words, now);
        w.paragraph(said.empty() ? w.word("divides.none") : said);
        w.paragraph(wording::to_look_into(w.words, now));
    }
    {
        auto const left = w.page.in("div");
        w.page.ours("h2", w.word("left.title"));
        auto const cases = decided(w);
        auto const undecided = cases.find(Verdict::none);
        if (undecided == cases.end())
            w.paragraph(w.facts.cases.empty() ? w.word("cases.none") : w.word("left.none"));
        else
            write_cases_of(w, undecided->second, most);
    }
    write_small_seal(w);
}

} // namespace exchange
