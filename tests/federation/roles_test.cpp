#include "federation/pair.h"

// Who may what in a shared session: votes, the lead, readers, copies, removed machines.
using support::Pair;
using support::Station;

TEST_CASE("alone, a vote is not opened or closed, and the step belongs to one room")
{
    Pair pair;
    auto const id = pair.add(pair.a(), "cas");
    pair.talk();
    auto const step = [](Station& station) {
        return station.session().submit(station.machine().who(), edit::SetStep{model::Step::vote});
    };
    CHECK(step(pair.b()).error().where == "shared.lead");
    REQUIRE(step(pair.a()));
    pair.talk();
    model::Round round;
    round.cases = {id};
    auto const vote = pair.b().session().mint<model::RoundId>();
    pair.leave(pair.b());
    auto const who = pair.b().machine().who();
    REQUIRE(pair.b().session().submit(who, edit::PrepareRound{vote, round}));
    CHECK(pair.b().session().submit(who, edit::OpenRound{vote, 5}).error().where == "shared.alone");
    pair.come_back(pair.b());
    REQUIRE(pair.b().session().submit(who, edit::OpenRound{vote, 5}));
    // Nobody votes before all rooms know that it is open.
    CHECK(pair.b().session().cast(vote, "jeton", {}).error().where == "round.not_open");
    pair.talk();
    REQUIRE(pair.b().session().cast(vote, "jeton", {}));
    CHECK(pair.b().session().close_round(who, vote).error().where == "shared.close");
}

TEST_CASE("the step is taken after half a minute of silence of who holds it, and passed on again")
{
    Pair pair;
    auto step = [](Station& station, model::Step to) {
        return station.session().submit(station.machine().who(), edit::SetStep{to});
    };
    auto take = [&](Station& station) { return station.machine().take_lead(pair.now()); };
    auto& a = pair.a();
    auto& b = pair.b();
    REQUIRE(take(a)); // it has it already
    pair.wait(federation::Presence::every_ms);
    pair.talk();
    CHECK(take(b).error().where == "lead.present");
    pair.leave(a);
    pair.wait(federation::Machine::silence_ms - 1500);
    CHECK(take(b).error().where == "lead.present");
    CHECK(step(b, model::Step::vote).error().where == "shared.lead");
    pair.wait(1500);
    REQUIRE(take(b));
    pair.talk();
    REQUIRE(step(b, model::Step::vote));
    // What the former holder did alone meanwhile comes too late.
    REQUIRE(step(a, model::Step::decide));
    pair.come_back(a);
    CHECK(pair.outcome_of(a, "set_step").why.where == "shared.lead");
    CHECK(model::get<model::Stage>(a.session().document()).step == model::Step::vote);
    CHECK(step(a, model::Step::gather).error().where == "shared.lead");
    auto const sites = std::pair{a.machine().replica().site(), b.machine().replica().site()};
    REQUIRE(b.session().submit(b.machine().who(), edit::PassLead{sites.second, sites.first}));
    pair.talk();
    REQUIRE(step(a, model::Step::gather));
    CHECK(step(b, model::Step::vote).error().where == "shared.lead");
    pair.talk();
    CHECK(a.session().document() == b.session().document());
}

TEST_CASE("a vote is counted with the ballots of all rooms, or without one that is named")
{
    Pair pair;
    auto const id = pair.add(pair.a(), "cas");
    model::Round round;
    round.cases = {id};
    auto const vote = pair.a().session().mint<model::RoundId>();
    auto const who = pair.a().machine().who();
    REQUIRE(pair.a().session().submit(who, edit::PrepareRound{vote, round}));
    pair.talk();
    REQUIRE(pair.a().session().submit(who, edit::OpenRound{vote, 5}));
    pair.talk();
    for (int i = 0; i < 3; ++i)
        REQUIRE(pair.b().session().cast(vote, "b" + std::to_string(i), {{{id, 1}}, 1}));
    REQUIRE(pair.a().session().cast(vote, "a", {{{id, 2}}, 1}));
    auto const count = [&](Station& station) {
        std::size_t out = 0;
        for (auto const& [key, ballot] : model::table<model::Ballot>(station.session().document()))
            out += key.round == vote ? 1 : 0;
        return out;
    };
    SUBCASE("all answer")
    {
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.talk();
        CHECK(count(pair.b()) == 4);
        CHECK(pair.b().session().ballots_in_box(vote) == 0);
    }
    SUBCASE("one is away: the room waits, then counts without it, and its ballots stay there")
    {
        pair.leave(pair.b());
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.talk();
        CHECK(count(pair.a()) == 0);
        CHECK(pair.a().session().cast(vote, "tard", {}).error().where == "round.collecting");
        REQUIRE(pair.a().machine().collector().count_without(who, vote));
        pair.talk();
        CHECK(count(pair.a()) == 1);
        auto const collection = model::get<model::Collection>(pair.a().session().document(), vote);
        CHECK(collection.missing ==
              std::vector<model::SiteId>{pair.b().machine().replica().site()});
        pair.come_back(pair.b());
        REQUIRE_FALSE(pair.b().session().notices().empty());
        CHECK(pair.b().session().notices().front().where == "box.unknown");
    }
    SUBCASE("given up, the vote goes on, and its next close counts what came since")
    {
        pair.leave(pair.b());
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.talk();
        auto const key = model::get<model::Collection>(pair.a().session().document(), vote).key;
        REQUIRE(pair.a().session().submit(who, edit::DropCollection{vote, key}));
        pair.talk();
        REQUIRE(pair.a().session().cast(vote, "tard", {{{id, 1}}, 1}));
        pair.come_back(pair.b());
        CHECK(count(pair.a()) == 0);
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.talk();
        CHECK(count(pair.b()) == 5);
    }
    SUBCASE("a close that no other room knows of is given up alone")
    {
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.leave(pair.a());
        CHECK(pair.a().session().cast(vote, "tard", {}).error().where == "round.collecting");
        auto const key = model::get<model::Collection>(pair.a().session().document(), vote).key;
        REQUIRE(pair.a().session().submit(who, edit::DropCollection{vote, key}));
        CHECK(pair.a().session().cast(vote, "tard", {{{id, 1}}, 1}));
        pair.come_back(pair.a());
        CHECK(count(pair.a()) == 0);
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.talk();
        CHECK(count(pair.b()) == 5);
    }
    SUBCASE("nothing of a ballot is in the stream before the close, and no room of it after")
    {
        auto const lines = pair.stream.lines();
        for (auto const& line : lines) CHECK(line.find("\"marks\"") == std::string::npos);
        REQUIRE(pair.a().machine().collector().ask(who, vote));
        pair.talk();
        std::size_t with = 0;
        for (auto const& line : pair.stream.lines())
            with += line.find("\"marks\"") != std::string::npos ? 1 : 0;
        CHECK(with == 1);
    }
}

TEST_CASE("a machine that only reads takes no ballots: nobody would count them")
{
    Pair pair;
    auto const id = pair.add(pair.a(), "cas");
    pair.talk();
    pair.b().end();
    pair.b().start(model::SitePart::reader);
    model::Round round;
    round.cases = {id};
    auto const vote = pair.a().session().mint<model::RoundId>();
    auto const who = pair.a().machine().who();
    REQUIRE(pair.a().session().submit(who, edit::PrepareRound{vote, round}));
    pair.talk();
    REQUIRE(pair.a().session().submit(who, edit::OpenRound{vote, 5}));
    pair.talk();
    CHECK(pair.b().session().cast(vote, "b", {{{id, 1}}, 1}).error().where == "shared.reader");
    CHECK(pair.b().session().ballots_in_box(vote) == 0);
}

TEST_CASE("of two copies of one machine the second is told that its place is taken")
{
    Pair pair;
    auto const before = pair.b().sites;
    pair.b().end();
    pair.b().start(); // it took its own place
    pair.talk();
    auto const now = pair.b().machine().replica().site();
    CHECK_FALSE(pair.b().machine().replica().replaced());
    // Another machine with the same files.
    REQUIRE(pair.a().session().submit(
        pair.a().machine().who(),
        edit::JoinSite{{77}, "copie", model::SitePart::facilitator, now}));
    pair.talk();
    CHECK(pair.b().machine().replica().replaced());
    CHECK(pair.b().session().submit(pair.b().machine().who(), edit::SetTitle{"x"}).error().where ==
          "site.replaced");
    CHECK(before.size() == 1);
}

TEST_CASE(
    "a site that was silent for long is taken off the list, and is on it again when it is back")
{
    Pair pair;
    auto& a = pair.a().machine();
    auto const b = pair.b().machine().replica().site();
    auto const state_of = [&](Station& of) {
        return model::get<model::Site>(of.session().settled_document(), b).state;
    };
    auto const number = model::get<model::Site>(pair.a().session().document(), b).number;
    CHECK(a.remove_site(b, pair.now()).error().where == "site.present");
    CHECK_FALSE(a.may_remove(b, pair.now()));
    pair.leave(pair.b());
    pair.add(pair.b(), "faite seule");
    pair.wait(federation::Machine::silence_ms);
    pair.talk();
    SUBCASE("not while a vote is open: its ballots may be there")
    {
        auto const id = pair.add(pair.a(), "cas");
        model::Round round;
        round.cases = {id};
        auto const vote = pair.a().session().mint<model::RoundId>();
        REQUIRE(pair.a().session().submit(a.who(), edit::PrepareRound{vote, round}));
        pair.talk();
        REQUIRE(pair.a().session().submit(a.who(), edit::OpenRound{vote, 1}));
        pair.talk();
        CHECK_FALSE(a.may_remove(b, pair.now()));
        CHECK(a.remove_site(b, pair.now()).error().where == "site.votes");
        return;
    }
    SUBCASE("it was away only")
    {
        CHECK(a.may_remove(b, pair.now()));
        REQUIRE(a.remove_site(b, pair.now()));
        pair.talk();
        CHECK(state_of(pair.a()) == model::SiteState::left);
        CHECK(a.remove_site(b, pair.now()).error().where == "site");
        pair.come_back(pair.b());
        CHECK_FALSE(pair.b().machine().replica().replaced());
        CHECK(state_of(pair.a()) == model::SiteState::here);
        CHECK(model::get<model::Site>(pair.a().session().document(), b).number == number);
        CHECK(model::table<model::Case>(pair.a().session().document()).size() == 1); // its own
    }
    SUBCASE("it is started again meanwhile")
    {
        REQUIRE(a.remove_site(b, pair.now()));
        pair.talk();
        pair.b().end();
        pair.b().start();
        pair.come_back(pair.b());
        CHECK(pair.b().machine().replica().site() != b);
        CHECK(state_of(pair.a()) == model::SiteState::left);
        CHECK(model::table<model::Case>(pair.a().session().document()).size() == 1);
    }
    SUBCASE("a goodbye is for good")
    {
        pair.come_back(pair.b());
        REQUIRE(pair.b().session().submit(pair.b().machine().who(), edit::LeaveSite{b}));
        pair.talk();
        CHECK(state_of(pair.a()) == model::SiteState::left);
    }
}
