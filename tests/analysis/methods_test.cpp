#include "analysis/absent.h"
#include "analysis/compare_rounds.h"
#include "analysis/one_voter.h"
#include "analysis/priority.h"
#include "analysis/tally.h"
#include "sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace analysis;
using namespace sample;
using model::BlankPolicy;
using model::Method;
using model::Rule;

namespace {

model::Round round_by(Method method)
{
    model::Round round;
    round.method = method;
    round.choices = 0;
    round.cap = 0;
    return round;
}

Tally counted(model::Document const& doc, TallyOptions const& options = {})
{
    auto result = tally(doc, first_round, options);
    REQUIRE(result);
    return *std::move(result);
}

std::vector<int> numbers(model::Document const& doc, std::vector<CaseId> const& cases)
{
    std::vector<int> out;
    for (auto id : cases) out.push_back(model::get<model::Case>(doc, id).number);
    return out;
}

std::vector<int> order(model::Document const& doc, Tally const& result)
{
    std::vector<CaseId> cases;
    for (auto const& line : result.cases) cases.push_back(line.on);
    return numbers(doc, cases);
}

std::vector<int> ranks(Tally const& result)
{
    std::vector<int> out;
    for (auto const& line : result.cases) out.push_back(line.rank);
    return out;
}

// A ranking of case numbers, the first the best.
std::vector<Line> ranking(std::vector<int> const& numbers)
{
    std::vector<Line> out;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        out.emplace_back(numbers[i], static_cast<int>(i) + 1);
    return out;
}

// Schulze's forty-five ballots; A to E are 1 to 5.
model::Document forty_five()
{
    model::Document doc;
    add_cases(doc, 5);
    add_round(doc, round_by(Method::ranking));
    for (auto const& [letters, copies] : {std::pair{"ACBED", 5},
                                          {"ADECB", 5},
                                          {"BEDAC", 8},
                                          {"CABED", 3},
                                          {"CAEBD", 7},
                                          {"CBADE", 2},
                                          {"DCEBA", 7},
                                          {"EBADC", 8}}) {
        std::vector<int> one;
        for (char c : std::string(letters)) one.push_back(c - 'A' + 1);
        add_ballots(doc, {ranking(one)}, first_round, copies);
    }
    return doc;
}

void set_cost(model::Document& doc, int number, std::string cost)
{
    model::writable<model::Case>(doc)[case_id(number)].cost = std::move(cost);
}

// Ten voters: 1 and 2 wanted by six who live together, 3 by four others.
model::Document small_budget()
{
    model::Document doc;
    add_cases(doc, 3);
    auto round = round_by(Method::budget);
    round.money = 10'000 * 100;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}, {2, 1}}}, first_round, 6);
    add_ballots(doc, {{{3, 1}}}, first_round, 4);
    set_cost(doc, 1, "6 000 €");
    set_cost(doc, 2, "4 000 €");
    set_cost(doc, 3, "4 000 €");
    return doc;
}

} // namespace

TEST_CASE("A ranking is counted three ways side by side, and its cycle is said")
{
    auto const doc = forty_five();
    auto const result = counted(doc);
    CHECK(result.rule == Rule::schulze);
    CHECK(order(doc, result) == std::vector{5, 1, 3, 2, 4});
    CHECK(ranks(result) == std::vector{1, 2, 3, 4, 5});
    CHECK(numbers(doc, result.winners) == std::vector{5});
    REQUIRE(result.orders);
    auto const& orders = *result.orders;
    CHECK(numbers(doc, orders.pairs_order) == std::vector{1, 3, 5, 2, 4});
    CHECK(orders.pairs_ranks == std::vector{1, 4, 2, 5, 3});
    CHECK(orders.borda == std::vector<Ratio>{{98, 1}, {92, 1}, {89, 1}, {69, 1}, {102, 1}});
    CHECK(orders.borda_ranks == std::vector{2, 3, 4, 5, 1});
    CHECK_FALSE(orders.condorcet_winner);
    CHECK(orders.cycles.size() == 1);
    CHECK(result.find(case_id(1))->people_at(1) == 10); // first choices
    CHECK(result.voters == 45);

    CHECK(order(doc, counted(doc, {.method = {}, .blank = {}, .rule = Rule::ranked_pairs})) ==
          std::vector{1, 3, 5, 2, 4});
    CHECK(order(doc, counted(doc, {.method = {}, .blank = {}, .rule = Rule::borda})) ==
          std::vector{5, 1, 2, 3, 4});
}

TEST_CASE("The rule that was fixed before the vote is the one that orders")
{
    auto doc = forty_five();
    model::writable<model::Round>(doc)[first_round].rule = Rule::ranked_pairs;
    CHECK(counted(doc).rule == Rule::ranked_pairs);
    CHECK(numbers(doc, counted(doc).winners) == std::vector{1});
    // Asked for by another method, the rule gives way.
    CHECK(counted(doc, {.method = Method::pairwise, .blank = {}}).rule == Rule::win_share);
}

TEST_CASE("What a blank means can change who wins, and the result says which was meant")
{
    model::Document doc;
    add_cases(doc, 3);
    add_round(doc, round_by(Method::ranking));
    add_ballots(doc, {ranking({1, 2, 3})}, first_round, 4);
    add_ballots(doc, {ranking({3})}, first_round, 5);
    auto const below = counted(doc);
    CHECK(below.blank == BlankPolicy::below);
    CHECK(numbers(doc, below.winners) == std::vector{3});
    auto const none = counted(doc, {.method = {}, .blank = BlankPolicy::no_opinion});
    CHECK(none.blank == BlankPolicy::no_opinion);
    CHECK(numbers(doc, none.winners) == std::vector{1});
}

TEST_CASE("Judgments are ordered to the last grade, blanks being the worst one or nothing")
{
    model::Document doc;
    add_cases(doc, 3);
    auto round = round_by(Method::majority_judgment);
    round.grades = 7;
    add_round(doc, round);
    // 1: 2 3 4, 2: 2 3 and a blank, 3: 2 3 5.
    add_ballots(doc, {{{1, 2}, {2, 2}, {3, 2}}, {{1, 3}, {2, 3}, {3, 3}}, {{1, 4}, {3, 5}}});
    auto const below = counted(doc);
    CHECK(order(doc, below) == std::vector{3, 1, 2});
    CHECK(ranks(below) == std::vector{1, 2, 3});
    auto const* first = below.find(case_id(3));
    REQUIRE(first->gauge);
    CHECK(first->gauge->grade == 3);
    CHECK(first->score == Ratio{8, 3}); // as many above as below: 3 less a third
    CHECK(below.find(case_id(2))->gauge->grade == 2);
    auto const none = counted(doc, {.method = {}, .blank = BlankPolicy::no_opinion});
    CHECK(none.find(case_id(2))->gauge->people == 2);
    CHECK(none.find(case_id(2))->gauge->grade == 2);
}

TEST_CASE("Scores show mean and median, and a case that too few scored comes after the others")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::score);
    round.blank = BlankPolicy::no_opinion;
    round.quorum = 50;
    add_round(doc, round);
    add_ballots(doc, {{{1, 4}, {2, 10}}, {{1, 5}}, {{1, 9}}, {{1, 6}}, {}});
    auto const result = counted(doc);
    CHECK(order(doc, result) == std::vector{1, 2});
    auto const* one = result.find(case_id(1));
    CHECK(one->mean == Ratio{6, 1});
    CHECK(one->median == Ratio{11, 2});
    CHECK(one->quorum_met);
    CHECK_FALSE(result.find(case_id(2))->quorum_met);
    model::writable<model::Round>(doc)[first_round].quorum = 20;
    CHECK(order(doc, counted(doc)) == std::vector{2, 1});
}

TEST_CASE("Credits pay for votes, and votes against count against")
{
    model::Document doc;
    add_cases(doc, 3);
    auto round = round_by(Method::quadratic);
    round.budget = 100;
    round.against = model::Against::allowed;
    add_round(doc, round);
    add_ballots(doc, {{{1, 9}, {2, -4}}, {{1, -2}, {3, 5}}});
    auto const result = counted(doc);
    CHECK(order(doc, result) == std::vector{1, 3, 2});
    CHECK(result.cases[0].score == Ratio{7, 1});
    CHECK(result.cases[2].score == Ratio{-4, 1});
    CHECK(result.value_max == 10);
}

TEST_CASE("Dots are not votes paid for in credits when they spend more than those would allow")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::points);
    round.budget = 100;
    add_round(doc, round);
    add_ballots(doc, {{{1, 60}, {2, 40}}});
    CHECK(tally(doc, first_round, {.method = Method::quadratic, .blank = {}}).error().where ==
          "tally.credits");
}

TEST_CASE("Pairs are counted by shares of wins and by strengths")
{
    model::Document doc;
    add_cases(doc, 3);
    add_round(doc, round_by(Method::pairwise));
    // 1 over 2, 2 over 3, 1 over 3; a value is a place in the round's cases.
    add_ballots(doc, {{{1, 2}, {2, 3}, {1, 3}}}, first_round, 3);
    add_ballots(doc, {{{2, 1}}});
    auto const result = counted(doc);
    CHECK(result.rule == Rule::win_share);
    CHECK(order(doc, result) == std::vector{1, 2, 3});
    CHECK(result.cases[0].score == Ratio{7, 9});
    REQUIRE(result.duels);
    CHECK(result.duels->wins.at(0, 1) == 3);
    CHECK(result.duels->wins.at(1, 0) == 1);
    CHECK(result.duels->strength_ranks == std::vector{1, 2, 3});
    CHECK(result.cases[0].interval);
    // Orders are pairs as well.
    auto const orders = forty_five();
    auto const pairs = counted(orders, {.method = Method::pairwise, .blank = {}});
    CHECK(pairs.duels->wins == counted(orders).orders->wins);
}

TEST_CASE("A budget is shared by its rule; greedy leaves four in ten with nothing")
{
    auto const doc = small_budget();
    auto const shares = counted(doc);
    CHECK(shares.rule == Rule::equal_shares);
    REQUIRE(shares.selection);
    CHECK(numbers(doc, shares.selection->selected) == std::vector{2, 3});
    CHECK(shares.selection->cost == 8'000 * 100);
    CHECK(shares.winners == shares.selection->selected);
    CHECK(shares.selection->equal_shares->bought[0].rate == "2000/3"); // six share 4,000 €
    CHECK(shares.find(case_id(3))->selected);
    CHECK(shares.find(case_id(3))->cost == 4'000 * 100);

    auto greedy = counted(doc, {.method = {}, .blank = {}, .rule = Rule::greedy});
    CHECK(numbers(doc, greedy.selection->selected) == std::vector{2, 1}); // the cheaper of equals
    CHECK(greedy.selection->value == Ratio{12, 1});
    auto const tight = counted(
        doc, {.method = {}, .blank = {}, .rule = Rule::greedy_no_skip, .money = 9'000 * 100});
    CHECK(numbers(doc, tight.selection->selected) == std::vector{2});
    auto const sack = counted(doc, {.method = {}, .blank = {}, .rule = Rule::knapsack});
    CHECK(sack.selection->value == Ratio{12, 1});
    CHECK(sack.selection->several == false);
}

TEST_CASE("A selection says what cannot be bought, and refuses sizes added to amounts")
{
    auto doc = small_budget();
    set_cost(doc, 2, "à voir");
    auto const result = counted(doc, {.method = {}, .blank = {}, .rule = Rule::greedy_no_skip});
    CHECK(numbers(doc, result.selection->without_cost) == std::vector{2});
    CHECK(numbers(doc, result.selection->selected) == std::vector{1, 3});
    set_cost(doc, 2, "XL");
    CHECK(tally(doc, first_round).error().where == "tally.cost_kinds");
    for (int i : {1, 2, 3}) set_cost(doc, i, "");
    CHECK(tally(doc, first_round).error().where == "tally.no_cost");
    set_cost(doc, 1, "M");
    model::writable<model::Round>(doc)[first_round].money = 0;
    CHECK(tally(doc, first_round).error().where == "tally.budget");
}

TEST_CASE("Of equals as dear, greedy says that it chose the first")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::budget);
    round.money = 500;
    round.rule = Rule::greedy;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}}, {{2, 1}}});
    set_cost(doc, 1, "L");
    set_cost(doc, 2, "L");
    auto const result = counted(doc);
    CHECK(numbers(doc, result.selection->selected) == std::vector{1});
    CHECK(numbers(doc, result.selection->before_equals) == std::vector{1});
}

TEST_CASE("Points buy as approvals, or as what they are worth when the rule says so")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::dots);
    round.money = 600 * 100;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}, {2, 9}}, {{1, 1}, {2, 9}}, {{1, 10}}});
    set_cost(doc, 1, "500");
    set_cost(doc, 2, "500");
    auto bought = [&](Rule rule) {
        return numbers(doc,
                       counted(doc, {.method = {}, .blank = {}, .rule = rule}).selection->selected);
    };
    CHECK(bought(Rule::equal_shares) == std::vector{1}); // three want it
    CHECK(bought(Rule::equal_shares_points) == std::vector{2});
    CHECK(bought(Rule::greedy) == std::vector{2}); // eighteen points
}

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

TEST_CASE("Under five voters nothing is broken down; an election that was public is")
{
    model::Document doc;
    add_cases(doc, 2);
    auto round = round_by(Method::score);
    add_round(doc, round);
    add_ballots(doc, {{{1, 8}, {2, 1}}, {{1, 8}, {2, 2}}, {{1, 8}, {2, 3}}, {{1, 8}}});
    auto result = counted(doc);
    CHECK(result.totals_only);
    for (auto const& line : result.cases) CHECK(line.histogram.empty());
    CHECK(result.cases[0].score == Ratio{32, 1});
    CHECK(numbers(doc, result.unanimous) == std::vector{1}); // each of them knows what all said
    add_ballots(doc, {{{1, 7}, {2, 2}}});
    result = counted(doc);
    CHECK_FALSE(result.totals_only);
    CHECK(result.unanimous.empty());
    CHECK_FALSE(result.cases[0].histogram.empty());

    model::Document imported;
    add_cases(imported, 2);
    round.source = model::BallotSource::imported;
    add_round(imported, round);
    add_ballots(imported, {{{1, 8}}});
    CHECK_FALSE(counted(imported).totals_only);
}

TEST_CASE("A line never splits a tie that nobody cut")
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

    model::writable<model::TieDecision>(doc)[{first_round, 2}] = {
        {case_id(3), case_id(2)}, model::TieRule::hand, 0, "le budget est voté"};
    auto const cut = counted(doc);
    CHECK(clean_cuts(cut) == std::vector{1, 2, 3, 4});
    CHECK(order(doc, cut) == std::vector{1, 3, 2, 4});
    CHECK(ranks(cut) == std::vector{1, 2, 2, 4}); // still a tie, cut in the open
    REQUIRE(cut.cuts.size() == 1);
    CHECK(cut.cuts[0].reason == "le budget est voté");
    // Counted otherwise, the tie is another one and the decision does not speak of it.
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

TEST_CASE("What hangs on one voice is said, with who would cross the line")
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

    // A tie that was cut does not hang on the voices that made it; losing one of them does.
    add_ballots(doc, {{{2, 1}}});
    model::writable<model::TieDecision>(doc)[{first_round, 1}] = {
        {case_id(2), case_id(1)}, model::TieRule::hand, 0, ""};
    auto const cut = without_one_voter(doc, first_round, 1).value();
    CHECK(cut->people == 5);
    CHECK(numbers(doc, cut->leaving) == std::vector{2});
}

TEST_CASE("A selection that one voter carries says so")
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

TEST_CASE("If the absent had voted: what each case could have come to")
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

TEST_CASE("The absent have only so many points: they cannot lift everyone over a case at once")
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

TEST_CASE("A Condorcet winner by more than the absent is the winner whatever they would have said")
{
    auto doc = forty_five();
    auto& round = model::writable<model::Round>(doc)[first_round];
    round.headcount = 50;
    CHECK_FALSE(if_absent_had_voted(doc, first_round).value()->certain);
    add_ballots(doc, {ranking({1, 2, 3, 4, 5})}, first_round, 60);
    round.headcount = 110;
    CHECK(if_absent_had_voted(doc, first_round).value()->certain);
    round.headcount = 200;
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
