#include "edit/command.h"
#include "edit/plan.h"
#include "model/turnout.h"
#include "support/tables.h"

#include <doctest/doctest.h>

namespace {

using model::Method;
using model::RoundState;

// Cases 1, 2 and 3, and a round 10 on all of them.
model::Document room(Method method, RoundState state)
{
    model::Document doc;
    for (std::uint64_t id : {1U, 2U, 3U}) {
        model::Case text;
        text.title = "Cas";
        REQUIRE(model::apply(doc, *edit::plan(doc, edit::AddCases{{{{id}, text, {}}}})));
    }
    model::Round round;
    round.method = method;
    round.cases = {{1}, {2}, {3}};
    round.grades = 7;
    REQUIRE(model::apply(doc, *edit::plan(doc, edit::PrepareRound{{10}, round})));
    auto act = [&](edit::Command const& c) { REQUIRE(model::apply(doc, *edit::plan(doc, c))); };
    if (state != RoundState::setup) act(edit::OpenRound{{10}, 1});
    if (state == RoundState::closed) act(edit::CloseRound{{10}, {}, 2}); // nobody voted
    if (state == RoundState::revealed) act(edit::CloseRound{{10}, {{{}, 1}}, 2});
    if (state == RoundState::revealed) act(edit::RevealRound{{10}});
    return doc;
}

std::string wrong(model::Document const& doc, edit::Command const& c)
{
    auto const planned = edit::plan(doc, c);
    return planned ? std::string{} : planned.error().where;
}

void act(model::Document& doc, edit::Command const& c)
{
    auto const planned = edit::plan(doc, c);
    REQUIRE(planned);
    REQUIRE(model::apply(doc, *planned));
}

std::string broken(model::Round const& round, std::vector<model::Mark> marks)
{
    auto const checked = edit::check_ballot(round, {std::move(marks), 1});
    return checked ? std::string{} : checked.error().where;
}

} // namespace

TEST_CASE("each counting method refuses ballots against its rules")
{
    model::Round round;
    round.cases = {{1}, {2}, {3}};
    SUBCASE("what a budget selects is approved of, once")
    {
        round.method = Method::budget;
        CHECK(broken(round, {{{1}, 1}, {{3}, 1}}).empty());
        CHECK(broken(round, {{{1}, 2}}) == "ballot.approval");
    }
    SUBCASE("credits pay for the square of the votes")
    {
        round.method = Method::quadratic;
        round.budget = 100;
        CHECK(broken(round, {{{1}, 8}, {{2}, 6}}).empty());
        CHECK(broken(round, {{{1}, 8}, {{2}, 6}, {{3}, 1}}) == "ballot.budget");
        CHECK(broken(round, {{{1}, -9}, {{2}, 4}}) == "ballot.negative");
        round.against = model::Against::allowed;
        CHECK(broken(round, {{{1}, -9}, {{2}, 4}, {{3}, 1}}).empty());
        CHECK(broken(round, {{{1}, -9}, {{2}, 5}}) == "ballot.budget");
    }
    SUBCASE("dots are counted and capped, and may be kept")
    {
        round.budget = 5;
        round.cap = 3;
        CHECK(broken(round, {{{1}, 3}, {{2}, 2}}).empty());
        CHECK(broken(round, {{{1}, 4}, {{2}, 1}}) == "ballot.cap");
        CHECK(broken(round, {{{1}, 3}, {{2}, 2}, {{3}, 1}}) == "ballot.budget");
        CHECK(broken(round, {{{1}, 1}}).empty());
        CHECK(broken(round, {{{1}, -1}, {{2}, 3}}) == "ballot.negative");
    }
    SUBCASE("a pair says which of two cases comes first, and says it once")
    {
        round.method = Method::pairwise;
        CHECK(broken(round, {{{1}, 2}, {{1}, 3}, {{3}, 2}}).empty());
        CHECK(broken(round, {{{1}, 1}}) == "ballot.pair");
        CHECK(broken(round, {{{1}, 0}}) == "ballot.pair");
        CHECK(broken(round, {{{1}, 4}}) == "ballot.pair");
        CHECK(broken(round, {{{1}, 2}, {{2}, 1}}) == "ballot.twice");
        CHECK(broken(round, {{{9}, 2}}) == "ballot.case");
    }
    SUBCASE("a ranking ranks no more cases than it was asked for")
    {
        round.method = Method::ranking;
        round.choices = 2;
        CHECK(broken(round, {{{1}, 1}, {{2}, 1}}).empty());
        CHECK(broken(round, {{{1}, 1}, {{2}, 2}, {{3}, 3}}) == "ballot.choices");
        CHECK(broken(round, {{{1}, 0}}) == "ballot.rank");
    }
}

TEST_CASE("grades need one word each, and only grades have words")
{
    auto doc = room(Method::majority_judgment, RoundState::setup);
    auto round = *model::find<model::Round>(doc, {10});
    round.labels = {"À rejeter", "Passable", "Bien"};
    CHECK(wrong(doc, edit::PrepareRound{{10}, round}) == "round.labels");
    round.grades = 3;
    CHECK(wrong(doc, edit::PrepareRound{{10}, round}).empty());
    round.method = Method::score;
    CHECK(wrong(doc, edit::PrepareRound{{10}, round}) == "round.labels");
    round = {};
    round.method = Method::majority_judgment;
    round.grades = 1;
    CHECK(wrong(doc, edit::PrepareRound{{11}, round}) == "round.grades");
    round = {};
    round.quorum = 101;
    CHECK(wrong(doc, edit::PrepareRound{{11}, round}) == "round.quorum");
    round = {};
    round.seats = 0;
    CHECK(wrong(doc, edit::PrepareRound{{11}, round}) == "round.seats");
}

TEST_CASE("an open round may be given more time, a round that is not open may not")
{
    auto doc = room(Method::dots, RoundState::setup);
    CHECK(wrong(doc, edit::ProlongRound{{10}, 50}) == "round.not_open");
    CHECK(wrong(doc, edit::OpenRound{{10}, 100, 90}) == "round.until");
    act(doc, edit::OpenRound{{10}, 100, 200});
    CHECK(model::get<model::RoundStatus>(doc, {10}).until_ms == 200);
    CHECK(wrong(doc, edit::ProlongRound{{10}, 50}) == "round.until");
    act(doc, edit::ProlongRound{{10}, 300});
    CHECK(model::get<model::RoundStatus>(doc, {10}).until_ms == 300);
    act(doc, edit::CloseRound{{10}, {}, 250});
    CHECK(wrong(doc, edit::ProlongRound{{10}, 400}) == "round.not_open");
}

TEST_CASE("a tie is decided with a stated reason, and can be decided again")
{
    auto doc = room(Method::dots, RoundState::revealed);
    model::TieDecision decision{{{3}, {1}}, model::TieRule::hand, 0, "le service est prêt"};
    act(doc, edit::DecideTie{{{10}, 2}, decision});
    REQUIRE(model::find<model::TieDecision>(doc, {{10}, 2}));
    CHECK(*model::find<model::TieDecision>(doc, {{10}, 2}) == decision);
    CHECK(edit::undo_of(edit::DecideTie{}) == edit::Undo::never);

    decision.order = {{1}, {3}};
    decision.by = model::TieRule::declared;
    act(doc, edit::DecideTie{{{10}, 2}, decision});
    CHECK(model::find<model::TieDecision>(doc, {{10}, 2})->order.front() == model::CaseId{1});
    act(doc, edit::DecideTie{{{10}, 2}, {}}); // the tie is a tie again
    CHECK_FALSE(model::find<model::TieDecision>(doc, {{10}, 2}));
}

TEST_CASE("a tie cannot be decided before the reveal, nor among other cases")
{
    model::TieDecision const decision{{{1}, {2}}, model::TieRule::hand, 0, ""};
    CHECK(wrong(room(Method::dots, RoundState::open), edit::DecideTie{{{10}, 1}, decision}) ==
          "round.not_revealed");
    CHECK(wrong(room(Method::dots, RoundState::closed), edit::DecideTie{{{10}, 1}, decision}) ==
          "round.not_revealed");
    auto const doc = room(Method::dots, RoundState::revealed);
    auto cut = [&](std::vector<model::CaseId> order, int rank, model::TieRule by) {
        return wrong(doc, edit::DecideTie{{{10}, rank}, {std::move(order), by, 0, ""}});
    };
    using enum model::TieRule;
    CHECK(cut({{1}}, 1, hand) == "tie.rank");
    CHECK(cut({{1}, {2}}, 3, hand) == "tie.rank"); // the second of them would be fourth of three
    CHECK(cut({{1}, {2}}, 0, hand) == "tie.rank");
    CHECK(cut({{1}, {1}}, 1, hand) == "tie.case");
    CHECK(cut({{1}, {9}}, 1, hand) == "tie.case");
    CHECK(cut({{2}, {1}}, 1, declared) == "tie.order");
    CHECK(cut({{2}, {1}}, 1, draw).empty());
}

TEST_CASE("a new vote on a case needs the first result, which is kept")
{
    auto doc = room(Method::score, RoundState::open);
    act(doc, edit::CloseRound{{10}, {{{}, 1}}, 2});
    model::Round again;
    again.method = Method::score;
    again.cases = {{2}};
    again.revote_of = {10};
    CHECK(wrong(doc, edit::PrepareRound{{11}, again}) == "round.not_revealed");
    act(doc, edit::RevealRound{{10}});
    auto const twice = edit::plan(doc, edit::RevealRound{{10}}); // as another machine did
    REQUIRE(twice);
    CHECK(twice->empty());
    act(doc, edit::PrepareRound{{11}, again});
    CHECK(model::find<model::Round>(doc, {11})->revote_of == model::RoundId{10});
    CHECK(model::find<model::Round>(doc, {10}));
    again.cases = {{7}};
    CHECK(wrong(doc, edit::PrepareRound{{12}, again}) == "case");
    again.cases = {{2}};
    again.revote_of = {12};
    CHECK(wrong(doc, edit::PrepareRound{{12}, again}) == "round.revote");
}

TEST_CASE("only prepared rounds can be reordered")
{
    auto doc = room(Method::dots, RoundState::revealed); // round 10, number 1
    auto const cases = model::get<model::Round>(doc, {10}).cases;
    auto prepared = [&](std::string question) {
        model::Round round;
        round.question = std::move(question);
        round.cases = cases;
        return round;
    };
    act(doc, edit::PrepareRound{{11}, prepared("Premier")});
    act(doc, edit::PrepareRound{{12}, prepared("Second")});
    auto number = [&](std::uint64_t id) { return model::get<model::Round>(doc, {id}).number; };
    CHECK(number(11) == 2);
    CHECK(number(12) == 3);
    auto moved = model::get<model::Round>(doc, {12});
    moved.number = 2;
    act(doc, edit::PrepareRound{{12}, moved});
    CHECK(number(12) == 2);
    CHECK(number(11) == 3);
    moved.number = 1; // one that was held
    act(doc, edit::PrepareRound{{12}, moved});
    CHECK(number(12) == 2);
    CHECK(number(10) == 1);
    moved.number = 40; // nobody's
    act(doc, edit::PrepareRound{{12}, moved});
    CHECK(number(12) == 2);
}

TEST_CASE("votes are numbered in sequence, whatever was estimated or removed")
{
    auto doc = room(Method::dots, RoundState::revealed); // round 10, vote 1
    auto const cases = model::get<model::Round>(doc, {10}).cases;
    auto prepare = [&](std::uint64_t id, Method method) {
        model::Round round;
        round.method = method;
        round.cases = cases;
        act(doc, edit::PrepareRound{{id}, round});
        return model::get<model::Round>(doc, {id}).number;
    };
    CHECK(prepare(11, Method::estimate) == 1);
    CHECK(prepare(12, Method::estimate) == 2);
    CHECK(prepare(13, Method::approval) == 2);
    CHECK(prepare(14, Method::approval) == 3);
    act(doc, edit::DropRound{{14}});
    CHECK(prepare(15, Method::approval) == 3);
    CHECK(prepare(13, Method::estimate) == 3); // it went over to the others
    CHECK(prepare(16, Method::approval) == 4);
}

TEST_CASE("the rules of an open round cannot be undone")
{
    auto doc = room(Method::dots, RoundState::setup);
    auto round = model::get<model::Round>(doc, {10});
    round.budget = 12;
    auto const edited = edit::plan(doc, edit::PrepareRound{{10}, round});
    REQUIRE(edited);
    REQUIRE(model::apply(doc, *edited));
    CHECK(!model::rebase(doc, model::inverse(*edited)).empty()); // still being prepared
    act(doc, edit::OpenRound{{10}, 1});
    CHECK(model::rebase(doc, model::inverse(*edited)).empty());
}

TEST_CASE("a round without ballots is not revealed; it can be opened again")
{
    auto doc = room(Method::dots, RoundState::closed);
    CHECK(wrong(doc, edit::RevealRound{{10}}) == "round.no_ballots");
    act(doc, edit::ReopenRound{{10}, 9});
    auto const status = model::get<model::RoundStatus>(doc, {10});
    CHECK(status.state == RoundState::open);
    CHECK(status.opened_ms == 9);
    CHECK(status.closed_ms == 0);
    act(doc, edit::CloseRound{{10}, {{{}, 1}}, 10}); // one blank ballot: somebody voted
    CHECK(wrong(doc, edit::ReopenRound{{10}, 11}) == "round.voted");
    act(doc, edit::RevealRound{{10}});
    CHECK(wrong(doc, edit::ReopenRound{{10}, 12}) == "round.voted");
}

TEST_CASE("a round that an older version revealed with no ballot can be opened again too")
{
    auto doc = room(Method::dots, RoundState::closed);
    support::edit<model::RoundStatus>(doc, {10},
                                      [](auto& status) { status.state = RoundState::revealed; });
    support::edit<model::TieDecision>(doc, {{10}, 1}, [](auto& decision) {
        decision.order = {{1}, {2}};
    });
    act(doc, edit::ReopenRound{{10}, 9});
    CHECK(model::get<model::RoundStatus>(doc, {10}).state == RoundState::open);
    CHECK(model::table<model::TieDecision>(doc).empty());
}

TEST_CASE("two rounds are not open at once by opening an empty one again")
{
    auto doc = room(Method::dots, RoundState::closed);
    act(doc, edit::PrepareRound{{11}, model::get<model::Round>(doc, {10})});
    act(doc, edit::OpenRound{{11}, 5});
    CHECK(wrong(doc, edit::ReopenRound{{10}, 9}) == "round.other_open");
}

TEST_CASE("a show of hands without any hand has no result, and can be counted again")
{
    auto doc = room(Method::approval, RoundState::setup);
    act(doc, edit::CountHands{{10}, {{{1}, 0}, {{2}, 0}}, 5});
    CHECK(model::get<model::RoundStatus>(doc, {10}).state == RoundState::closed);
    act(doc, edit::ReopenRound{{10}, 6});
    CHECK(model::get<model::RoundStatus>(doc, {10}).state == RoundState::setup);
    CHECK(model::table<model::Hands>(doc).empty());
    act(doc, edit::CountHands{{10}, {{{1}, 0}, {{2}, 3}}, 7});
    CHECK(model::get<model::RoundStatus>(doc, {10}).state == RoundState::revealed);
}

TEST_CASE("hands are counted beside the ballots of an open approval vote, and again")
{
    auto doc = room(Method::approval, RoundState::open);
    auto round = model::get<model::Round>(doc, {10});
    round.headcount = 9;
    round.choices = 2;
    model::writable<model::Round>(doc).set({10}, round);
    auto people = [&] { return model::get<model::RoundStatus>(doc, {10}).by_hand; };
    auto hands = [&](std::uint64_t on) {
        return model::get<model::Hands>(doc, {{10}, {on}}).count;
    };
    act(doc, edit::RaiseHands{{10}, 4, {{{1}, 4}, {{2}, 2}}});
    CHECK(people() == 4);
    CHECK(hands(1) == 4);
    act(doc, edit::RaiseHands{{10}, 3, {{{1}, 3}, {{3}, 3}}}); // replaces
    CHECK(people() == 3);
    CHECK(hands(1) == 3);
    CHECK(model::find<model::Hands>(doc, {{10}, {2}}) == nullptr);
    CHECK(wrong(doc, edit::RaiseHands{{10}, 10, {}}) == "hands.people");
    CHECK(wrong(doc, edit::RaiseHands{{10}, -1, {}}) == "hands.people");
    CHECK(wrong(doc, edit::RaiseHands{{10}, 3, {{{1}, 4}}}) == "hands.count");
    CHECK(wrong(doc, edit::RaiseHands{{10}, 0, {{{1}, 1}}}) == "hands.count");
    CHECK(wrong(doc, edit::RaiseHands{{10}, 3, {{{1}, 3}, {{2}, 3}, {{3}, 1}}}) == "hands.choices");
    CHECK(wrong(doc, edit::RaiseHands{{10}, 3, {{{9}, 1}}}) == "ballot.case");
    CHECK(wrong(doc, edit::RaiseHands{{11}, 3, {}}) == "round");
    act(doc, edit::CloseRound{{10}, {{{{{1}, 1}}, 1}}, 2});
    CHECK(people() == 3);
    CHECK(model::voters_of(doc, {10}) == 4);
    CHECK(wrong(doc, edit::RaiseHands{{10}, 4, {}}) == "round.not_open");
    CHECK(edit::undo_of(edit::RaiseHands{}) == edit::Undo::never);
}

TEST_CASE("hands beside other ballots than approvals are refused; without any, they have a result")
{
    for (auto method : {Method::dots, Method::score, Method::ranking, Method::majority_judgment}) {
        auto const doc = room(method, RoundState::open);
        CHECK(wrong(doc, edit::RaiseHands{{10}, 2, {{{1}, 2}}}) == "hands.method");
    }
    auto doc = room(Method::approval, RoundState::open);
    act(doc, edit::RaiseHands{{10}, 2, {{{1}, 2}}});
    act(doc, edit::CloseRound{{10}, {}, 2});
    act(doc, edit::RevealRound{{10}});
    CHECK(model::anyone_voted(doc, {10}));
}

TEST_CASE("the reference vote must have a result, and the choice can be undone")
{
    auto doc = room(Method::dots, RoundState::setup);
    CHECK(wrong(doc, edit::SetReference{{11}}) == "round");
    CHECK(wrong(doc, edit::SetReference{{10}}) == "round.not_revealed");
    act(doc, edit::OpenRound{{10}, 1});
    act(doc, edit::CloseRound{{10}, {{{{{1}, 2}}, 1}}, 2});
    CHECK(wrong(doc, edit::SetReference{{10}}) == "round.not_revealed");
    act(doc, edit::RevealRound{{10}});
    auto const before = doc;
    auto const chosen = *edit::plan(doc, edit::SetReference{{10}});
    REQUIRE(model::apply(doc, chosen));
    CHECK(model::get<model::Reference>(doc).round == model::RoundId{10});
    REQUIRE(model::apply(doc, model::rebase(doc, model::inverse(chosen))));
    CHECK(doc == before);
    CHECK(edit::undo_of(edit::SetReference{{10}}) == edit::Undo::yes);
    CHECK(edit::plan(doc, edit::SetReference{{}})->empty()); // by default: the last one
}

TEST_CASE("the headcount is set once for all rounds that are not closed")
{
    auto doc = room(Method::dots, RoundState::setup);
    auto headcount = [&](std::uint64_t id) {
        return model::get<model::Round>(doc, {id}).headcount;
    };
    act(doc, edit::SetHeadcount{7});
    CHECK(headcount(10) == 7);
    act(doc, edit::PrepareRound{{11}, model::get<model::Round>(doc, {10})});
    auto unsaid = model::get<model::Round>(doc, {10});
    unsaid.headcount = 0;
    act(doc, edit::PrepareRound{{12}, unsaid});
    CHECK(headcount(12) == 7);
    act(doc, edit::OpenRound{{10}, 1});
    act(doc, edit::SetHeadcount{8}); // somebody came late
    CHECK(headcount(10) == 8);
    CHECK(headcount(11) == 8);
    act(doc, edit::CloseRound{{10}, {{{}, 1}}, 2});
    act(doc, edit::SetHeadcount{5});
    CHECK(headcount(10) == 8); // what was expected there stays
    CHECK(headcount(11) == 5);
}

TEST_CASE("undoing the headcount changes an open round's headcount, not its rules")
{
    auto doc = room(Method::dots, RoundState::setup);
    auto rules = model::get<model::Round>(doc, {10});
    rules.budget = 20;
    auto const richer = *edit::plan(doc, edit::PrepareRound{{10}, rules});
    REQUIRE(model::apply(doc, richer));
    act(doc, edit::OpenRound{{10}, 1});
    auto const said = *edit::plan(doc, edit::SetHeadcount{8});
    REQUIRE(model::apply(doc, said));
    REQUIRE(model::apply(doc, model::rebase(doc, model::inverse(said))));
    CHECK(model::get<model::Round>(doc, {10}).headcount == 0);
    REQUIRE(model::apply(doc, model::rebase(doc, model::inverse(richer))));
    CHECK(model::get<model::Round>(doc, {10}).budget == 20);
}

TEST_CASE("two rounds that changed places keep two numbers when one is opened and that is undone")
{
    auto doc = room(Method::dots, RoundState::setup);
    act(doc, edit::PrepareRound{{11}, model::get<model::Round>(doc, {10})});
    auto first = model::get<model::Round>(doc, {11});
    first.number = 1;
    auto const swapped = *edit::plan(doc, edit::PrepareRound{{11}, first});
    REQUIRE(model::apply(doc, swapped));
    act(doc, edit::OpenRound{{11}, 1});
    REQUIRE(model::apply(doc, model::rebase(doc, model::inverse(swapped))));
    CHECK(model::get<model::Round>(doc, {11}).number == 1); // what people vote on stays
    CHECK(model::get<model::Round>(doc, {10}).number == 2);
}

TEST_CASE("a redone case whose number is taken gets the next number")
{
    auto doc = room(Method::dots, RoundState::setup);
    auto const second =
        *edit::plan(doc, edit::PrepareRound{{11}, model::get<model::Round>(doc, {10})});
    REQUIRE(model::apply(doc, second));
    REQUIRE(model::apply(doc, model::rebase(doc, model::inverse(second))));
    act(doc, edit::PrepareRound{{12}, model::get<model::Round>(doc, {10})});
    REQUIRE(model::apply(doc, model::rebase(doc, second)));
    CHECK(model::get<model::Round>(doc, {12}).number == 2);
    CHECK(model::get<model::Round>(doc, {11}).number == 3);
}
