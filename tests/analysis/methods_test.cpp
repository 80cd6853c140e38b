#include "small_votes.h"
#include "support/tables.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace analysis;
using namespace sample;
using model::BlankPolicy;
using model::Method;
using model::Rule;

TEST_CASE("A ranking is counted in three ways, and its cycle is stated")
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
    support::edit<model::Round>(doc, first_round,
                                [](auto& round) { round.rule = Rule::ranked_pairs; });
    CHECK(counted(doc).rule == Rule::ranked_pairs);
    CHECK(numbers(doc, counted(doc).winners) == std::vector{1});
    // When another method is requested, the rule is ignored.
    CHECK(counted(doc, {.method = Method::pairwise, .blank = {}}).rule == Rule::win_share);
}

TEST_CASE("The meaning of a blank can change the winner, and the result states it")
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
    support::edit<model::Round>(doc, first_round, [](auto& rules) { rules.quorum = 20; });
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

TEST_CASE("Dots that would cost more credits than allowed are not read as quadratic votes")
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
    CHECK_FALSE(result.cases[0].interval); // of four voters
    // Orders are pairs as well.
    auto const orders = forty_five();
    auto const pairs = counted(orders, {.method = Method::pairwise, .blank = {}});
    CHECK(pairs.duels->wins == counted(orders).orders->wins);
    CHECK(pairs.cases[0].ranks);
}

TEST_CASE(
    "A budget is shared by its rule; the greedy rule leaves four voters in ten without a case")
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

TEST_CASE("a budget of a dozen points is shared exactly among many voters")
{
    model::Document doc;
    add_cases(doc, 4);
    auto round = round_by(Method::budget);
    round.money = 12 * 100;
    add_round(doc, round);
    add_ballots(doc, {{{1, 1}, {2, 1}}}, first_round, 12);
    add_ballots(doc, {{{3, 1}, {4, 1}}}, first_round, 11);
    char const* sizes[] = {"L", "S", "XL", "M"}; // 5, 2, 8, 3
    for (int i = 0; i < 4; ++i) set_cost(doc, i + 1, sizes[i]);
    auto const shares = counted(doc);
    // Each half of the room has what it can pay: seven points and three.
    auto bought = numbers(doc, shares.selection->selected);
    std::ranges::sort(bought);
    CHECK(bought == std::vector{1, 2, 4});
    CHECK(shares.selection->cost == 10 * 100);
    auto const& equal = *shares.selection->equal_shares;
    CHECK(equal.each == ratio(equal.virtual_money, 23));
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
    support::edit<model::Round>(doc, first_round, [](auto& round) { round.money = 0; });
    CHECK(tally(doc, first_round).error().where == "tally.budget");
}

TEST_CASE("greedy reports ties of score and cost that it broke by order")
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

TEST_CASE("Points count as approvals, or by their value if the rule says so")
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
