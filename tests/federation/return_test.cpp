#include "federation/pair.h"

// What a room finds when it comes back.
using federation::Outcome;
using support::Pair;
using support::Station;

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
    // A card without a place is laid out where it fits, and the later one after it.
    pair.leave(pair.b());
    auto const after = pair.add(pair.b(), "après", {0, 2000});
    model::Case text;
    text.title = "sans place";
    REQUIRE(pair.a().session().submit(
        pair.a().machine().who(),
        edit::AddCases{{{pair.a().session().mint<model::CaseId>(), text, {}}}}));
    pair.talk();
    pair.come_back(pair.b());
    CHECK_FALSE(pair.place_of(pair.a(), after));
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
