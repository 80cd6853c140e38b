#include "analysis/ranking/affordable.h"
#include "exchange/report/writing.h"
#include "model/turnout.h"
#include "wording/board.h"
#include "wording/budget.h"
#include "wording/placements.h"
#include "wording/ranking.h"
#include "wording/votes/method_words.h"
#include "wording/votes/results.h"

#include <algorithm>
#include <array>

// Sections: the questions, the participants, the rules.
namespace exchange {
namespace {

using model::Step;

// All rounds in the order shown: votes, then estimates, each by number.
struct Met {
    model::RoundId id;
    model::Round round;
    bool vote = false;
    model::RoundState state = model::RoundState::setup;
};
std::vector<Met> rounds_of(model::Document const& doc)
{
    std::vector<Met> out;
    for (auto const& [id, round] : model::table<model::Round>(doc))
        out.push_back(
            {id, round, model::is_vote(round), model::get<model::RoundStatus>(doc, id).state});
    std::ranges::sort(out, [](Met const& a, Met const& b) {
        return a.vote != b.vote ? a.vote : a.round.number < b.round.number;
    });
    return out;
}

std::string called(Writing const& w, Met const& one)
{
    return w.words.text(one.vote ? "report.vote" : "report.estimate", one.round.number);
}

void write_scale(Writing& w, std::string const& name, std::string const& low,
                 std::string const& high)
{
    w.cell_said(low.empty() && high.empty() ? name
                                            : w.words.text("report.asked.scale", name, low, high));
}

void write_axis_words(Writing& w)
{
    if (w.facts.axes.empty()) return;
    using Of = Writing::Column::Of;
    w.table(w.word("asked.axes"),
            {{w.word("col.number"), Of::numbers},
             {w.word("col.axis")},
             {w.words.text("export.opportunity")},
             {w.words.text("export.risk")}},
            [&] {
                for (auto const& [id, axis, clouds, placed, unplaced] : w.facts.axes) {
                    auto const row = w.page.in("tr");
                    w.cell_number(std::to_string(axis.place));
                    w.cell_names_row(axis.title);
                    write_scale(w, axis.opportunity, axis.opportunity_low, axis.opportunity_high);
                    write_scale(w, axis.risk, axis.risk_low, axis.risk_high);
                }
            });
}

// The number of ballots, and of people whose hands were counted beside them.
std::string ballots_of(Writing& w, model::RoundId round)
{
    auto said = w.words.number(model::ballots_of(w.doc, round));
    auto const by_hand = model::get<model::RoundStatus>(w.doc, round).by_hand;
    if (by_hand > 0) said += ", " + w.words.plural("results.ways.hand", by_hand);
    return said;
}

void write_rounds(Writing& w, std::vector<Met> const& rounds)
{
    using Of = Writing::Column::Of;
    w.table(w.word("people.rounds"),
            {{w.word("col.what")},
             {w.word("col.question")},
             {w.word("col.how")},
             {w.word("col.ballots"), Of::numbers},
             {w.word("col.expected"), Of::numbers},
             {w.word("col.state")}},
            [&] {
                for (auto const& one : rounds) {
                    auto const row = w.page.in("tr");
                    w.cell_names_row(called(w, one));
                    w.cell_said(wording::asked(w.words, one.round));
                    w.cell(wording::method(w.words, one.round.method));
                    bool const over = one.state == model::RoundState::closed ||
                                      one.state == model::RoundState::revealed;
                    bool const hands = one.round.source == model::BallotSource::hands;
                    w.cell_number(over && !hands ? ballots_of(w, one.id) : "–");
                    w.cell_number(one.round.headcount > 0 ? w.words.number(one.round.headcount)
                                                          : "–");
                    w.cell(w.word("state." + std::string(base::name_of(one.state))));
                }
            });
}

void write_weights(Writing& w)
{
    using Of = Writing::Column::Of;
    w.table(w.word("rules.weights"),
            {{w.word("col.number"), Of::numbers},
             {w.word("col.axis")},
             {w.word("col.weight"), Of::numbers}},
            [&] {
                for (auto const& axis : w.facts.axes) {
                    auto const row = w.page.in("tr");
                    w.cell_number(std::to_string(axis.record.place));
                    w.cell_names_row(axis.record.title);
                    w.cell_number("× " + wording::factor(w.words, axis.record.weight_milli));
                }
            });
}

void write_budget(Writing& w)
{
    auto const budget = model::get<model::Budget>(w.doc);
    if (budget.money == 0) return;
    auto const fits = analysis::affordable(w.doc, w.facts.ranking, budget);
    if (!fits) return;
    w.paragraph(w.words.text("report.rules.budget", wording::budget_rule(w.words, budget.rule),
                             wording::spent(w.words, *fits)));
    w.paragraph(wording::more(w.words, w.doc, *fits));
}

} // namespace

void write_asked(Writing& w)
{
    w.section("asked", [&] {
        bool any = false;
        {
            auto const all = w.page.in("dl");
            auto add = [&](std::string const& what, std::string const& question,
                           std::string const& more) {
                if (question.empty()) return;
                any = true;
                w.page.ours("dt", what);
                auto const said = w.page.in("dd");
                w.page.said(question);
                if (more.empty()) return;
                w.page.empty("br");
                w.page.theirs("span", more, {{"class", "less"}});
            };
            for (auto step : {Step::gather, Step::group, Step::vote, Step::place, Step::decide})
                add(w.words.text("step." + std::string(base::name_of(step))),
                    wording::question(w.words, w.doc, step),
                    wording::instruction(w.words, w.doc, step));
            for (auto const& one : rounds_of(w.doc))
                if (one.vote)
                    add(called(w, one), wording::asked(w.words, one.round),
                        wording::how_voted(w.words, one.round));
            if (!any) w.page.ours("dt", w.word("asked.none"));
            if (!any) w.page.ours("dd", "–");
        }
        write_axis_words(w);
    });
}

void write_people(Writing& w)
{
    w.section("people", [&] {
        auto const room = model::headcount_of(w.doc);
        w.paragraph(room > 0 ? w.words.text("report.people.room", w.words.number(room))
                             : w.word("people.unknown"));
        std::array<std::int64_t, 3> origins{}; // as model::Origin
        for (auto const& [id, one] : model::table<model::Case>(w.doc))
            ++origins.at(static_cast<std::size_t>(one.origin));
        if (!model::table<model::Case>(w.doc).empty())
            w.paragraph(w.words.text("report.people.origins", w.words.number(origins[0]),
                                     w.words.number(origins[1]), w.words.number(origins[2])));
        auto const waiting = static_cast<std::int64_t>(model::table<model::Proposal>(w.doc).size());
        if (waiting > 0)
            w.paragraph(w.words.text("report.people.waiting", w.words.number(waiting)));
        auto const rounds = rounds_of(w.doc);
        if (rounds.empty())
            w.paragraph(w.word("people.none"));
        else {
            write_rounds(w, rounds);
            std::vector<std::string> ways; // of estimates; those of votes are with their results
            for (auto const& one : rounds)
                if (auto said = wording::ways(w.words, w.doc, one.id); !one.vote && !said.empty())
                    ways.push_back(w.words.text("report.people.ways", called(w, one), said));
            w.list(ways);
            w.paragraph(w.word("people.secret"));
        }
    });
}

void write_rules(Writing& w)
{
    w.section("rules", [&] {
        auto const& ranking = w.facts.ranking;
        w.paragraph(w.word("rules.people"));
        if (w.facts.axes.empty())
            w.paragraph(w.word("rules.no_axes"));
        else {
            w.paragraph(
                w.words.text("report.rules.order", wording::convention(w.words, w.doc, ranking)));
            w.paragraph(w.words.text("report.rules.scale", w.words.text("decide.vote.scale")));
            w.paragraph(
                w.words.text("report.rules.vote", wording::reference(w.words, w.doc, ranking)));
            write_weights(w);
        }
        write_budget(w);
    });
}

void write_votes(Writing& w)
{
    using Of = Writing::Column::Of;
    w.section("votes", [&] {
        if (w.facts.votes.empty()) w.paragraph(w.word("votes.none"));
        for (auto const& vote : w.facts.votes) {
            auto const& round = vote.round; // clang 14 captures no structured binding
            auto const& tally = vote.tally;
            auto const whole = w.page.in("div", {{"class", "vote"}});
            w.page.ours("h3", w.words.text("report.votes.head", round.number,
                                           wording::asked(w.words, round)));
            w.paragraph(wording::how_voted(w.words, round));
            w.paragraph(wording::how_counted(w.words, tally.way()));
            w.paragraph(wording::voters(w.words, tally) + " · " +
                        wording::counted_by(w.words, tally));
            if (auto const ways = wording::ways(w.words, w.doc, tally.round); !ways.empty())
                w.paragraph(ways);
            w.table(w.words.text("report.votes.caption", round.number),
                    {{w.words.text("decide.rank"), Of::numbers},
                     {w.word("col.ninety"), Of::numbers},
                     {w.word("col.number"), Of::numbers},
                     {w.words.text("decide.case")},
                     {w.word("col.got")}},
                    [&] {
                        for (auto const& one : tally.cases) {
                            if (!w.tells_of(one.on)) continue;
                            auto const text = w.text_of(one.on);
                            auto const row = w.page.in("tr");
                            w.cell_number(tally.silent() ? "–" : std::to_string(one.rank));
                            w.cell_number(!one.ranks
                                              ? "–"
                                              : wording::between(one.ranks->low, one.ranks->high));
                            w.cell_number(std::to_string(text.number));
                            w.cell_names_row(text.title);
                            w.cell(wording::result_line(w.words, {round, tally, one}));
                        }
                    });
            auto said = wording::of_all(w.words, w.doc, tally);
            for (auto const& one : tally.cases)
                if (one.contested() && w.tells_of(one.on))
                    said.push_back(w.words.text("report.of_case",
                                                wording::case_named(w.words, w.doc, one.on),
                                                wording::camps(w.words, {round, tally, one})));
            for (auto& one : wording::reservations(w.words, w.doc, tally))
                said.push_back(std::move(one));
            for (auto& one : wording::since(w.words, w.doc, tally.round))
                said.push_back(std::move(one));
            w.list(said);
            write_rooms(w, vote);
        }
    });
}

} // namespace exchange
