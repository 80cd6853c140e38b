#include "analysis/counting/duels.h"
#include "ballots/ballot_in_hand.h"
#include "edit/command.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

// Whatever the input, a ballot that can be cast obeys the rules of its round.
using ballots::BallotInHand;
using ballots::Refusal;
using model::CaseId;
using model::Method;

namespace {

model::Document with_cases(int count, std::string const& cost = {})
{
    model::Document doc;
    model::Changes changes;
    for (int n = 1; n <= count; ++n) {
        model::Case one;
        one.number = n;
        one.title = "Cas " + std::to_string(n);
        one.cost = cost.empty() || n % 4 == 0 ? "" : std::to_string(n * 1000) + " €";
        model::put<model::Case>(changes, doc, CaseId{static_cast<std::uint64_t>(n)}, one);
    }
    REQUIRE(model::apply(doc, changes));
    return doc;
}

model::Round round_of(Method method, int cases)
{
    model::Round round;
    round.method = method;
    for (int n = 1; n <= cases; ++n) round.cases.push_back(CaseId{static_cast<std::uint64_t>(n)});
    return round;
}

CaseId at(int n) { return CaseId{static_cast<std::uint64_t>(n)}; }

// One random operation on a ballot.
void poke(support::SeededRandomSource& random, model::Round const& round, BallotInHand& ballot)
{
    auto below = [&](std::uint64_t n) { return static_cast<int>(random.draw() % n); };
    auto const on = round.cases[random.draw() % round.cases.size()];
    switch (below(9)) {
    case 0: (void)ballots::give(round, ballot, on, below(240) - 120); break;
    case 1: (void)ballots::give(round, ballot, on, below(6) - 1); break;
    case 2: ballots::take_back(ballot, on); break;
    case 3:
        if (round.method == Method::choose_spread) (void)ballots::choose(round, ballot, on);
        break;
    case 4:
        if (round.method == Method::ranking) (void)ballots::rank_last(round, ballot, on);
        break;
    case 5:
        if (round.method == Method::ranking) ballots::move_by(ballot, on, below(2) * 2 - 1);
        break;
    case 6:
        if (round.method == Method::ranking) ballots::tie_above(ballot, on);
        break;
    case 7:
        if (round.method == Method::ranking)
            (void)ballots::rank_at(round, ballot, on, below(12) - 1,
                                   below(2) == 0 ? ballots::Beside::before : ballots::Beside::tied);
        break;
    default: ballots::answer_duel(ballot, static_cast<ballots::Duel::Said>(below(3)));
    }
}

} // namespace

TEST_CASE("whatever the input, a ballot that can be cast obeys the rules of its round")
{
    support::SeededRandomSource random{11};
    for (auto method : {Method::dots, Method::choose_spread, Method::approval, Method::score,
                        Method::majority_judgment, Method::ranking, Method::points,
                        Method::quadratic, Method::pairwise, Method::budget}) {
        CAPTURE(base::name_of(method));
        for (int run = 0; run < 60; ++run) {
            auto const doc = with_cases(9, "yes");
            auto round = round_of(method, 9);
            round.budget = 1 + static_cast<int>(random.draw() % 40);
            round.cap = static_cast<int>(random.draw() % 5);
            round.choices = static_cast<int>(random.draw() % 6);
            round.grades = 2 + static_cast<int>(random.draw() % 9);
            round.money = 5'000'00;
            if (random.draw() % 2 == 0) round.against = model::Against::allowed;
            auto ballot = ballots::blank_ballot(doc, round, "TOKEN", random.draw() % 7);
            for (int press = 0; press < 80; ++press) {
                poke(random, round, ballot);
                auto const ok = edit::check_ballot(round, ballots::ballot_of(round, ballot));
                if (!ok) FAIL(ok.error().where);
            }
        }
    }
}

TEST_CASE("points stop at what is left and at the cap, and say which of the two")
{
    auto const doc = with_cases(4);
    auto round = round_of(Method::dots, 4);
    auto ballot = ballots::blank_ballot(doc, round, "T", 0);
    CHECK(ballots::give(round, ballot, at(1), 5) == Refusal::cap);
    CHECK(ballots::value_of(ballot, at(1)) == 3);
    CHECK(ballots::give(round, ballot, at(2), 3) == Refusal::none);
    CHECK(ballots::give(round, ballot, at(3), 3) == Refusal::none);
    CHECK(ballots::give(round, ballot, at(4), 2) == Refusal::budget);
    CHECK(ballots::value_of(ballot, at(4)) == 1);
    CHECK(ballots::spending_of(round, ballot).left() == 0);
    ballots::take_back(ballot, at(1));
    CHECK(ballots::most_for(round, ballot, at(4)) == 3);
}

TEST_CASE("five cases are chosen, then ten points are distributed among these only")
{
    auto const doc = with_cases(8);
    auto round = round_of(Method::choose_spread, 8);
    auto ballot = ballots::blank_ballot(doc, round, "T", 0);
    CHECK(ballot.page == BallotInHand::Page::choose);
    for (int n = 1; n <= 5; ++n) CHECK(ballots::choose(round, ballot, at(n)) == Refusal::none);
    CHECK(ballots::choose(round, ballot, at(6)) == Refusal::choices);
    ballot.page = BallotInHand::Page::spread;
    CHECK(ballots::shown_cases(round, ballot).size() == 5);
    (void)ballots::give(round, ballot, at(6), 2);
    CHECK(!ballots::value_of(ballot, at(6)));
    (void)ballots::give(round, ballot, at(5), 2);
    (void)ballots::choose(round, ballot, at(5)); // not chosen any more: its points come back
    CHECK(!ballots::value_of(ballot, at(5)));
    CHECK(ballots::spending_of(round, ballot).left() == 10);
}

TEST_CASE("with few cases the choice is skipped")
{
    auto const doc = with_cases(5);
    auto const round = round_of(Method::choose_spread, 5);
    auto const ballot = ballots::blank_ballot(doc, round, "T", 0);
    CHECK(ballot.page == BallotInHand::Page::spread);
    CHECK(ballots::shown_cases(round, ballot).size() == 5);
}

TEST_CASE("quadratic votes cost their square, and negative votes need permission")
{
    auto const doc = with_cases(3);
    auto round = round_of(Method::quadratic, 3);
    round.budget = 100;
    auto ballot = ballots::blank_ballot(doc, round, "T", 0);
    CHECK(ballots::give(round, ballot, at(1), 9) == Refusal::none);
    CHECK(ballots::spending_of(round, ballot).left() == 19);
    CHECK(ballots::give(round, ballot, at(2), 5) == Refusal::budget);
    CHECK(ballots::value_of(ballot, at(2)) == 4);
    CHECK(ballots::give(round, ballot, at(3), -1) == Refusal::against);
    CHECK(!ballots::value_of(ballot, at(3)));
    round.against = model::Against::allowed;
    CHECK(ballots::give(round, ballot, at(3), -1) == Refusal::none);
    CHECK(ballots::value_of(ballot, at(3)) == -1);
}

TEST_CASE("0 is a score; a blank is not")
{
    auto const doc = with_cases(3);
    auto const round = round_of(Method::score, 3);
    auto ballot = ballots::blank_ballot(doc, round, "T", 0);
    (void)ballots::give(round, ballot, at(2), 0);
    auto const cast = ballots::ballot_of(round, ballot);
    REQUIRE(cast.marks.size() == 1);
    CHECK(cast.marks.front() == model::Mark{at(2), 0});
    ballots::take_back(ballot, at(2));
    CHECK(ballots::ballot_of(round, ballot).marks.empty());
}

TEST_CASE("a ranking is filled in by clicks, moves, ties and drags")
{
    auto const doc = with_cases(5);
    auto const round = round_of(Method::ranking, 5);
    auto ranked = round;
    ranked.choices = 0;
    auto ballot = ballots::blank_ballot(doc, ranked, "T", 0);
    for (int n : {3, 1, 5}) (void)ballots::rank_last(ranked, ballot, at(n));
    using Places = std::vector<std::vector<CaseId>>;
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(3)}, {at(1)}, {at(5)}});
    ballots::move_by(ballot, at(5), -1);
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(3)}, {at(5)}, {at(1)}});
    ballots::tie_above(ballot, at(1));
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(3)}, {at(1), at(5)}});
    ballots::move_by(ballot, at(1), 1); // out of the tie, after it
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(3)}, {at(5)}, {at(1)}});
    (void)ballots::rank_at(ranked, ballot, at(3), 3,
                           ballots::Beside::before); // dragged between 5 and 1
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(5)}, {at(3)}, {at(1)}});
    (void)ballots::rank_at(ranked, ballot, at(2), 1, ballots::Beside::tied);
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(2), at(5)}, {at(3)}, {at(1)}});
    (void)ballots::rank_last(ranked, ballot, at(3)); // pressed again: out
    CHECK(ballots::places_of(ranked, ballot) == Places{{at(2), at(5)}, {at(1)}});
}

TEST_CASE("over all voters each pair is asked equally often, within one")
{
    auto const doc = with_cases(9);
    auto const round = round_of(Method::pairwise, 9); // 36 pairs, 20 a person
    std::map<std::pair<CaseId, CaseId>, int> asked;
    for (std::size_t turn = 0; turn < 9; ++turn) {
        auto const ballot = ballots::blank_ballot(doc, round, "K7F49MQ2", turn);
        CHECK(ballot.duels.size() == static_cast<std::size_t>(analysis::pairs_per_person));
        for (auto const& duel : ballot.duels) ++asked[std::minmax(duel.left, duel.right)];
    }
    CHECK(asked.size() == 36);
    int least = 1000, most = 0;
    for (auto const& [pair, times] : asked) {
        least = std::min(least, times);
        most = std::max(most, times);
    }
    CHECK(most - least <= 1);
}

TEST_CASE("a pair is answered by one of its cases, or by neither")
{
    auto const doc = with_cases(3);
    auto const round = round_of(Method::pairwise, 3);
    auto ballot = ballots::blank_ballot(doc, round, "A", 0);
    REQUIRE(ballot.duels.size() == 3);
    auto const first = ballot.duels[0], last = ballot.duels[2];
    ballots::answer_duel(ballot, ballots::Duel::Said::left);
    ballots::answer_duel(ballot, ballots::Duel::Said::nothing);
    ballots::answer_duel(ballot, ballots::Duel::Said::right);
    auto const cast = ballots::ballot_of(round, ballot);
    REQUIRE(cast.marks.size() == 2);
    CHECK(cast.marks[0].on == first.left);
    CHECK(round.cases[static_cast<std::size_t>(cast.marks[0].value - 1)] == first.right);
    CHECK(cast.marks[1].on == last.right);
    CHECK(round.cases[static_cast<std::size_t>(cast.marks[1].value - 1)] == last.left);
}

TEST_CASE("a case without a cost, or above the budget, cannot be funded")
{
    auto const doc = with_cases(8, "yes"); // 4 and 8 without a cost
    auto round = round_of(Method::budget, 8);
    round.choices = 0;
    round.money = 6'000'00;
    auto ballot = ballots::blank_ballot(doc, round, "T", 0);
    CHECK(ballots::give(round, ballot, at(6), 1) == Refusal::none);
    CHECK(ballots::give(round, ballot, at(7), 1) == Refusal::too_dear);
    CHECK(ballots::give(round, ballot, at(4), 1) == Refusal::no_cost);
    CHECK(ballots::ballot_of(round, ballot).marks.size() == 1);
}

TEST_CASE("a ticket is accepted with other case, spaces and look-alike characters")
{
    auto const token = ballots::short_token("0123456789abcdef0123456789abcdef");
    CHECK(token.size() == 8);
    CHECK(ballots::typed_ticket(ballots::ticket_of(token)) == token);
    CHECK(ballots::typed_ticket(" k7f4-9mq2 ") == "K7F49MQ2");
    CHECK(ballots::typed_ticket("oOiL") == "0011");
    CHECK(ballots::short_token("ffffffffff") != ballots::short_token("fffffffffe"));
}
