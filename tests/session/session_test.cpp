#include "journal/codec.h"
#include "journal/memory_log.h"
#include "live.h"
#include "model/voting_method.h"
#include "session/replay.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace {

using model::CaseId;

struct Workshop : Live {
    edit::Actor const anne{{1}, edit::Role::facilitator};
    edit::Actor const bruno{{2}, edit::Role::facilitator};

    CaseId add(std::string title, edit::Actor const& who = edit::facilitator)
    {
        auto const id = session.mint<CaseId>();
        model::Case text;
        text.title = std::move(title);
        REQUIRE(session.submit(who, edit::AddCases{{{id, text, base::Vec2{10, 20}}}}));
        return id;
    }
    model::RoundId open_round(std::vector<CaseId> cases, model::Round round = {})
    {
        auto const id = session.mint<model::RoundId>();
        round.cases = std::move(cases);
        REQUIRE(session.submit(anne, edit::PrepareRound{id, round}));
        REQUIRE(session.submit(anne, edit::OpenRound{id, clock.now_ms()}));
        return id;
    }
    [[nodiscard]] model::Document const& doc() const { return session.document(); }
};

} // namespace

TEST_CASE("one person's undo leaves another's title on the case they added")
{
    Workshop w;
    auto const id = w.add("Tri du courrier", w.anne);
    model::Case text;
    text.title = "Tri du courrier entrant";
    REQUIRE(w.session.submit(w.bruno, edit::EditCase{id, text}));
    CHECK_FALSE(w.session.undo(w.anne));
    REQUIRE(model::find<model::Case>(w.doc(), id));
    CHECK(model::find<model::Case>(w.doc(), id)->title == "Tri du courrier entrant");
    CHECK(model::find<model::CardPlace>(w.doc(), id)); // its card did not lose its place either
}

TEST_CASE("undoing the addition of a case that was voted on keeps the case and the votes")
{
    Workshop w;
    auto const id = w.add("Transcription des séances");
    auto const round = w.open_round({id});
    REQUIRE(w.session.cast(round, w.session.mint_token(), {{{id, 3}}, 1}));
    REQUIRE(w.session.close_round(w.bruno, round));
    auto const entries = w.session.log().size();
    auto const prepared = w.session.undo(w.anne); // the round: it stands, for it was held
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().where == "undo.vote");
    auto const added = w.session.undo(w.anne); // the case
    REQUIRE_FALSE(added);
    CHECK(added.error().where == "undo.stale");
    CHECK(w.session.log().size() == entries); // nothing is written of what does nothing
    CHECK(model::find<model::Case>(w.doc(), id));
    CHECK(model::find<model::Round>(w.doc(), round));
    CHECK(model::table<model::Ballot>(w.doc()).size() == 1);
    CHECK(model::first_dangling(w.doc()).empty());
}

TEST_CASE("a removed case comes back whole: text, place, group, placements, decision")
{
    Workshop w;
    auto const id = w.add("Prévision des repas");
    auto const axis = w.session.mint<model::AxisId>();
    model::Axis wording;
    wording.title = "Cadre légal";
    REQUIRE(w.session.submit(w.anne, edit::SetAxis{axis, wording}));
    REQUIRE(w.session.submit(
        w.anne,
        edit::AddGroup{w.session.mint<model::GroupId>(), "Écoles", {{0, 0}, {300, 300}}, {id}}));
    REQUIRE(w.session.submit(w.anne, edit::Place{{axis, id}, {700, 200, {}, {}, ""}}));
    REQUIRE(w.session.submit(w.anne, edit::Decide{{id, model::Body::workshop},
                                                  {model::Verdict::launch, "utile", "", ""}}));
    auto const before = w.doc();
    REQUIRE(w.session.submit(w.anne, edit::RemoveCases{{id}}));
    CHECK(model::table<model::Placement>(w.doc()).empty());
    REQUIRE(w.session.undo(w.anne));
    CHECK(w.doc() == before);
}

TEST_CASE("a case with votes cannot be removed, and the refusal says why")
{
    Workshop w;
    auto const id = w.add("Tri des demandes");
    w.open_round({id});
    auto const refused = w.session.submit(w.anne, edit::RemoveCases{{id}});
    REQUIRE(!refused);
    CHECK(refused.error().where == "case.voted");
    CHECK(model::find<model::Case>(w.doc(), id));
}

TEST_CASE("while a round is open its ballots are in the ballot box only")
{
    Workshop w;
    auto const id = w.add("Aide à la rédaction");
    auto const round = w.open_round({id});
    auto const entries = w.session.log().size();
    auto const voter = w.session.mint_token();
    REQUIRE(w.session.cast(round, voter, {{{id, 1}}, 1}));
    REQUIRE(w.session.cast(round, voter, {{{id, 3}}, 1})); // changed their mind
    REQUIRE(w.session.cast(round, w.session.mint_token(), {{}, 1}));
    CHECK(w.session.log().size() == entries);
    CHECK(model::table<model::Ballot>(w.doc()).empty());
    CHECK(w.session.ballots_in_box(round) == 2);

    REQUIRE(w.session.close_round(w.anne, round));
    CHECK(w.session.log().size() == entries + 1); // one entry, whatever the number of ballots
    CHECK(w.session.ballots_in_box(round) == 0);
    int given = 0;
    for (auto const& [key, ballot] : model::table<model::Ballot>(w.doc()))
        for (auto const& mark : ballot.marks) given += mark.value;
    CHECK(model::table<model::Ballot>(w.doc()).size() == 2);
    CHECK(given == 3);
}

TEST_CASE(
    "the order in which people vote, correct and mark their cases leaves no trace in the file")
{
    // The same ballots, by token: in one order, and in the other with marks the other way round.
    auto entry_of = [](model::Method method, bool turned) {
        Workshop w;
        model::Round rules;
        model::set_method(rules, method);
        auto const a = w.add("Tri du courrier"), b = w.add("Transcription"), c = w.add("Eau");
        auto const round = w.open_round({a, b, c}, rules);
        bool const pairs = method == model::Method::pairwise;
        std::vector<model::Ballot> ballots;
        for (int voter = 0; voter < 5; ++voter) {
            model::Ballot one;
            if (pairs)
                one.marks = {{a, 2 + voter % 2}, {voter < 3 ? b : c, voter < 3 ? 3 : 2}};
            else
                one.marks = {{a, 1}, {c, 1 + voter % 2}};
            ballots.push_back(one);
        }
        if (turned) std::ranges::reverse(ballots);
        int number = 0;
        for (auto& one : ballots) {
            if (turned) std::ranges::reverse(one.marks);
            auto const token = "VOTER" + std::to_string(100 + ++number); // as they come
            if (turned) REQUIRE(w.session.cast(round, token, {}));
            REQUIRE(w.session.cast(round, token, one));
        }
        w.random.engine.seed(11);
        REQUIRE(w.session.close_round(w.anne, round));
        return *journal::encode(*w.session.log().entry(w.session.log().size()));
    };
    for (auto method : {model::Method::dots, model::Method::ranking, model::Method::pairwise}) {
        CAPTURE(std::string(base::name_of(method)));
        CHECK(entry_of(method, false) == entry_of(method, true));
    }
}

TEST_CASE("a round is closed with the ballots of its box, or not at all")
{
    Workshop w;
    auto const id = w.add("Aide à la rédaction");
    auto const round = w.open_round({id});
    REQUIRE(w.session.cast(round, w.session.mint_token(), {{{id, 1}}, 1}));
    for (auto const& brought : {std::vector<model::Ballot>{}, {{{{id, 2}}, 1}}}) {
        auto const refused = w.session.submit(w.anne, edit::CloseRound{round, brought, 5});
        REQUIRE(!refused);
        CHECK(refused.error().where == "round.ballots");
    }
    CHECK(w.session.ballots_in_box(round) == 1);
    CHECK(model::get<model::RoundStatus>(w.doc(), round).state == model::RoundState::open);
    auto const closed = w.session.close_round(w.anne, round);
    REQUIRE(closed);
    CHECK(!closed->left);
    CHECK(model::table<model::Ballot>(w.doc()).size() == 1);
    CHECK(!w.session.close_round(w.anne, round));
}

TEST_CASE("a vote whose box could not be erased is closed, with a warning")
{
    struct Stuck : journal::MemoryBox {
        base::Result<void> destroy(model::RoundId) override
        {
            return base::fail(base::Errc::io, "file.write");
        }
    };
    Workshop w;
    w.session = *session::Session::open(
        {std::make_unique<journal::MemoryLog>(), std::make_unique<Stuck>()}, w.clock, w.random);
    auto const id = w.add("Aide à la rédaction");
    auto const round = w.open_round({id});
    REQUIRE(w.session.cast(round, w.session.mint_token(), {{{id, 1}}, 1}));
    auto const closed = w.session.close_round(w.anne, round);
    REQUIRE(closed);
    CHECK(closed->entry.label == "close_round");
    REQUIRE(closed->left);
    CHECK(closed->left->where == "box.left");
    CHECK(model::get<model::RoundStatus>(w.doc(), round).state == model::RoundState::closed);
    CHECK(w.session.submit(w.anne, edit::RevealRound{round}));
}

TEST_CASE("a closed vote takes no more ballots, and its closing is not undone")
{
    Workshop w;
    auto const id = w.add("Chauffage des collèges");
    auto const round = w.open_round({id});
    auto const voter = w.session.mint_token();
    REQUIRE(w.session.cast(round, voter, {{{id, 2}}, 1}));
    REQUIRE(w.session.close_round(w.anne, round));
    auto const late = w.session.cast(round, voter, {{{id, 3}}, 1});
    REQUIRE(!late);
    CHECK(late.error().where == "round.not_open");
    while (w.session.can_undo(w.anne)) (void)w.session.undo(w.anne);
    CHECK(model::get<model::RoundStatus>(w.doc(), round).state == model::RoundState::closed);
    CHECK(model::table<model::Ballot>(w.doc()).size() == 1);
}

TEST_CASE("a ballot over its budget or its cap is refused")
{
    Workshop w;
    auto const a = w.add("A"), b = w.add("B"), c = w.add("C"), d = w.add("D");
    auto const round = w.open_round({a, b, c, d}); // 10 dots, 3 at most on a case
    auto where = [&](model::Ballot ballot) {
        auto const done = w.session.cast(round, "t", ballot);
        return done ? std::string{} : done.error().where;
    };
    CHECK(where({{{a, 4}}, 1}) == "ballot.cap");
    CHECK(where({{{a, 3}, {b, 3}, {c, 3}, {d, 2}}, 1}) == "ballot.budget");
    CHECK(where({{{a, 1}, {a, 1}}, 1}) == "ballot.twice");
    CHECK(where({{{CaseId{4242}, 1}}, 1}) == "ballot.case");
    CHECK(where({{{a, -1}}, 1}) == "ballot.negative");
    CHECK(where({{{a, 3}, {b, 3}, {c, 3}, {d, 1}}, 1}).empty());
}

TEST_CASE("more hands than people in the room are refused")
{
    Workshop w;
    auto const id = w.add("A");
    model::Round round;
    round.headcount = 23;
    round.cases = {id};
    auto const key = w.session.mint<model::RoundId>();
    REQUIRE(w.session.submit(w.anne, edit::PrepareRound{key, round}));
    auto const refused = w.session.submit(w.anne, edit::CountHands{key, {{id, 24}}, 5});
    REQUIRE(!refused);
    CHECK(refused.error().where == "hands.count");
    REQUIRE(w.session.submit(w.anne, edit::CountHands{key, {{id, 17}}, 5}));
    CHECK(model::get<model::Round>(w.doc(), key).source == model::BallotSource::hands);
}

TEST_CASE("merging keeps every case's text and number, and splitting restores them")
{
    Workshop w;
    auto const a = w.add("Tri du courrier"), b = w.add("Classement du courrier"),
               c = w.add("Courriels");
    auto const before = w.doc();
    REQUIRE(w.session.submit(w.anne, edit::MergeCases{b, {c}}));
    REQUIRE(w.session.submit(w.anne, edit::MergeCases{a, {b}}));
    CHECK(model::find<model::Merge>(w.doc(), c)->into ==
          a); // one level: each can be split off alone
    CHECK(model::table<model::Case>(w.doc()) == model::table<model::Case>(before));
    REQUIRE(w.session.submit(w.anne, edit::SplitCases{{b, c}}));
    CHECK(w.doc() == before);
}

TEST_CASE("a participant may propose, a reader may only read")
{
    Workshop w;
    edit::Actor const phone{{7}, edit::Role::participant}, reader{{8}, edit::Role::reader};
    auto const id = w.add("Depuis un téléphone", phone);
    CHECK(w.session.submit(phone, edit::RemoveCases{{id}}).error().code == base::Errc::denied);
    CHECK(w.session.submit(reader, edit::SetTitle{"x"}).error().code == base::Errc::denied);
}

TEST_CASE("a command without a change makes no entry")
{
    Workshop w;
    auto const id = w.add("A");
    auto const entries = w.session.log().size();
    REQUIRE(w.session.submit(w.anne, edit::MoveCards{{{id, {10, 20}}}}));
    CHECK(w.session.log().size() == entries);
}

TEST_CASE("a replay shows the session as it was, and never past its end")
{
    Workshop w;
    auto const a = w.add("A");
    auto const early = w.doc();
    w.add("B");
    session::Replay replay(w.session.log());
    CHECK(*replay.at(2) == w.doc());
    CHECK(*replay.at(1) == early); // backwards too
    CHECK(model::table<model::Case>(*replay.at(0)).empty());
    CHECK(replay.at(3).error().where == "replay.entry");
    CHECK(model::find<model::Case>(*replay.at(1), a));
}

TEST_CASE("a proposal read again after a crash is not doubled, and uses no new id")
{
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    edit::Propose::One one{{model::derived_ids + 77}, {}, {}};
    one.proposal.title = "Tri du courrier";
    auto again = [&](std::unique_ptr<journal::MemoryLog> log) {
        auto session = *session::Session::open(std::move(log), clock, random);
        one.as = session.mint<CaseId>();
        // Ids continue from those made here, ignoring derived ones.
        CHECK((one.as.value >> session::IdSource::author_bits) < 10);
        REQUIRE(session.submit(edit::inbox, edit::Propose{{one}}));
        auto copy = std::make_unique<journal::MemoryLog>();
        for (std::uint64_t n = 1; n <= session.log().size(); ++n)
            REQUIRE(copy->append(*session.log().entry(n)));
        return copy;
    };
    auto log = again(again(std::make_unique<journal::MemoryLog>()));
    CHECK(log->size() == 1);
}

TEST_CASE("the facilitator's undo removes their own card, not a proposal received since")
{
    Workshop w;
    w.add("Fuites d’eau");
    edit::Propose::One one{{model::derived_ids}, {}, w.session.mint<CaseId>()};
    one.proposal.title = "Tri du courrier";
    REQUIRE(w.session.submit(edit::inbox, edit::Propose{{one}}));
    REQUIRE(w.session.undo(edit::facilitator));
    CHECK(model::table<model::Case>(w.doc()).empty());
    CHECK(model::table<model::Proposal>(w.doc()).size() == 1);
    CHECK_FALSE(w.session.can_undo(edit::facilitator));
}
