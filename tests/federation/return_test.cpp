#include "federation/memory_stream.h"
#include "federation/world.h"

#include <doctest/doctest.h>

// What a room finds when it comes back.
namespace {

using federation::Outcome;
using support::Station;
using support::TemporaryFolder;

// Two machines and a stream, without faults but those that a test asks for.
class Pair {
public:
    Pair()
    {
        for (int i = 0; i < 2; ++i)
            stations.push_back(
                std::make_unique<Station>(folder_ / ("poste-" + std::to_string(i)), i, 5));
        REQUIRE(journal::FileLog::create(a().file(), 1, {&a().disk, {}}));
        a().start();
        talk();
        b().receive(stream.lines());
        b().start();
        talk();
    }
    Station& a() { return *stations[0]; }
    Station& b() { return *stations[1]; }
    // Until there is nothing more to do, between the machines that are linked.
    void talk()
    {
        for (int round = 0; round < 60; ++round)
            for (auto& one : stations) {
                if (!one->runs() || away.contains(one->index)) continue;
                handle(*one, federation::Linked{stream.lines().size()});
                while (!one->tasks.empty()) work(*one);
            }
    }
    void leave(Station& station)
    {
        away.insert(station.index);
        station.tasks.clear();
        (void)station.machine().handle(federation::Cut{}, now_ += 10);
    }
    void come_back(Station& station)
    {
        away.erase(station.index);
        talk();
    }
    Outcome outcome_of(Station& station, std::string const& label)
    {
        for (auto const& one : station.machine().replica().take_outcomes())
            if (one.label == label) return one;
        FAIL("no outcome of " << label);
        return {};
    }
    static model::CaseId add(Station& station, std::string const& title, base::Vec2 at = {1, 2})
    {
        model::Case text;
        text.title = title;
        auto const id = station.session().mint<model::CaseId>();
        REQUIRE(
            station.session().submit(station.machine().who(), edit::AddCases{{{id, text, at}}}));
        return id;
    }
    static std::optional<base::Vec2> place_of(Station& station, model::CaseId id)
    {
        auto const* found = model::find<model::CardPlace>(station.session().document(), id);
        return found ? std::optional(found->at) : std::nullopt;
    }
    static int number_of(Station& station, model::CaseId id)
    {
        return model::get<model::Case>(station.session().document(), id).number;
    }

    void wait(std::int64_t ms) { now_ += ms; }
    [[nodiscard]] std::int64_t now() const { return now_; }

    federation::MemoryStream stream;
    std::vector<std::unique_ptr<Station>> stations;
    std::set<int> away;

private:
    void handle(Station& station, federation::Event const& event)
    {
        for (auto& task : station.machine().handle(event, now_ += 10))
            station.tasks.push_back(std::move(task));
    }
    void work(Station& station)
    {
        auto const task = std::move(station.tasks.front());
        station.tasks.pop_front();
        if (auto const* publish = std::get_if<federation::Replica::Publish>(&task))
            handle(station, federation::Answered{publish->ticket,
                                                 stream.append(publish->line, publish->after)});
        else if (auto const* read = std::get_if<federation::Replica::Read>(&task))
            handle(station, federation::Came{read->from, *stream.read(read->from, 100)});
        else if (auto const* say = std::get_if<federation::Say>(&task)) {
            for (auto& other : stations)
                if (other.get() != &station && other->runs() && !away.contains(other->index))
                    handle(*other, federation::Heard{say->bytes});
        } else
            handle(station, federation::Linked{*stream.last()});
    }
    TemporaryFolder folder_;
    std::int64_t now_ = 0;
};

} // namespace

TEST_CASE("two rooms that type at once get the numbers of their order, and are told")
{
    Pair pair;
    pair.add(pair.a(), "commun");
    pair.talk();
    pair.leave(pair.b());
    auto const there = pair.add(pair.b(), "là-bas");
    auto const here = pair.add(pair.a(), "ici");
    CHECK(pair.number_of(pair.b(), there) == 2);
    pair.talk();
    CHECK(pair.number_of(pair.a(), here) == 2);
    CHECK(pair.b().session().view(pair.b().machine().who()).settled ==
          pair.b().session().log().size() - 1);
    pair.come_back(pair.b());
    auto const outcome = pair.outcome_of(pair.b(), "add_cases");
    CHECK(outcome.kind == Outcome::Kind::changed);
    CHECK(outcome.numbers == std::vector<std::pair<int, int>>{{2, 3}});
    CHECK(pair.number_of(pair.a(), there) == 3);
    CHECK(pair.a().session().document() == pair.b().session().document());
}

TEST_CASE("cards typed at one place at once do not cover each other")
{
    Pair pair;
    pair.leave(pair.b());
    auto const first = pair.add(pair.b(), "là-bas", {0, 0}),
               below = pair.add(pair.b(), "dessous", {0, 168}),
               aside = pair.add(pair.b(), "à côté", {600, 0});
    auto const here = pair.add(pair.a(), "ici", {0, 0});
    pair.talk();
    pair.come_back(pair.b());
    for (auto* one : {&pair.a(), &pair.b()}) {
        CHECK(pair.place_of(*one, here) == base::Vec2{0, 0});
        CHECK_FALSE(pair.place_of(*one, first)); // laid out beside the others
        CHECK_FALSE(pair.place_of(*one, below));
        CHECK(pair.place_of(*one, aside) == base::Vec2{600, 0});
    }
    // Moved by a hand before it was shared, a card stays where it was put.
    pair.leave(pair.b());
    auto const moved = pair.add(pair.b(), "déplacée", {0, 900});
    REQUIRE(pair.b().session().submit(pair.b().machine().who(),
                                      edit::MoveCards{{{moved, base::Vec2{1200, 300}}}}));
    pair.add(pair.a(), "encore ici", {0, 900});
    pair.talk();
    pair.come_back(pair.b());
    CHECK(pair.place_of(pair.a(), moved) == base::Vec2{1200, 300});
    CHECK(pair.a().session().document() == pair.b().session().document());
}

TEST_CASE("the same title changed on both sides keeps the one that was first, and the other is "
          "kept aside")
{
    Pair pair;
    auto const id = pair.add(pair.a(), "titre");
    pair.talk();
    pair.leave(pair.b());
    auto edit = [&](Station& station, std::string const& title) {
        auto text = model::get<model::Case>(station.session().document(), id);
        text.title = title;
        REQUIRE(station.session().submit(station.machine().who(), edit::EditCase{id, text}));
    };
    edit(pair.b(), "de B");
    edit(pair.a(), "de A");
    pair.talk();
    pair.come_back(pair.b());
    auto const outcome = pair.outcome_of(pair.b(), "edit_case");
    CHECK(outcome.kind == Outcome::Kind::refused);
    CHECK(outcome.why.where == "overtaken.other");
    CHECK(outcome.why.detail == "case.title");
    CHECK(federation::site_of(outcome.by) == pair.a().machine().replica().site());
    CHECK(pair.b().refused().find("de B") != std::string::npos);
    CHECK(model::get<model::Case>(pair.b().session().document(), id).title == "de A");
}

TEST_CASE("other fields of a case, and what was done and undone alone, come through")
{
    Pair pair;
    auto const id = pair.add(pair.a(), "titre");
    pair.talk();
    pair.leave(pair.b());
    auto text = model::get<model::Case>(pair.b().session().document(), id);
    text.need = "besoin de B";
    REQUIRE(pair.b().session().submit(pair.b().machine().who(), edit::EditCase{id, text}));
    pair.add(pair.b(), "ajoutée puis retirée");
    REQUIRE(pair.b().session().undo(pair.b().machine().who()));
    text.need.clear(), text.title = "titre de A";
    REQUIRE(pair.a().session().submit(pair.a().machine().who(), edit::EditCase{id, text}));
    pair.talk();
    pair.come_back(pair.b());
    auto const both = model::get<model::Case>(pair.a().session().document(), id);
    CHECK(both.title == "titre de A");
    CHECK(both.need == "besoin de B");
    CHECK(model::table<model::Case>(pair.a().session().document()).size() == 1);
    // B may undo its own edit, and nothing of A's.
    REQUIRE(pair.b().session().undo(pair.b().machine().who()));
    pair.talk();
    CHECK(model::get<model::Case>(pair.a().session().document(), id).need.empty());
    CHECK_FALSE(pair.b().session().undo(pair.b().machine().who()));
}

TEST_CASE("what was done alone survives the end of the program")
{
    Pair pair;
    pair.leave(pair.b());
    pair.add(pair.b(), "avant");
    pair.b().end();
    pair.add(pair.a(), "pendant");
    pair.talk();
    pair.b().start();
    CHECK(pair.b().machine().replica().pending() == 1);
    pair.come_back(pair.b());
    CHECK(model::table<model::Case>(pair.a().session().document()).size() == 2);
    CHECK(pair.b().machine().replica().pending() == 0);
}

TEST_CASE("what comes back to a disk that gets full is planned again once, whenever that is")
{
    constexpr std::size_t step = 40, most = 10'000; // bytes
    bool went_through = false;
    for (std::size_t at = 0; at < most; ++at) {
        auto const room = at / 2 * step;
        bool const ends = at % 2 == 1; // the machine, and is started again
        CAPTURE(room);
        CAPTURE(ends);
        Pair pair;
        auto& b = pair.b();
        pair.leave(b);
        pair.add(b, "de B");
        pair.add(pair.a(), "de A");
        pair.talk();
        b.disk.room = room;
        pair.come_back(b);
        went_through = !b.machine().replica().hindered() && b.machine().replica().pending() == 0;
        if (!went_through) CHECK(b.machine().replica().hindered()->where == "file.disk_full");
        CHECK_FALSE(b.machine().replica().stopped());
        if (ends) b.end();
        b.disk.room.reset();
        if (ends) b.start();
        pair.talk();
        CHECK(b.machine().replica().pending() == 0);
        CHECK_FALSE(b.machine().replica().hindered());
        std::multiset<std::string> titles;
        for (auto const& [id, one] : model::table<model::Case>(pair.a().session().document()))
            titles.insert(one.title);
        CHECK(titles == std::multiset<std::string>{"de A", "de B"});
        CHECK(b.refused().empty());
        CHECK(pair.a().session().document() == b.session().document());
        if (went_through) break;
    }
    CHECK(went_through);
}

TEST_CASE("of what was done alone, what is too large for the server is kept aside, and only that")
{
    constexpr std::size_t line_most = 2000;
    Pair pair;
    auto& b = pair.b();
    pair.leave(b);
    pair.stream.line_most = line_most;
    pair.add(b, "avant");
    model::Case text;
    text.title = "trop long", text.need = std::string(line_most, 'x');
    REQUIRE(b.session().submit(b.machine().who(),
                               edit::AddCases{{{b.session().mint<model::CaseId>(), text, {}}}}));
    pair.add(b, "après");
    pair.come_back(b);
    CHECK(b.machine().replica().pending() == 0);
    std::set<std::string> titles;
    for (auto const& [id, one] : model::table<model::Case>(pair.a().session().document()))
        titles.insert(one.title);
    CHECK(titles == std::set<std::string>{"avant", "après"});
    CHECK(b.refused().find("trop long") != std::string::npos);
    CHECK(b.refused().find("shared.too_large") != std::string::npos);
    CHECK(pair.a().session().document() == b.session().document());
}

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

TEST_CASE("a line that is damaged or does not continue the chain stops this machine before it")
{
    Pair pair;
    pair.leave(pair.b());
    pair.add(pair.a(), "cas");
    pair.talk();
    auto line = pair.stream.lines().back();
    auto const before = pair.b().log().shared();
    auto const number = pair.stream.lines().size();
    auto const at = line.find("\"kind\":\"edit\"");
    REQUIRE(at == std::string::npos); // the JSON has spaces after colons
    line[line.size() / 2] = line[line.size() / 2] == 'a' ? 'b' : 'a';
    (void)pair.b().machine().handle(federation::Linked{number}, 1);
    (void)pair.b().machine().handle(
        federation::Came{before + 1, {pair.stream.lines()[before], line}}, 2);
    REQUIRE(pair.b().machine().replica().stopped());
    CHECK(pair.b().log().shared() == before);
    // It goes on alone, and says why.
    pair.add(pair.b(), "seule");
    CHECK(pair.b().machine().replica().pending() == 1);
}
