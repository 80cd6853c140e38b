#include "journal/memory_log.h"
#include "story/story.h"
#include "support/closing.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <algorithm>

// The history of a case: who proposed it, merges, votes and changes.
namespace {

using model::CaseId;
using model::Verdict;

struct Room {
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    session::Session session =
        *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
    edit::Actor anne{{1}, edit::Role::facilitator};
    std::vector<CaseId> ids; // of cases 1, 2, 3…
    model::AxisId axis = session.mint<model::AxisId>();

    void say(edit::Command const& command)
    {
        auto const entry = session.submit(anne, command);
        REQUIRE_MESSAGE(entry, edit::name_of(command));
    }
    void start()
    {
        model::Axis text;
        text.title = "Confiance";
        say(edit::StartSession{{"L’IA au Département", "fr", ""}, {{axis, text}}});
    }
    void add(std::string const& title, std::string const& proposer)
    {
        model::Case text;
        text.title = title, text.proposer = proposer;
        ids.push_back(session.mint<CaseId>());
        say(edit::AddCases{{{ids.back(), text, {}}}});
    }
    void place(model::AxisId on, int n, model::Level opportunity)
    {
        model::Placement at;
        at.opportunity = opportunity, at.risk = 200;
        say(edit::Place{{on, id(n)}, at});
    }
    CaseId id(int n) { return ids.at(static_cast<std::size_t>(n) - 1); }
    [[nodiscard]] story::Story told() const { return story::tell(session.log()); }
};

// The last event of a kind.
template <class T>
T last(story::Story const& story)
{
    for (auto it = story.events.rbegin(); it != story.events.rend(); ++it)
        if (auto const* what = std::get_if<T>(&it->what)) return *what;
    FAIL("nothing of the kind was told");
    return {};
}

template <class T>
int count(story::Story const& story)
{
    return static_cast<int>(std::ranges::count_if(
        story.events, [](auto const& event) { return std::holds_alternative<T>(event.what); }));
}

} // namespace

TEST_CASE("events name who proposed a case and what was merged")
{
    Room room;
    room.start();
    room.add("Tri du courrier", "Accueil");
    room.add("Tri des courriels", "DSI");
    room.say(edit::MergeCases{room.id(1), {room.id(2)}});
    auto story = room.told();
    CHECK(last<story::Begun>(story).title == "L’IA au Département");
    CHECK(count<story::AxisChanged>(story) == 0); // the initial axes are not changes
    auto const added = last<story::Added>(story);
    REQUIRE(added.cases.size() == 1);
    CHECK(added.cases[0].proposer == "DSI");
    auto const merged = last<story::Merged>(story);
    CHECK(merged.into == story::Named{room.id(1), 1, "Tri du courrier"});
    REQUIRE(merged.from.size() == 1);
    CHECK(merged.from[0] == story::Named{room.id(2), 2, "Tri des courriels"});
    CHECK(story.events.back().n == room.session.log().size());

    REQUIRE(room.session.undo(room.anne));
    story = room.told();
    CHECK(last<story::Split>(story).cases == merged.from);
    CHECK(story.events.back().kind == journal::Kind::undo);
    CHECK(story::is_landmark(story.events.back()));
}

TEST_CASE("the events of a vote have the number of ballots and no voter")
{
    Room room;
    room.start();
    room.add("A", ""), room.add("B", "");
    auto const round = room.session.mint<model::RoundId>();
    model::Round rules;
    rules.question = "Que lancer d’abord ?";
    rules.cases = room.ids;
    room.say(edit::PrepareRound{round, rules});
    CHECK(count<story::Polled>(room.told()) == 0);
    room.say(edit::OpenRound{round, 1});
    auto polled = last<story::Polled>(room.told());
    CHECK(polled.to == story::Polled::To::opened);
    CHECK(polled.cases == 2);
    CHECK(polled.vote.question == "Que lancer d’abord ?");
    model::Ballot ballot;
    ballot.marks = {{room.id(1), 2}};
    REQUIRE(support::close_round(room.session, room.anne, round, {ballot, ballot, ballot}));
    polled = last<story::Polled>(room.told());
    CHECK(polled.to == story::Polled::To::closed);
    CHECK(polled.ballots == 3);
    room.say(edit::RevealRound{round});
    CHECK(last<story::Polled>(room.told()).to == story::Polled::To::revealed);
    CHECK(count<story::Polled>(room.told()) == 3);

    // Only edits of its cases after the close are listed.
    auto const closed = room.session.log().size();
    auto since = [&] {
        return story::edited_since(room.told(), room.session.document(), round,
                                   room.session.log().size());
    };
    CHECK(since().empty());
    auto text = model::get<model::Case>(room.session.document(), room.id(2));
    text.need = "Un autre besoin";
    room.say(edit::EditCase{room.id(2), text});
    REQUIRE(since().size() == 1);
    CHECK(since()[0].number == 2);
    CHECK(story::edited_since(room.told(), room.session.document(), round, closed).empty());
    auto const edited = last<story::Edited>(room.told());
    CHECK(edited.fields == std::vector<std::string>{"need"});
}

TEST_CASE("the event of a decision has the former verdict, the reason, and the workshop's verdict")
{
    Room room;
    room.start();
    room.add("A", "");
    room.say(edit::Decide{{room.id(1), model::Body::workshop},
                          {Verdict::launch, "Prêt", "DSI", "2027-03"}});
    auto decided = last<story::Decided>(room.told());
    CHECK(decided.before.verdict == Verdict::none);
    CHECK(decided.after.owner == "DSI");
    room.say(
        edit::Decide{{room.id(1), model::Body::committee}, {Verdict::later, "Budget", "", ""}});
    decided = last<story::Decided>(room.told());
    CHECK(decided.body == model::Body::committee);
    CHECK(decided.workshop == Verdict::launch);
    CHECK(decided.after.reason == "Budget");
    // A new reason alone is no event: the verdict is the same.
    room.say(edit::Decide{{room.id(1), model::Body::committee}, {Verdict::later, "Prix", "", ""}});
    CHECK_FALSE(story::is_landmark(room.told().events.back()));
}

TEST_CASE("the event of a stored weight has the ranks before and after")
{
    Room room;
    auto const second = room.session.mint<model::AxisId>();
    model::Axis one, two;
    one.title = "Un", two.title = "Deux";
    room.say(edit::StartSession{{"S", "fr", ""}, {{room.axis, one}, {second, two}}});
    room.add("A", ""), room.add("B", "");
    room.place(room.axis, 1, 800);
    room.place(second, 1, 200);
    room.place(room.axis, 2, 300);
    room.place(second, 2, 600);
    CHECK(last<story::Placed>(room.told()).where.front().axis.title == "Deux");
    room.say(edit::WeighAxes{{{second, 3000}}});
    auto const weighed = last<story::Weighed>(room.told());
    REQUIRE(weighed.weights.size() == 1);
    CHECK(weighed.weights[0].axis.id == second);
    CHECK(weighed.weights[0].before == 1000);
    CHECK(weighed.weights[0].after == 3000);
    CHECK(weighed.moves ==
          std::vector<story::RankMove>{{{room.id(2), 2, "B"}, 2, 1}, {{room.id(1), 1, "A"}, 1, 2}});
    room.say(edit::SetConvention{{250, 250, 1}, {}});
    CHECK(last<story::Weighed>(room.told()).after.lambda_milli == 250);
    CHECK(last<story::Weighed>(room.told()).moves.empty());
    CHECK(count<story::AxisChanged>(room.told()) == 0); // a new weight is not a new wording
}

TEST_CASE("playback shortens pauses and omits nothing")
{
    Room room;
    room.start();
    room.clock.t += 3'600'000; // one hour of pause
    room.add("A", "");
    room.add("B", "");
    auto const story = room.told();
    REQUIRE(story.size() == 3);
    CHECK(story.moments[2].at_ms - story.moments[1].at_ms >= 3'600'000);
    CHECK(story.moments[2].played_ms - story.moments[1].played_ms == story::longest_ms);
    CHECK(story.moments[3].played_ms - story.moments[2].played_ms == story::shortest_ms);
    CHECK(story.at(0) == 0);
    CHECK(story.at(story.moments[2].played_ms) == 2);
    CHECK(story.at(story.moments[2].played_ms - 1) == 1);
    CHECK(story.at(1'000'000'000) == 3);
    CHECK(story.events_until(0) == 0);
    CHECK(story.events_until(3) == story.events.size());
}

TEST_CASE("events of random sessions are the same, in parts or at once")
{
    for (unsigned const seed : {1U, 2U, 3U, 4U}) {
        Room room;
        room.start();
        support::RandomWorkshop people(room.session, seed);
        people.steps(1500);
        auto const whole = room.told();
        CHECK(whole.size() == room.session.log().size());
        story::Teller teller(room.session.log());
        while (teller.advance(7)) {
        }
        REQUIRE(teller.story().events.size() == whole.events.size());
        for (std::size_t i = 0; i < whole.events.size(); ++i) {
            CHECK(teller.story().events[i].n == whole.events[i].n);
            CHECK(teller.story().events[i].what.index() == whole.events[i].what.index());
        }
        people.steps(50); // more steps after the first reading
        while (teller.advance(7)) {
        }
        CHECK(teller.story().size() == room.session.log().size());
    }
}
