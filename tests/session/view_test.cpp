#include "journal/memory_log.h"
#include "live.h"
#include "session/past.h"
#include "session/session.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

namespace {

struct Viewed : Live {
    model::CaseId add(std::string title)
    {
        auto const id = session.mint<model::CaseId>();
        model::Case text;
        text.title = std::move(title);
        REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{id, text, {}}}}));
        return id;
    }
    [[nodiscard]] session::View view() const { return session.view(edit::facilitator); }
};

} // namespace

TEST_CASE("a view does not change with later edits")
{
    Viewed room;
    auto const id = room.add("Tri du courrier");
    auto const then = room.view();
    CHECK(then.version == 1);
    CHECK(then.may_undo);
    CHECK_FALSE(then.may_redo);
    REQUIRE(room.session.undo(edit::facilitator));
    CHECK(model::find<model::Case>(then.document, id));
    auto const now = room.view();
    CHECK_FALSE(model::find<model::Case>(now.document, id));
    CHECK(now.may_redo);
    CHECK(now.opening == then.opening);
    CHECK(now.opening != Viewed().view().opening);
}

TEST_CASE("a view lists the entries since an older view, up to a limit")
{
    Viewed room;
    auto const first = room.view();
    REQUIRE(first.entries_since(0));
    CHECK(first.entries_since(0)->empty());
    for (std::size_t i = 0; i < session::View::recent_most + 5; ++i) room.add("Cas");
    auto const last = room.view();
    CHECK_FALSE(last.entries_since(first.version)); // too long ago
    CHECK_FALSE(first.entries_since(last.version)); // not yet
    auto const since = last.entries_since(last.version - 2);
    REQUIRE(since);
    REQUIRE(since->size() == 2);
    CHECK((*since)[0]->n == last.version - 1);
    CHECK((*since)[1]->n == last.version);
    CHECK(last.entries_since(last.version - session::View::recent_most));
}

TEST_CASE("a view lists the cards that each entry touched, since the session began")
{
    Viewed room;
    auto const one = room.add("Tri du courrier"), two = room.add("Voirie");
    auto const then = room.view();
    REQUIRE(
        room.session.submit(edit::facilitator, edit::MoveCards{{{two, {0, 0}}, {one, {9, 9}}}}));
    REQUIRE(room.session.submit(edit::facilitator, edit::SetTitle{"Rien d’une carte"}));
    auto const now = room.view();
    CHECK(then.touches.size() == 2);
    REQUIRE(now.touches.size() == 3);
    CHECK(now.touches.at(3).cards == std::vector{two, one});
    support::TickingClock clock;
    support::SeededRandomSource random{12};
    auto again = std::make_unique<journal::MemoryLog>();
    for (std::uint64_t n = 1; n <= now.version; ++n)
        REQUIRE(again->append(*room.session.log().entry(n)));
    auto const reopened = session::Session::open(std::move(again), clock, random);
    REQUIRE(reopened);
    CHECK(reopened->touches() == now.touches);
}

TEST_CASE("a past state that is passed on to knows what was touched since one looked back")
{
    Viewed room;
    room.add("Tri du courrier");
    session::Past past(room.session, edit::facilitator);
    room.add("Voirie");
    REQUIRE(past.go(1));
    REQUIRE(past.go(2));
    CHECK(past.view().touches == room.session.touches());
}

TEST_CASE("a view counts the ballots of an open round and knows the tokens, not their content")
{
    Viewed room;
    model::Round rules;
    auto const id = room.add("Tri du courrier");
    rules.cases = {id};
    auto const round = room.session.mint<model::RoundId>();
    REQUIRE(room.session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
    REQUIRE(room.session.submit(edit::facilitator, edit::OpenRound{round, 0}));
    auto const empty = room.view();
    CHECK(empty.ballots(round) == 0);
    auto const voter = room.session.mint_token();
    REQUIRE(room.session.cast(round, voter, {{{id, 1}}, 1}));
    CHECK(room.view().ballots(round) == 1);
    REQUIRE(room.session.cast(round, voter, {{{id, 2}}, 1}));
    REQUIRE(room.session.cast(round, room.session.mint_token(), {{{id, 1}}, 1}));
    auto const two = room.view();
    CHECK(two.ballots(round) == 2);
    CHECK(two.holds(round, voter));
    CHECK_FALSE(two.holds(round, "nobody"));
    CHECK_FALSE(empty.holds(round, voter));
    CHECK(model::table<model::Ballot>(two.document).empty());
    REQUIRE(room.session.withdraw(round, voter));
    CHECK(room.view().ballots(round) == 1);
    CHECK_FALSE(room.view().holds(round, voter));
    REQUIRE(room.session.close_round(edit::facilitator, round));
    CHECK(room.view().ballots(round) == 0);
    CHECK(two.ballots(round) == 2);
}
