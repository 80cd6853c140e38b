#include "analysis/ranking/guard_rails.h"
#include "analysis/voting/tally.h"
#include "exchange/report/writing.h"
#include "wording/amounts.h"
#include "wording/decisions.h"
#include "wording/guard_rails.h"
#include "wording/ranking.h"
#include "wording/times.h"

#include <algorithm>

// Sections: decisions, all cases, ballots.
namespace exchange {
namespace {

using model::Body;
using model::CaseId;

// A list item; nothing when `said` is empty.
void line(Writing& w, std::string_view what, std::string_view said)
{
    if (said.empty()) return;
    w.page.ours("dt", what);
    w.page.theirs("dd", said);
}

// "Porteur : DSI · Échéance : juin 2026"; empty facts are omitted.
class FactsLine {
public:
    explicit FactsLine(Writing const& w)
        : w_(w)
    {
    }
    void add(std::string_view what, std::string_view said)
    {
        if (said.empty()) return;
        line_ += (line_.empty() ? "" : " · ") + w_.words.text("report.of_case", what, said);
    }
    [[nodiscard]] std::string const& line() const { return line_; }

private:
    Writing const& w_;
    std::string line_;
};

void write_decision(Writing& w, CaseId id, Body body)
{
    auto const* said = model::find<model::Decision>(w.doc, {id, body});
    if (!said) return;
    if (said->verdict == model::Verdict::none) {
        if (said->question.empty()) return;
        w.page.ours("dt", w.word("decisions.question"));
        w.page.theirs("dd", wording::asked(w.words, body, said->question));
        return;
    }
    w.page.ours("dt", w.words.text(body == Body::workshop ? "decide.sheet.workshop"
                                                          : "decide.sheet.committee"));
    auto const what = w.page.in("dd");
    write_verdict(w, said->verdict);
    w.page.text(" ");
    if (said->reason.empty())
        w.page.ours("span", w.word("decisions.no_reason"), {{"class", "less"}});
    else
        w.page.said(said->reason);
    if (!said->question.empty()) w.page.theirs("p", wording::asked(w.words, body, said->question));
    FactsLine facts(w);
    if (!said->owner.empty())
        facts.add(w.words.text("decide.owner"),
                  w.shows(ReportPart::owners) ? said->owner : w.word("decisions.owner_hidden"));
    facts.add(w.words.text("decide.review"), wording::day(w.words, said->review));
    if (!facts.line().empty()) w.page.theirs("p", facts.line(), {{"class", "less"}});
}

// The answer to a question with person and date; the person only when names are included.
std::string answered(Writing const& w, model::GuardAnswer answer)
{
    if (!w.shows(ReportPart::names)) answer.who.clear();
    auto out = wording::reply(w.words, answer.reply);
    if (!answer.who.empty() || !answer.when.empty())
        out += " (" + wording::who_and_when(w.words, answer) + ")";
    return out;
}

void write_guards(Writing& w, CaseId id)
{
    auto const questions = analysis::questions_of(w.doc, id);
    if (questions.empty()) return;
    w.page.ours("dt", w.word("decisions.guards"));
    auto const said = w.page.in("dd");
    w.page.text(
        wording::open_among(w.words, analysis::open_questions(w.doc, id), questions.size()));
    auto const all = w.page.in("ul");
    for (auto const& one : questions) {
        auto const item = w.page.in("li");
        w.page.said(one.question.text);
        w.page.text(" ");
        w.page.theirs("strong", answered(w, one.answer));
    }
}

void write_notices(Writing& w, CaseId id)
{
    std::vector<std::string> said;
    for (auto body : {Body::workshop, Body::committee})
        for (auto notice : analysis::notices_of(w.doc, {id, body})) {
            auto sentence = wording::notice(w.words, w.doc, id, notice);
            if (std::ranges::find(said, sentence) == said.end())
                said.push_back(std::move(sentence));
        }
    if (auto const* ranked = w.facts.ranking.find(id)) {
        for (auto& sentence :
             {wording::veto(w.words, w.doc, *ranked, Body::workshop),
              wording::missing(w.words, w.doc, *ranked), wording::conflict(w.words, w.doc, id)})
            if (!sentence.empty()) said.push_back(sentence);
    }
    if (said.empty()) return;
    w.page.ours("dt", w.word("decisions.notices"));
    auto const what = w.page.in("dd");
    w.list(said);
}

void write_decided(Writing& w, CaseId id)
{
    auto const text = w.text_of(id);
    auto const whole = w.page.in("div", {{"class", "one"}});
    w.page.theirs("h3", w.words.text("report.case.head", text.number, text.title));
    auto const all = w.page.in("dl");
    write_decision(w, id, Body::workshop);
    write_decision(w, id, Body::committee);
    auto const* ranked = w.facts.ranking.find(id);
    bool const placed = ranked && ranked->placed();
    line(w, w.word("decisions.rank"),
         placed ? wording::rank(w.words, *ranked) : w.word("decisions.unranked"));
    if (auto const* gap = w.facts.workshop.find(id)) {
        if (gap->lifted_over > 0)
            line(w, w.word("decisions.gap"), wording::lifted_over(w.words, gap->lifted_over));
        if (gap->passed_by > 0)
            line(w, w.word("decisions.gap"), wording::passed_by(w.words, gap->passed_by));
    }
    write_guards(w, id);
    write_notices(w, id);
}

std::string answer(Writing const& w, model::Answer said)
{
    return w.word("answer." + std::string(base::name_of(said)));
}

std::string merged_from(Writing const& w, CaseId id)
{
    std::string out;
    for (auto const& [from, merge] : model::table<model::Merge>(w.doc))
        if (merge.into == id) {
            auto const text = w.text_of(from);
            out += (out.empty() ? "" : " ; ") +
                   w.words.text("report.case.head", text.number, text.title);
        }
    return out;
}

std::string group_of(Writing const& w, CaseId id)
{
    auto const* member = model::find<model::Membership>(w.doc, id);
    return member ? model::get<model::Group>(w.doc, member->group).title : std::string();
}

void write_case(Writing& w, CaseId id)
{
    auto const text = w.text_of(id);
    auto const whole = w.page.in("div", {{"class", "one"}});
    w.page.theirs("h3", w.words.text("report.case.head", text.number, text.title));
    auto export_word = [&](char const* key) { return w.words.text("export." + std::string(key)); };
    for (auto const* said : {&text.need, &text.description, &text.notes})
        if (!said->empty()) w.page.theirs("p", *said);
    if (auto const merged = merged_from(w, id); !merged.empty())
        w.page.theirs("p", w.words.text("report.of_case", w.word("cases.merged"), merged));
    FactsLine facts(w);
    facts.add(export_word("domain"), text.domain);
    facts.add(export_word("group"), group_of(w, id));
    facts.add(export_word("cost"),
              text.cost.empty() ? text.cost : wording::cost(w.words, text.cost));
    facts.add(export_word("personal_data"), answer(w, text.personal_data));
    if (analysis::asks_for_levels(w.doc))
        facts.add(export_word("ai_act"), wording::level(w.words, text.ai_act));
    facts.add(w.word("cases.origin"), w.word("origin." + std::string(base::name_of(text.origin))));
    if (w.shows(ReportPart::names)) facts.add(export_word("proposer"), text.proposer);
    facts.add(export_word("source"), text.source);
    w.page.theirs("p", facts.line(), {{"class", "less"}});
}

void write_case_table(Writing& w, std::vector<CaseId> const& cases)
{
    using Of = Writing::Column::Of;
    std::vector<Writing::Column> columns{{w.word("col.number"), Of::numbers},
                                         {w.words.text("decide.case")},
                                         {w.words.text("export.domain")},
                                         {w.words.text("export.group")}};
    if (w.shows(ReportPart::names)) columns.push_back({w.words.text("export.proposer")});
    w.table(w.word("cases.caption"), columns, [&] {
        for (auto id : cases) {
            auto const text = w.text_of(id);
            auto const row = w.page.in("tr");
            w.cell_number(std::to_string(text.number));
            w.cell_names_row(text.title);
            w.cell_said(text.domain);
            w.cell_said(group_of(w, id));
            if (w.shows(ReportPart::names)) w.cell_said(text.proposer);
        }
    });
}

std::vector<CaseId> told(Writing const& w)
{
    auto out = w.facts.cases;
    std::erase_if(out, [&](CaseId id) { return !w.tells_of(id); });
    return out;
}

void say_hidden(Writing& w)
{
    auto const hidden = w.facts.cases.size() - told(w).size();
    if (hidden > 0) w.paragraph(w.words.text("report.decisions.aside_hidden", hidden), "less");
}

std::string marks_of(Writing const& w, model::Ballot const& ballot)
{
    if (ballot.marks.empty()) return w.word("ballots.blank");
    std::string out;
    for (auto const& mark : ballot.marks)
        out += (out.empty() ? "" : " ; ") + w.words.text("report.ballots.mark",
                                                         w.text_of(mark.on).number,
                                                         w.words.number(mark.value));
    return out;
}

void write_ballots_of(Writing& w, Facts::Vote const& vote)
{
    w.page.ours("h3", w.words.text("report.vote", vote.round.number));
    if (vote.round.source == model::BallotSource::hands)
        return w.paragraph(w.word("ballots.hands"));
    if (vote.tally.totals_only)
        return w.paragraph(w.words.text("report.ballots.few", analysis::group_min));
    using Of = Writing::Column::Of;
    w.table(w.words.text("report.ballots.caption", vote.round.number),
            {{w.word("col.number"), Of::numbers}, {w.word("ballots.marks")}}, [&] {
                auto const& ballots = model::table<model::Ballot>(w.doc);
                int number = 0;
                for (auto it = ballots.lower_bound({vote.tally.round, 0});
                     it != ballots.end() && it->first.round == vote.tally.round; ++it) {
                    auto const row = w.page.in("tr");
                    w.cell_number(std::to_string(++number));
                    auto const copies = it->second.copies;
                    w.cell((copies > 1 ? w.words.text("report.ballots.copies", copies)
                                       : std::string()) +
                           marks_of(w, it->second));
                }
            });
}

} // namespace

void write_decisions(Writing& w)
{
    w.section("decisions", [&] {
        std::vector<CaseId> decided;
        for (auto const& one : w.facts.ranking.cases)
            if (w.tells_of(one.on) && analysis::standing_decision(w.doc, one.on))
                decided.push_back(one.on);
        if (decided.empty()) w.paragraph(w.word("decisions.none"));
        for (auto id : decided) write_decided(w, id);
        say_hidden(w);
    });
}

void write_cases(Writing& w)
{
    w.section("cases", [&] {
        auto const cases = told(w);
        if (w.facts.cases.empty()) w.paragraph(w.word("cases.none"));
        if (w.shows(ReportPart::descriptions))
            for (auto id : cases) write_case(w, id);
        else if (!cases.empty())
            write_case_table(w, cases);
        say_hidden(w);
    });
}

void write_ballots(Writing& w)
{
    w.section("ballots", [&] {
        if (w.facts.votes.empty()) return w.paragraph(w.word("ballots.none"));
        w.paragraph(w.word("ballots.about"));
        for (auto const& vote : w.facts.votes) write_ballots_of(w, vote);
    });
}

} // namespace exchange
