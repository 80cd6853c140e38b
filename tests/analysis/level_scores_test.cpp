#include "analysis/voting/tally.h"
#include "small_votes.h"

#include <doctest/doctest.h>

// Equal displayed scores, blank votes.
using namespace sample;

using analysis::tally;
using model::Method;

TEST_CASE("Equal scores of different ranks state the difference; ties do not")
{
    model::Document doc;
    add_cases(doc, 5);
    add_round(doc, {});
    add_ballots(doc, {{{4, 2}, {2, 2}, {3, 1}}, {{1, 3}, {3, 1}, {2, 1}, {4, 1}}});
    auto const result = tally(doc, first_round).value();
    CHECK(analysis::tie_rule(result) == "supporters");
    for (int number : {1, 2, 4}) // 3 points each, of one person or of two
        CHECK(result.find(case_id(number))->told_apart == analysis::ToldApart::by_supporters);
    CHECK(result.find(case_id(3))->told_apart == analysis::ToldApart::no);
    CHECK(result.find(case_id(5))->told_apart == analysis::ToldApart::no);
    // By approvals as many supporters as points: equals share the rank.
    analysis::TallyOptions approval;
    approval.method = Method::approval;
    auto const approved = tally(doc, first_round, approval).value();
    CHECK(analysis::tie_rule(approved) == "shared");
    for (auto const& line : approved.cases) CHECK(line.told_apart == analysis::ToldApart::no);
}

TEST_CASE("Equal grades are distinguished by the shares around them, then by the next grades")
{
    model::Document doc;
    add_cases(doc, 4);
    model::Round round;
    round.method = Method::majority_judgment;
    round.grades = 4;
    add_round(doc, round);
    // The middle of all four is 2, with more above than below, but for the last; the first has
    // three above, the second and the third two, and of these the one has less far below.
    add_ballots(doc, {{{1, 3}, {2, 3}, {3, 3}, {4, 2}},
                      {{1, 3}, {2, 3}, {3, 3}, {4, 2}},
                      {{1, 3}, {2, 2}, {3, 2}, {4, 2}},
                      {{1, 2}, {2, 2}, {3, 2}, {4, 0}},
                      {{1, 2}, {2, 2}, {3, 2}, {4, 0}},
                      {{1, 2}, {2, 2}, {3, 2}, {4, 0}},
                      {{1, 0}, {2, 1}, {3, 0}, {4, 0}}});
    auto const result = tally(doc, first_round).value();
    REQUIRE(cases(result) == std::vector{case_id(1), case_id(2), case_id(3), case_id(4)});
    REQUIRE(ranks(result) == std::vector{1, 2, 3, 4});
    CHECK(analysis::tie_rule(result) == "grades");
    CHECK(result.cases[0].told_apart == analysis::ToldApart::by_voices);
    CHECK(result.cases[1].told_apart == analysis::ToldApart::by_further_grades);
    CHECK(result.cases[2].told_apart == analysis::ToldApart::by_further_grades);
    CHECK(result.cases[3].told_apart == analysis::ToldApart::no);
}

TEST_CASE("Unequal means are written with enough digits to differ")
{
    model::Document doc;
    add_cases(doc, 2);
    model::Round round;
    round.method = Method::score;
    round.blank = model::BlankPolicy::no_opinion;
    add_round(doc, round);
    add_ballots(doc, {{{1, 4}, {2, 4}}, {{1, 4}, {2, 4}}, {{1, 5}, {2, 4}}, {{2, 5}}});
    auto const result = tally(doc, first_round).value(); // 4.333 and 4.25
    CHECK(analysis::digits_apart(result, 1) == 1);
    add_ballots(doc, {{{2, 5}}, {{2, 4}}, {{2, 4}}, {{2, 5}}, {{1, 4}, {2, 4}}, {{2, 4}}});
    // 4.25 and 4.3, of which the first is written 4.2.
    CHECK(analysis::digits_apart(tally(doc, first_round).value(), 0) == 1);
    CHECK(analysis::digits_apart(tally(doc, first_round).value(), 2) == 2);
}

TEST_CASE("A vote of blank ballots only has no result and no effect on an order")
{
    model::Document doc;
    add_cases(doc, 2);
    for (auto method : {Method::dots, Method::approval, Method::score, Method::majority_judgment,
                        Method::ranking, Method::pairwise, Method::quadratic, Method::points}) {
        CAPTURE(base::name_of(method));
        auto blank = doc, said = doc;
        model::Round round;
        round.method = method;
        add_round(blank, round);
        add_round(said, round);
        add_ballots(blank, {{}, {}});
        add_ballots(said, {{}, {{1, method == Method::pairwise ? 2 : 1}}});
        auto const result = tally(blank, first_round);
        REQUIRE(result);
        CHECK(result->silent());
        CHECK(result->winners.empty());
        CHECK_FALSE(analysis::shows_a_result(blank, first_round));
        CHECK_FALSE(analysis::reference_round(blank));
        CHECK_FALSE(tally(said, first_round)->silent());
        CHECK(analysis::reference_round(said) == first_round);
    }
}
