#include "analysis/ranking/priority.h"
#include "analysis/voting/absent.h"
#include "analysis/voting/compare_rounds.h"
#include "analysis/voting/one_voter.h"
#include "exchange/results/json.h"
#include "small_votes.h"
#include "support/tables.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>
#include <set>

using namespace analysis;
using namespace sample;
using model::BlankPolicy;
using model::Method;
using model::Rule;

TEST_CASE("Ranks have intervals by every method, and what a budget selects has its share of draws")
{
    auto const orders = counted(forty_five());
    CHECK(orders.rank_resamples == 1000);
    for (auto const& line : orders.cases) {
        REQUIRE(line.ranks);
        CHECK(line.ranks->low <= line.rank);
        CHECK(line.ranks->high >= line.rank);
        REQUIRE(line.interval);
    }
    CHECK(orders.cases.front().ranks->high > 1); // forty-five ballots do not settle a cycle
    auto const budget = counted(small_budget());
    CHECK(*budget.find(case_id(2))->share_at_top > 0.5);
    CHECK_FALSE(budget.find(case_id(2))->ranks);
}

TEST_CASE("With fewer than five voters nothing is broken down, unless the election was public")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::score);
    add_round(doc, round);
    add_ballots(doc, {{{1, 8}, {2, 1}}, {{1, 8}, {2, 2}}, {{1, 8}, {2, 3}}, {{1, 8}}});
    auto result = counted(doc);
    CHECK(result.totals_only);
    CHECK_FALSE(without_one_voter(doc, first_round, 1).value());
    for (auto const& line : result.cases) CHECK(line.histogram.empty());
    CHECK(result.cases[0].score == Ratio{32, 1});
    // their ballots are known to each other
    CHECK(numbers(doc, result.unanimous) == std::vector{1});
    auto const printed = [&] {
        return nlohmann::json::parse(exchange::tally_json(doc, result))["results"][1];
    };
    CHECK(result.totals_only);
    for (auto const* people : {"supporters", "named", "answers", "median", "histogram"})
        CHECK_FALSE(printed().contains(people));
    add_ballots(doc, {{{1, 7}, {2, 2}}});
    result = counted(doc);
    CHECK(printed()["supporters"] == 4);
    CHECK(without_one_voter(doc, first_round, 1).value());
    CHECK_FALSE(result.totals_only);
    CHECK(result.unanimous.empty());
    CHECK_FALSE(result.cases[0].histogram.empty());

    // Two give 0, two leave it blank, which counts as 0: not unanimous.
    model::Document rejected;
    add_cases(rejected, 2);
    round.method = Method::majority_judgment;
    add_round(rejected, round);
    add_ballots(rejected, {{{1, 0}, {2, 0}}, {{1, 0}, {2, 0}}, {{1, 0}}, {{1, 0}}});
    CHECK(numbers(rejected, counted(rejected).unanimous) == std::vector{1});

    round.method = Method::score;
    model::Document imported;
    add_cases(imported, 2);
    round.source = model::BallotSource::imported;
    add_round(imported, round);
    add_ballots(imported, {{{1, 8}}});
    CHECK_FALSE(counted(imported).totals_only);
}

TEST_CASE("The priority line never splits an undecided tie")
{
    model::Document doc;
    add_cases(doc, 4);
    add_round(doc, round_by(Method::approval));
    add_ballots(doc, {{{1, 1}, {2, 1}, {3, 1}}, {{1, 1}, {2, 1}, {3, 1}}, {{1, 1}}});
    auto const result = counted(doc); // 1, then 2 and 3 together, then 4
    CHECK(clean_cuts(result) == std::vector{1, 3, 4});
    auto const split = split_tie(result, 2);
    REQUIRE(split);
    CHECK(split->rank == 2);
    CHECK(numbers(doc, split->cases) == std::vector{2, 3});

    model::writable<model::TieDecision>(doc).set(
        {first_round, 2},
        {{case_id(3), case_id(2)}, model::TieRule::hand, 0, "le budget est voté"});
    auto const cut = counted(doc);
    CHECK(clean_cuts(cut) == std::vector{1, 2, 3, 4});
    CHECK(order(doc, cut) == std::vector{1, 3, 2, 4});
    CHECK(ranks(cut) == std::vector{1, 2, 2, 4}); // still a tie, cut in the open
    REQUIRE(cut.cuts.size() == 1);
    CHECK(cut.cuts[0].reason == "le budget est voté");
    // Counted by another rule, the tie is a different one, and the decision does not apply.
    add_ballots(doc, {{{2, 1}}});
    CHECK(counted(doc).cuts.empty());
}

TEST_CASE("A draw can be drawn again by anyone from its seed, which nobody chooses")
{
    std::vector const tied{case_id(1), case_id(2), case_id(3), case_id(4)};
    auto const drawn = draw_order(tied, 42);
    CHECK(draw_order({case_id(4), case_id(2), case_id(1), case_id(3)}, 42) == drawn);
    CHECK(std::set(drawn.begin(), drawn.end()) == std::set(tied.begin(), tied.end()));
    std::set<std::vector<CaseId>> orders;
    for (std::uint64_t seed = 0; seed < 400; ++seed) orders.insert(draw_order(tied, seed));
    CHECK(orders.size() == 24);

    auto const round = model::Round{.number = 1, .question = {}, .cases = tied};
    CHECK(cut_holds(round, {1, drawn, model::TieRule::draw, 42, {}}));
    CHECK_FALSE(cut_holds(round, {1, drawn, model::TieRule::draw, 43, {}}));
    CHECK(cut_holds(round, {1, tied, model::TieRule::declared, 0, {}}));

    auto const doc = forty_five();
    auto const seed = tie_seed("0123", doc, first_round);
    CHECK(seed == tie_seed("0123", doc, first_round));
    CHECK(seed != tie_seed("0124", doc, first_round));
    auto more = doc;
    add_ballots(more, {ranking({1})});
    CHECK(seed != tie_seed("0123", more, first_round));
}

TEST_CASE("the dependence on one voter is stated, with the cases that would cross the cut")
{
    model::Document doc;
    add_cases(doc, 3);
    add_round(doc, round_by(Method::approval));
    add_ballots(doc, {{{1, 1}}}, first_round, 5);
    add_ballots(doc, {{{2, 1}}}, first_round, 4);
    add_ballots(doc, {{{3, 1}}}, first_round, 2);
    auto const first = without_one_voter(doc, first_round, 1).value();
    REQUIRE(first);
    CHECK(first->people == 5); // any of those who want 1: without one of them, 2 comes level
    CHECK(numbers(doc, first->entering) == std::vector{2});
    CHECK(numbers(doc, first->leaving) == std::vector{1});
    auto const second = without_one_voter(doc, first_round, 2).value();
    CHECK(second->holds());

    // A broken tie does not depend on the voters who made it; the other ranks do.
    add_ballots(doc, {{{2, 1}}});
    model::writable<model::TieDecision>(doc).set(
        {first_round, 1}, {{case_id(2), case_id(1)}, model::TieRule::hand, 0, ""});
    auto const cut = without_one_voter(doc, first_round, 1).value();
    CHECK(cut->people == 5);
    CHECK(numbers(doc, cut->leaving) == std::vector{2});
}

TEST_CASE("margins that no single ballot can change are proven, and only those")
{
    std::mt19937 random(11); // NOLINT: the same draws every time
    int proven = 0, counted = 0;
    for (auto const rule : {Rule::schulze, Rule::ranked_pairs, Rule::borda, Rule::standard})
        for (int draw = 0; draw < 60; ++draw) {
            CAPTURE(static_cast<int>(rule));
            CAPTURE(draw);
            model::Document doc;
            add_cases(doc, 5);
            auto round = round_by(rule == Rule::standard ? Method::dots : Method::ranking);
            round.rule = rule;
            round.budget = 10;
            add_round(doc, round);
            for (int voter = 0; voter < 14; ++voter) {
                // Votes with clear and unclear margins.
                std::vector<Line> marks;
                for (int on = 1; on <= 5; ++on)
                    marks.emplace_back(on, rule == Rule::standard
                                               ? static_cast<int>(random() % 4) / on
                                               : on + static_cast<int>(random() % 5));
                add_ballots(doc, {marks});
            }
            for (int first = 1; first < 5; ++first) {
                auto run = OneVoterRun::start(doc, first_round, first).value();
                bool const at_once = run.done();
                run.advance(1e12);
                auto const one = run.result();
                REQUIRE(one);
                CHECK(one->whole());
                // Counted again without each voter, directly from the ballots.
                bool crossed = false;
                auto const all =
                    tally(doc, first_round, {.method = {}, .blank = {}, .resamples = 0}).value();
                for (int voter = 1; voter <= 14; ++voter) {
                    auto less = doc;
                    model::writable<model::Ballot>(less).erase({first_round, voter});
                    auto const then =
                        tally(less, first_round, {.method = {}, .blank = {}, .resamples = 0})
                            .value();
                    int worst_above = 0, best_below = 100;
                    for (std::size_t i = 0; i < all.cases.size(); ++i) {
                        auto const rank = then.find(all.cases[i].on)->rank;
                        if (static_cast<int>(i) < first)
                            worst_above = std::max(worst_above, rank);
                        else
                            best_below = std::min(best_below, rank);
                    }
                    crossed = crossed || worst_above >= best_below;
                }
                (at_once ? proven : counted) += 1;
                if (at_once) {
                    CHECK_FALSE(crossed);
                    CHECK(one->holds());
                }
            }
        }
    CHECK(proven > 100);
    CHECK(counted > 100);
}

TEST_CASE("An incomplete count without each voter states how many voters it covers")
{
    model::Document doc;
    add_cases(doc, 3);
    add_round(doc, round_by(Method::dots));
    add_ballots(doc, {{{1, 2}}, {{1, 1}, {2, 1}}, {{2, 3}}, {{3, 1}}}, first_round, 3);
    auto const cut = without_one_voter(doc, first_round, 1, {}, 1).value();
    REQUIRE(cut);
    CHECK_FALSE(cut->whole());
    CHECK_FALSE(cut->holds());
    CHECK(cut->looked_at == 3);
    CHECK(cut->voters == 12);
    CHECK(without_one_voter(doc, first_round, 1).value()->looked_at == 12);
}

TEST_CASE("A selection that depends on one voter says so")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::budget);
    round.money = 500;
    round.rule = Rule::greedy;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}}}, first_round, 3);
    add_ballots(doc, {{{2, 1}}}, first_round, 2);
    set_cost(doc, 1, "L");
    set_cost(doc, 2, "M");
    auto const one = without_one_voter(doc, first_round, 0).value();
    REQUIRE(one);
    CHECK(one->people == 3); // at two each, the cheaper goes first
}

TEST_CASE("The possible results of each case if absent voters had voted")
{
    model::Document doc;
    add_cases(doc, 3);
    auto round = round_by(Method::approval);
    round.headcount = 12;
    round.choices = 1;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}}}, first_round, 6);
    add_ballots(doc, {{{2, 1}}}, first_round, 4);
    auto bounds = if_absent_had_voted(doc, first_round).value();
    REQUIRE(bounds);
    CHECK(bounds->absent == 2);
    CHECK(bounds->cases[0].worst == 1); // 2 comes level, no further
    CHECK(bounds->cases[1].best == 1);
    CHECK_FALSE(bounds->certain);
    CHECK(bounds->cases[2].best == 3);
    CHECK(bounds->cases[2].high == Ratio{2, 1});
    add_ballots(doc, {{{1, 1}}});
    bounds = if_absent_had_voted(doc, first_round).value();
    CHECK(bounds->absent == 1);
    CHECK(bounds->certain);
    add_ballots(doc, {{}});
    CHECK_FALSE(if_absent_had_voted(doc, first_round).value()); // everyone voted
}

TEST_CASE("the budget of absent voters is limited over all cases")
{
    model::Document doc;
    add_cases(doc, 4);
    auto round = round_by(Method::dots);
    round.headcount = 6;
    round.budget = 4;
    round.cap = 3;
    add_round(doc, round);
    add_ballots(doc, {{{1, 3}}, {{2, 1}, {1, 1}}, {{3, 1}}, {{4, 1}}, {}});
    auto const bounds = if_absent_had_voted(doc, first_round).value();
    REQUIRE(bounds);
    // 1 has 4 points; another needs 4 to pass it, and one ballot gives at most 3 to one.
    CHECK(bounds->cases[0].worst == 1);
    // 2 has 1; one ballot lifts 3 and 4, by one point each.
    auto const two = std::ranges::find(bounds->cases, case_id(2), &AbsentLine::on);
    CHECK(two->worst == 4);
}

TEST_CASE("A Condorcet winner with a margin above the number of absent voters stays the winner")
{
    auto doc = forty_five();
    auto const expect = [&](int people) {
        support::edit<model::Round>(doc, first_round,
                                    [&](auto& round) { round.headcount = people; });
    };
    expect(50);
    CHECK_FALSE(if_absent_had_voted(doc, first_round).value()->certain);
    add_ballots(doc, {ranking({1, 2, 3, 4, 5})}, first_round, 60);
    expect(110);
    CHECK(if_absent_had_voted(doc, first_round).value()->certain);
    expect(200);
    CHECK_FALSE(if_absent_had_voted(doc, first_round).value()->certain);
}

TEST_CASE("Judgments and means have their bounds too")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::majority_judgment);
    round.grades = 3;
    round.headcount = 6;
    add_round(doc, round);
    add_ballots(doc, {{{1, 2}, {2, 0}}}, first_round, 4);
    auto const judged = if_absent_had_voted(doc, first_round).value();
    CHECK(judged->certain); // two more cannot turn four
    model::Document scored;
    add_cases(scored, 1);
    round = round_by(Method::score);
    round.blank = BlankPolicy::no_opinion;
    round.headcount = 4;
    add_round(scored, round);
    add_ballots(scored, {{{1, 6}}, {{1, 7}}});
    auto const mean = if_absent_had_voted(scored, first_round).value();
    CHECK(mean->cases[0].low == Ratio{13, 4});
    CHECK(mean->cases[0].high == Ratio{33, 4});
}

TEST_CASE("Two rounds are compared: who moved, who entered, how alike they are")
{
    model::Document doc;
    add_cases(doc, 4);
    add_round(doc, round_by(Method::approval));
    add_ballots(doc, {{{1, 1}, {2, 1}, {3, 1}}, {{1, 1}, {2, 1}}, {{1, 1}}});
    auto again = round_by(Method::approval);
    RoundId const second{301};
    again.cases = {case_id(1), case_id(2), case_id(4)};
    add_round(doc, again, second);
    add_ballots(doc, {{{2, 1}, {4, 1}, {1, 1}}, {{2, 1}, {4, 1}}, {{2, 1}}}, second);
    auto const moved = compare_rounds(counted(doc), tally(doc, second).value(), 2);
    CHECK(moved.same_way);
    CHECK(moved.compared == 3);
    CHECK(moved.cases.front().on == case_id(2));
    CHECK(moved.cases.front().places_gained() == 1);
    CHECK(moved.cases.back().on == case_id(3)); // left out
    CHECK_FALSE(moved.cases.back().rank_after);
    CHECK(numbers(doc, moved.entering) == std::vector{4});
    CHECK(numbers(doc, moved.leaving) == std::vector{1});
    CHECK(*moved.agreement == doctest::Approx(-1.0 / 3));
    CHECK(*compare_rounds(counted(doc), counted(doc), 2).agreement == doctest::Approx(1.0));
}

TEST_CASE("A vote held again on one case stands beside the first, whose result still counts")
{
    auto doc = forty_five();
    auto again = round_by(Method::score);
    again.cases = {case_id(2)};
    again.revote_of = first_round;
    add_round(doc, again, {301});
    CHECK(latest_result(doc) == first_round);
}

TEST_CASE("A revote and any vote after a chosen one are found as newer than the one that counts")
{
    auto doc = forty_five();
    CHECK_FALSE(newer_result({}));
    CHECK_FALSE(newer_result(doc));
    auto const add = [&](RoundId id, std::int64_t at_ms, model::Round const& round) {
        add_round(doc, round, id, model::RoundState::revealed);
        add_ballots(doc, {{{1, 1}}}, id);
        auto status = model::get<model::RoundStatus>(doc, id);
        status.closed_ms = at_ms;
        model::writable<model::RoundStatus>(doc).set(id, status);
    };
    model::Round again;
    again.revote_of = first_round;
    add({301}, 3000, again);
    CHECK(latest_result(doc) == first_round);
    CHECK(newer_result(doc) == RoundId{301});
    model::writable<model::Reference>(doc).set({}, {{301}});
    CHECK_FALSE(newer_result(doc)); // it counts now
    model::writable<model::Reference>(doc).set({}, {first_round});
    add({302}, 2000, {});
    CHECK(newer_result(doc) == RoundId{301});
    add({303}, 4000, {});
    CHECK(newer_result(doc) == RoundId{303});
    model::Round others;
    others.cases = {case_id(1), case_id(2)};
    add({305}, 4500, others);
    CHECK(newer_result(doc) == RoundId{303}); // not about the same cases
    model::Round own;
    own.body = model::Body::committee;
    add({304}, 5000, own);
    CHECK(newer_result(doc) == RoundId{303});
    CHECK(closed_last(doc, [](auto) { return true; }) == RoundId{304});
}

TEST_CASE("Hands beside ballots of approvals add up with them, and hide what few ballots said")
{
    model::Document doc;
    add_cases(doc, 3);
    model::Round round;
    round.method = model::Method::approval;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}}, {{1, 1}, {2, 1}}, {{2, 1}}, {{2, 1}, {3, 1}}, {}});
    auto known = model::get<model::RoundStatus>(doc, first_round);
    known.by_hand = 4;
    model::writable<model::RoundStatus>(doc).set(first_round, known);
    model::writable<model::Hands>(doc).set({first_round, case_id(1)}, {4});
    model::writable<model::Hands>(doc).set({first_round, case_id(3)}, {1});
    auto const both = *tally(doc, first_round);
    CHECK(both.voters == 9);
    CHECK(both.by_hand == 4);
    CHECK(both.winners == std::vector{case_id(1)});
    auto const score = [&](int number) {
        for (auto const& line : both.cases)
            if (line.on == case_id(number)) return line.score;
        return Ratio{-1, 1};
    };
    CHECK(score(1) == Ratio{6, 1}); // two ballots, four hands
    CHECK(score(2) == Ratio{3, 1});
    CHECK(score(3) == Ratio{2, 1});
    CHECK_FALSE(both.totals_only);
    auto options = analysis::TallyOptions{};
    options.method = model::Method::ranking; // who raised which hands is not known
    CHECK(tally(doc, first_round, options).error().where == "tally.ballots");

    model::Document few;
    add_cases(few, 3);
    add_round(few, round);
    add_ballots(few, {{{1, 1}}, {{2, 1}}});
    model::writable<model::RoundStatus>(few).set(first_round, known);
    model::writable<model::Hands>(few).set({first_round, case_id(1)}, {4});
    CHECK(tally(few, first_round)->totals_only); // two ballots: the hands are known to all
}
