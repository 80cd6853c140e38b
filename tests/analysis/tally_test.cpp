#include "analysis/ranking/order.h"
#include "analysis/voting/tally.h"
#include "small_votes.h"

#include <doctest/doctest.h>

using namespace analysis;
using namespace sample;
using model::BlankPolicy;
using model::Method;

namespace {

model::Document room_of_five()
{
    model::Document doc;
    add_cases(doc, 4);
    add_round(doc, {});
    add_ballots(doc, {{{1, 3}, {2, 2}}, {{1, 3}, {3, 2}}, {{2, 2}}, {{3, 2}, {2, 2}}, {}});
    return doc; // 1: 6 from two people, 2: 6 from three, 3: 4, 4: 0
}

model::Document camps(int nothing, int one, int two, int three)
{
    model::Document doc;
    add_cases(doc, 1);
    add_round(doc, {});
    int const counts[] = {nothing, one, two, three};
    for (int value = 0; value <= 3; ++value)
        for (int i = 0; i < counts[value]; ++i)
            add_ballots(doc, {value == 0 ? std::vector<Line>{} : std::vector<Line>{{1, value}}});
    return doc;
}

} // namespace

TEST_CASE("Points add up, and with equal points the broader support comes first")
{
    auto const result = tally(room_of_five(), first_round).value();
    CHECK(cases(result) == std::vector{case_id(2), case_id(1), case_id(3), case_id(4)});
    CHECK(ranks(result) == std::vector{1, 2, 3, 4});
    CHECK(result.cases[0].score == Ratio{6, 1});
    CHECK(result.cases[0].supporters == 3);
    CHECK(result.cases[1].score == Ratio{6, 1});
    CHECK(result.cases[1].supporters == 2);
    CHECK(result.winners == std::vector{case_id(2)});
}

TEST_CASE("A result says how many voted, how many left it blank and what could have been given")
{
    auto const result = tally(room_of_five(), first_round).value();
    CHECK(result.voters == 5);
    CHECK(result.blanks == 1);
    CHECK(result.points == 16);
    CHECK(result.points_possible == 50);
    CHECK(result.value_max == 3);
    CHECK(result.method == Method::dots);
}

TEST_CASE("The points given per person count everyone, those who gave nothing included")
{
    auto const result = tally(room_of_five(), first_round).value();
    auto const* line = result.find(case_id(1));
    REQUIRE(line);
    CHECK(line->histogram == std::vector<HistogramBar>{{0, 3}, {3, 2}});
    CHECK(line->people_at(0) == 3);
    CHECK(line->people_at(2) == 0);
    CHECK(line->people_at(3) == 2);
    CHECK(result.find(case_id(9)) == nullptr);
}

TEST_CASE("Exact ties share the rank, are listed by number, and the next rank is skipped")
{
    model::Document doc;
    add_cases(doc, 4);
    add_round(doc, {});
    add_ballots(doc, {{{4, 2}, {2, 2}, {3, 1}}, {{1, 3}, {3, 1}, {2, 1}, {4, 1}}});
    // 2 and 4: 3 points from two people; 1: 3 points from one; 3: 2 points from two.
    auto const result = tally(doc, first_round).value();
    CHECK(cases(result) == std::vector{case_id(2), case_id(4), case_id(1), case_id(3)});
    CHECK(ranks(result) == std::vector{1, 1, 3, 4});
    CHECK(result.cases[0].tied);
    CHECK(result.cases[1].tied);
    CHECK_FALSE(result.cases[2].tied);
    CHECK(result.winners == std::vector{case_id(2), case_id(4)});
}

TEST_CASE("A vote in which nobody gave anything has no winner")
{
    model::Document doc;
    add_cases(doc, 2);
    add_round(doc, {});
    add_ballots(doc, {{}, {}});
    auto const result = tally(doc, first_round).value();
    CHECK(result.winners.empty());
    CHECK(result.blanks == 2);
    CHECK(ranks(result) == std::vector{1, 1});
}

TEST_CASE("A ballot with copies counts as that many people")
{
    auto doc = room_of_five();
    add_ballots(doc, {{{4, 1}}}, first_round, 12);
    auto const result = tally(doc, first_round).value();
    CHECK(result.voters == 17);
    CHECK(result.winners == std::vector{case_id(4)});
    CHECK(result.find(case_id(4))->supporters == 12);
}

TEST_CASE("Nothing of an open round can be counted")
{
    auto doc = room_of_five();
    add_round(doc, {}, first_round, model::RoundState::open);
    auto const open = tally(doc, first_round);
    REQUIRE_FALSE(open);
    CHECK(open.error() == base::Error{base::Errc::conflict, "round.open", "", 0});

    add_round(doc, {}, first_round, model::RoundState::setup);
    CHECK(tally(doc, first_round).error().where == "round.not_closed");
    add_round(doc, {}, first_round, model::RoundState::closed);
    CHECK(tally(doc, first_round));
    CHECK(tally(doc, {999}).error().code == base::Errc::not_found);
}

TEST_CASE("Ballots without the data that a method counts are refused")
{
    auto doc = room_of_five();
    auto refused = [&](Method method) {
        auto const result = tally(doc, first_round, {.method = method, .blank = {}});
        return result ? std::string{} : result.error().where + " " + result.error().detail;
    };
    CHECK(refused(Method::majority_judgment) == "tally.ballots majority-judgment");
    CHECK(refused(Method::estimate) == "tally.ballots estimate");
    CHECK(refused(Method::ranking).empty()); // points say an order, with ties
    add_round(doc, {.question = {}, .method = Method::ranking, .cases = {}, .choices = 0});
    CHECK(refused(Method::dots) == "tally.ballots dots");
    CHECK(refused(Method::approval) == "tally.ballots approval"); // everything was ranked
    CHECK(refused(Method::score) == "tally.ballots score");
    add_round(doc, {.question = {}, .method = Method::ranking, .cases = {}, .choices = 3});
    CHECK(refused(Method::approval).empty()); // the three that each wants
    add_round(doc, {.question = {}, .method = Method::pairwise, .cases = {}});
    CHECK(refused(Method::ranking) == "tally.ballots schulze");
    CHECK(refused(Method::budget) == "tally.ballots equal-shares");
}

TEST_CASE("Impossibly large totals are refused, without overflow")
{
    model::Document doc;
    add_cases(doc, 1);
    add_round(doc, {.question = {}, .cases = {}, .cap = 0});
    for (int i = 0; i < 4; ++i)
        add_ballots(doc, {{{1, 2'000'000'000}}}, first_round, 2'000'000'000);
    CHECK(tally(doc, first_round).error().where == "round.too_large");
}

TEST_CASE("Approvals count people, and the same ballots can be read as approvals")
{
    auto const result =
        tally(room_of_five(), first_round, {.method = Method::approval, .blank = {}}).value();
    CHECK(cases(result) == std::vector{case_id(2), case_id(1), case_id(3), case_id(4)});
    CHECK(result.cases[0].score == Ratio{3, 1});
    CHECK(ranks(result) == std::vector{1, 2, 2, 4});
    CHECK(result.points == 7);
}

TEST_CASE(
    "Grades are a sum when a blank is a zero, and a mean of the answers when it is no opinion")
{
    model::Document doc;
    add_cases(doc, 2);
    add_round(doc, {.question = {},
                    .method = Method::score,
                    .cases = {},
                    .source = model::BallotSource::imported}); // public: broken down all the same
    add_ballots(doc, {{{1, 6}, {2, 10}}, {{1, 7}}, {{1, 0}}, {}});
    auto const below = tally(doc, first_round).value();
    CHECK(below.winners == std::vector{case_id(1)});
    CHECK(below.cases[0].score == Ratio{13, 1});
    CHECK(below.cases[0].people_at(0) == 2);

    auto const none =
        tally(doc, first_round, {.method = {}, .blank = BlankPolicy::no_opinion}).value();
    CHECK(none.winners == std::vector{case_id(2)});
    CHECK(none.cases[0].score == Ratio{10, 1});
    CHECK(none.cases[0].answers == 1);
    CHECK(none.cases[1].score == Ratio{13, 3});
    CHECK(none.cases[1].answers == 3);
    CHECK(none.cases[1].people_at(0) == 1);
    CHECK(none.blanks == 1);
    CHECK(none.blank == BlankPolicy::no_opinion);
}

TEST_CASE("Counted hands are ordered, and have an interval once the room's size is known")
{
    model::Document doc;
    add_cases(doc, 3);
    model::Round round;
    round.method = Method::approval;
    round.source = model::BallotSource::hands;
    add_round(doc, round);
    auto& hands = model::writable<model::Hands>(doc);
    hands.set({first_round, case_id(1)}, {4});
    hands.set({first_round, case_id(3)}, {11});
    auto result = tally(doc, first_round).value();
    CHECK(cases(result) == std::vector{case_id(3), case_id(1), case_id(2)});
    CHECK(result.cases[0].score == Ratio{11, 1});
    CHECK(result.points == 15);
    CHECK(result.voters == 0);
    CHECK_FALSE(result.cases[0].interval);
    CHECK(result.cases[0].histogram.empty());

    round.headcount = 23;
    add_round(doc, round);
    result = tally(doc, first_round).value();
    CHECK(result.voters == 23);
    CHECK(result.cases[0].people_at(0) == 12);
    REQUIRE(result.cases[0].interval);
    CHECK(result.cases[0].interval->low < 11);
    CHECK(result.cases[0].interval->high > 11);
}

TEST_CASE("Two camps: more at the most than in between, and at least five at either end")
{
    auto found = [](model::Document const& doc) {
        return tally(doc, first_round, {.method = {}, .blank = {}, .resamples = 0})
            .value()
            .cases[0]
            .camps;
    };
    CHECK(found(camps(13, 2, 0, 8)) == TwoCamps{13, 2, 8, 0, 3});
    CHECK_FALSE(found(camps(13, 4, 4, 8)));
    CHECK_FALSE(found(camps(13, 0, 0, 4)));
    CHECK(found(camps(5, 0, 0, 5)));
    CHECK_FALSE(found(camps(0, 0, 0, 20))); // of one mind
}

TEST_CASE("Two camps are found in grades, by the outer thirds, but not in approvals")
{
    model::Document doc;
    add_cases(doc, 1);
    add_round(doc, {.question = {}, .method = Method::score, .cases = {}});
    for (int i = 0; i < 5; ++i) add_ballots(doc, {{{1, 1}}, {{1, 9}}, {{1, 5}}});
    auto const graded = tally(doc, first_round).value();
    CHECK(graded.cases[0].camps == TwoCamps{5, 5, 5, 3, 7});
    auto const approved =
        tally(doc, first_round, {.method = Method::approval, .blank = {}}).value();
    CHECK_FALSE(approved.cases[0].contested());
}

TEST_CASE("The interval holds the score, and the same session always gives the same interval")
{
    auto const doc = camps(13, 2, 0, 8);
    auto const once = tally(doc, first_round).value();
    auto const again = tally(doc, first_round).value();
    REQUIRE(once.cases[0].interval);
    CHECK(once.cases[0].interval == again.cases[0].interval);
    CHECK(once.seed == again.seed);
    CHECK(once.resamples == 1000);
    // The sum of 23 people drawn from (13 x 0, 2 x 1, 8 x 3): mean 26, deviation 6.8.
    CHECK(once.cases[0].interval->low == doctest::Approx(26 - 1.645 * 6.8).epsilon(0.1));
    CHECK(once.cases[0].interval->high == doctest::Approx(26 + 1.645 * 6.8).epsilon(0.1));
}

TEST_CASE("Intervals are the same however finely they are drawn")
{
    model::Document doc;
    add_cases(doc, 4);
    add_round(doc, {});
    for (int i = 0; i < 9; ++i)
        add_ballots(doc, {{{1, 3}, {2, i % 3}}, {{3, 2}, {4, 1 + i % 2}}, {{2, 3}, {3, 1}}});
    auto const whole = tally(doc, first_round).value();
    auto run = TallyRun::start(doc, first_round).value();
    CHECK(!run.done());
    CHECK(run.tally().cases.front().score == whole.cases.front().score); // counted at once
    CHECK(!run.tally().cases.front().interval);
    int slices = 0;
    for (; !run.done(); ++slices) run.advance(500);
    CHECK(slices > 20);
    auto const sliced = run.tally();
    for (std::size_t i = 0; i < whole.cases.size(); ++i) {
        CHECK(sliced.cases[i].on == whole.cases[i].on);
        CHECK(sliced.cases[i].interval == whole.cases[i].interval);
        CHECK(sliced.cases[i].ranks == whole.cases[i].ranks);
    }
}

TEST_CASE("A large election drawn by counts has the interval that theory gives")
{
    model::Document doc;
    add_cases(doc, 1);
    add_round(doc, {});
    add_ballots(doc, {{}}, first_round, 30'000);
    add_ballots(doc, {{{1, 1}}}, first_round, 10'000);
    auto const result = tally(doc, first_round).value();
    double const deviation = 86.6; // sqrt(40,000 x 1/4 x 3/4)
    CHECK(result.cases[0].interval->low ==
          doctest::Approx(10'000 - 1.645 * deviation).epsilon(0.002));
    CHECK(result.cases[0].interval->high ==
          doctest::Approx(10'000 + 1.645 * deviation).epsilon(0.002));
}

TEST_CASE("Blank ballots are counted separately, not as votes against")
{
    auto counted = [](Method method, BlankPolicy blank,
                      std::vector<std::vector<Line>> const& ballots) {
        model::Document doc;
        add_cases(doc, 2);
        model::Round round;
        round.method = method;
        round.blank = blank;
        add_round(doc, round);
        add_ballots(doc, ballots);
        return tally(doc, first_round).value();
    };
    // Six voters, two of them blank: one no, not three.
    std::vector<std::vector<Line>> const six{{{1, 1}}, {{1, 1}}, {{1, 1}}, {{2, 1}}, {}, {}};
    for (auto method : {Method::approval, Method::dots, Method::quadratic}) {
        auto const result = counted(method, BlankPolicy::below, six);
        CHECK(result.blanks == 2);
        auto const& line = *result.find(case_id(1));
        CHECK(line.blanks == 2);
        CHECK(line.said(1) == 3);
        CHECK(line.said(0) == 1);
        CHECK(line.people_at(0) == 3);
    }
    // Of grades and scores, those who gave this case none, also where that counts as the worst.
    for (auto method : {Method::score, Method::majority_judgment})
        for (auto blank : {BlankPolicy::below, BlankPolicy::no_opinion}) {
            auto const result = counted(
                method, blank, {{{1, 0}}, {{1, 3}}, {{1, 3}}, {{1, 2}, {2, 1}}, {{2, 4}}, {}});
            auto const& line = *result.find(case_id(1));
            CHECK(line.blanks == 2);
            CHECK(line.said(0) == 1);
            CHECK(line.said(3) == 2);
            CHECK(line.people_at(0) == (blank == BlankPolicy::below ? 3 : 1));
        }
    auto const places = counted(Method::ranking, BlankPolicy::below,
                                {{{1, 1}}, {{1, 1}}, {{1, 1}}, {{2, 1}}, {}, {}});
    CHECK(places.find(case_id(1))->blanks == 2);
    CHECK(places.find(case_id(1))->said(0) == 1);
}

TEST_CASE("below eight voters there is no interval")
{
    model::Document doc;
    add_cases(doc, 2);
    add_round(doc, {});
    add_ballots(doc, {{{1, 2}}, {{1, 1}, {2, 3}}});
    auto interval = [&] { return tally(doc, first_round).value().cases[0].interval; };
    auto ranks = [&] { return tally(doc, first_round).value().cases[0].ranks; };
    CHECK_FALSE(interval());
    add_ballots(doc, {{{1, 2}}}, first_round, 5);
    CHECK_FALSE(interval());
    CHECK_FALSE(ranks());
    add_ballots(doc, {{{2, 2}}});
    CHECK(interval());
    CHECK(ranks());
}

TEST_CASE("one voter gives no interval")
{
    model::Document doc;
    add_cases(doc, 1);
    add_round(doc, {});
    add_ballots(doc, {{{1, 2}}});
    CHECK_FALSE(tally(doc, first_round).value().cases[0].interval);
}

TEST_CASE("A later merge does not move votes")
{
    auto doc = room_of_five();
    merge(doc, 2, 3);
    auto const result = tally(doc, first_round).value();
    CHECK(result.find(case_id(2))->score == Ratio{6, 1});
    CHECK(result.find(case_id(3))->score == Ratio{4, 1});
    CHECK(order_by_result(doc, result) == std::vector{case_id(1), case_id(3), case_id(4)});
}

TEST_CASE("The result that counts is that of the last revealed vote")
{
    auto doc = room_of_five();
    CHECK(latest_result(doc) == first_round);
    add_round(doc, {}, {301}, model::RoundState::closed);
    CHECK(latest_result(doc) == first_round);
    add_round(doc, {}, {299}, model::RoundState::revealed); // a lower id, a later number
    CHECK(latest_result(doc) == first_round);               // nobody voted in it
    add_ballots(doc, {{{1, 1}}}, {299});
    CHECK(latest_result(doc) == RoundId{299});
    add_round(doc, {.question = {}, .method = Method::estimate, .cases = {}}, {302});
    CHECK(latest_result(doc) == RoundId{299});
    CHECK_FALSE(latest_result({}));
}

TEST_CASE("The last vote is the one that was closed last, whatever its number")
{
    auto doc = room_of_five();
    add_round(doc, {}, {301}, model::RoundState::revealed); // prepared later
    add_ballots(doc, {{{1, 1}}}, {301});
    auto const close = [&](RoundId id, std::int64_t at_ms) {
        auto status = model::get<model::RoundStatus>(doc, id);
        status.closed_ms = at_ms;
        model::writable<model::RoundStatus>(doc).set(id, status);
    };
    close({301}, 1000);
    close(first_round, 2000);
    CHECK(latest_result(doc) == first_round);
    close({301}, 2000);
    CHECK(latest_result(doc) == RoundId{301}); // in the same moment: the later number
}

TEST_CASE("A vote of the committee counts only where it is chosen")
{
    auto doc = room_of_five();
    model::Round own{.question = {}, .method = Method::dots, .cases = {}};
    own.body = model::Body::committee;
    add_round(doc, own, {299}, model::RoundState::revealed);
    add_ballots(doc, {{{1, 1}}}, {299});
    CHECK(shows_a_result(doc, {299}));
    CHECK(latest_result(doc) == first_round);
    CHECK(reference_round(doc) == first_round);
    model::writable<model::Reference>(doc).set({}, {{299}});
    CHECK(reference_round(doc) == RoundId{299});
}

TEST_CASE("The vote that counts is the one that was chosen, else the last")
{
    auto doc = room_of_five();
    add_round(doc, {}, {299}, model::RoundState::revealed);
    add_ballots(doc, {{{1, 1}}}, {299});
    CHECK(reference_round(doc) == RoundId{299});
    model::writable<model::Reference>(doc).set({}, {first_round});
    CHECK(reference_round(doc) == first_round);
    model::writable<model::Reference>(doc).set({}, {{301}}); // of another session's
    CHECK(reference_round(doc) == RoundId{299});
}

TEST_CASE("A vote with nobody's ballot has no result, by any method and by hands")
{
    auto refused = [](model::Document const& doc) {
        auto const counted = tally(doc, first_round, {.method = {}, .blank = {}, .resamples = 0});
        REQUIRE_FALSE(counted);
        CHECK_FALSE(latest_result(doc));
        return counted.error().where;
    };
    for (auto method : {model::Method::choose_spread, model::Method::dots, model::Method::approval,
                        model::Method::score, model::Method::majority_judgment,
                        model::Method::ranking, model::Method::pairwise, model::Method::points,
                        model::Method::quadratic, model::Method::budget}) {
        CAPTURE(base::name_of(method));
        model::Document doc;
        add_cases(doc, 3);
        model::Round round;
        round.method = method;
        round.money = 100;
        round.headcount = 7;
        add_round(doc, round);
        CHECK(refused(doc) == "round.no_ballots");
        add_ballots(doc, {{}}, RoundId{4711}); // of another round
        CHECK(refused(doc) == "round.no_ballots");
    }
    model::Document doc;
    add_cases(doc, 3);
    model::Round round;
    round.method = model::Method::approval;
    round.source = model::BallotSource::hands;
    round.headcount = 7;
    add_round(doc, round);
    CHECK(refused(doc) == "round.no_ballots");
    model::writable<model::Hands>(doc).set({first_round, case_id(1)}, {0});
    CHECK(refused(doc) == "round.no_ballots");
    model::writable<model::Hands>(doc).set({first_round, case_id(2)}, {1});
    CHECK(tally(doc, first_round)->winners == std::vector{case_id(2)});
}

TEST_CASE("Fractions compare exactly where floating point and cross products cannot")
{
    CHECK(ratio(26, 6) == Ratio{13, 3});
    CHECK(ratio(1, 3) < ratio(1, 2));
    CHECK(ratio(-1, 2) < ratio(-1, 3));
    CHECK(ratio(-1, 2) < ratio(1, 3));
    CHECK(ratio(-7, 2) < ratio(-3, 1));
    CHECK(ratio(7, 2) > ratio(3, 1));
    auto const large = std::int64_t{1} << 60U;
    CHECK(ratio(large - 1, large) < ratio(large, large + 1));
    CHECK(ratio(large, large - 1) > ratio(large + 1, large));
    CHECK(text(ratio(13, 3)) == "13/3");
    CHECK(text(ratio(26, 1)) == "26");
}
