#include "journal/chain.h"
#include "session/judge.h"
#include "session/past.h"
#include "session/redact.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

namespace {

namespace fs = std::filesystem;
using support::bytes_of;

constexpr char const* needle = "Aiguille";

bool says(std::string const& bytes, std::string_view what)
{
    return bytes.find(what) != std::string::npos;
}

// A session in a file in which people are named.
struct Atelier {
    support::TemporaryFolder folder;
    fs::path path = folder / "a.cadran";
    support::TickingClock clock;
    support::SeededRandomSource random{3};

    Atelier() { make(); }
    void make()
    {
        auto file = journal::FileLog::create(path, 5);
        REQUIRE(file);
        auto session = *session::Session::open(*std::move(file), clock, random);
        auto act = [&](edit::Command const& command) {
            auto const done = session.submit(edit::facilitator, command);
            REQUIRE(done);
        };
        edit::StartSession start;
        start.profile.title = "Atelier";
        start.axes = {{session.mint<model::AxisId>(), {}}};
        start.axes.front().second.title = "Cadre";
        act(start);
        model::Case one;
        one.title = "Tri du courrier";
        one.proposer = "Jeanne Aiguille";
        one.description = "Vu avec M. Aiguille";
        on = session.mint<model::CaseId>();
        act(edit::AddCases{{{on, one, {}}}});
        one.proposer = "Paul Aiguille";
        act(edit::EditCase{on, one});
        one.title = "Tri du courrier entrant";
        act(edit::EditCase{on, one});
        model::Decision decision;
        decision.verdict = model::Verdict::launch;
        decision.owner = "Service de Mme Aiguille";
        decision.reason = "Aiguille le veut";
        act(edit::Decide{{on, model::Body::workshop}, decision});
        document = session.document();
    }
    session::OpenedFile open(fs::path const& which, journal::OpenMode mode)
    {
        auto opened = session::open_file(which, mode, {}, clock, random);
        REQUIRE(opened);
        return *std::move(opened);
    }
    model::CaseId on;
    model::Document document;
};

constexpr auto all = [] { return journal::ToErase{true, true, true, {}}; };

} // namespace

TEST_CASE("a redacted copy says nothing of people, holds, and says what is gone, when and by whom")
{
    Atelier a;
    auto const before = bytes_of(a.path);
    auto const out = a.folder / "out.cadran";
    auto const done = session::redact_to(a.path, out, all(), edit::facilitator, a.clock);
    REQUIRE(done);
    CHECK(bytes_of(a.path) == before); // the original stays
    CHECK(says(before, needle));
    CHECK(!says(bytes_of(out), needle));
    CHECK(done->erased == model::ErasedTexts{5, 1, 6, 0}); // in every entry that said them
    CHECK(!done->chained_anew);
    auto const judged = session::judge(out);
    REQUIRE(judged);
    CHECK(!judged->fault);
    CHECK(judged->erased == done->erased);
    CHECK(!judged->redaction_differs());
    CHECK(judged->entries == done->entries);
    auto const opened = a.open(out, journal::OpenMode::read);
    auto const& log = opened.session.log();
    auto const last = *log.entry(log.size());
    CHECK(last.label == "redact");
    CHECK(last.actor == edit::facilitator.id.value);
    CHECK(last.at_ms > 0);
    CHECK(log.hash(log.size()) == done->hash);
    // The chain up to there is the one that it was: a report made before still matches.
    auto const was = a.open(a.path, journal::OpenMode::read);
    CHECK(log.hash(log.size() - 1) == was.session.log().hash(was.session.log().size()));
    auto const one = model::get<model::Case>(opened.session.document(), a.on);
    CHECK(one.title == "Tri du courrier entrant");
    CHECK(one.proposer == "(effacé)");
    CHECK(one.description == "(effacé)");
    CHECK(one.notes.empty()); // where nobody said anything nothing was erased
}

TEST_CASE("a redacted session is looked back at, undone and gone on with")
{
    Atelier a;
    REQUIRE(session::redact_in_place(a.path, all(), edit::facilitator, a.clock));
    CHECK(!says(bytes_of(a.path), needle));
    {
        auto opened = a.open(a.path, journal::OpenMode::write);
        auto& session = opened.session;
        session::Past past(session, edit::facilitator);
        for (std::uint64_t n = session.log().size() + 1; n-- > 0;) REQUIRE(past.go(n));
        REQUIRE(session.undo(edit::facilitator)); // the decision
        CHECK(model::table<model::Decision>(session.document()).empty());
        REQUIRE(session.redo(edit::facilitator));
        CHECK(model::table<model::Decision>(session.document()).size() == 1);
        REQUIRE(session.undo(edit::facilitator));
        REQUIRE(session.undo(edit::facilitator)); // the new title
        CHECK(model::get<model::Case>(session.document(), a.on).title == "Tri du courrier");
        auto const only_a_name = session.undo(edit::facilitator); // nothing is left of it
        REQUIRE(!only_a_name);
        CHECK(only_a_name.error().where == "undo.stale");
        auto one = model::get<model::Case>(session.document(), a.on);
        one.proposer = "Une autre personne";
        REQUIRE(session.submit(edit::facilitator, edit::EditCase{a.on, one}));
    }
    auto const judged = session::judge(a.path);
    CHECK(!judged->fault);
    CHECK(says(bytes_of(a.path), "Une autre personne"));
    // And once more: what is erased adds up.
    auto const again = session::redact_in_place(a.path, all(), edit::facilitator, a.clock);
    REQUIRE(again);
    CHECK(!says(bytes_of(a.path), "Une autre personne"));
    CHECK(!session::judge(a.path)->redaction_differs());
    CHECK(session::judge(a.path)->erased.total() > judged->erased.total());
}

TEST_CASE("a word is erased from titles too, whatever its case, and from nothing else")
{
    Atelier a;
    journal::ToErase what;
    what.words = {"COURRIER"};
    auto const done = session::redact_in_place(a.path, what, edit::facilitator, a.clock);
    REQUIRE(done);
    CHECK(!says(bytes_of(a.path), "courrier"));
    CHECK(says(bytes_of(a.path), needle));
    CHECK(done->erased.wording == done->erased.total());
}

TEST_CASE("erasing by another hand is found out")
{
    Atelier a;
    auto bytes = bytes_of(a.path);
    auto const at = bytes.find("Jeanne Aiguille");
    auto const from = bytes.rfind("[\"", at), to = bytes.find(']', at);
    bytes.replace(from, to + 1 - from, "[\"(effacé)\"]");
    std::ofstream(a.path, std::ios::binary) << bytes;
    auto const judged = session::judge(a.path);
    REQUIRE(judged);
    CHECK(judged->redaction_differs());
}

TEST_CASE("an old file is redacted into one of the new format, which says how its chain ended")
{
    Atelier a;
    auto const old = support::sources_dir() / "tests" / "fixtures" / "format-1.cadran";
    auto const out = a.folder / "old.cadran";
    journal::ToErase what = all();
    what.words = {"Format"};
    auto const done = session::redact_to(old, out, what, edit::facilitator, a.clock);
    REQUIRE(done);
    CHECK(done->chained_anew);
    auto const opened = a.open(out, journal::OpenMode::write);
    CHECK(opened.notices.empty());
    auto const was = a.open(old, journal::OpenMode::read);
    CHECK(model::get<model::Redaction>(opened.session.document()).former_hash ==
          was.session.log().hash(was.session.log().size()));
    CHECK(!says(bytes_of(out), "Format 1"));
    CHECK(!session::judge(out)->redaction_differs());
    CHECK(model::table<model::Case>(opened.session.document()).size() ==
          model::table<model::Case>(was.session.document()).size());
}

TEST_CASE("nothing is written where there is nothing to erase, a vote is open, or a file is there")
{
    Atelier a;
    auto const out = a.folder / "out.cadran";
    auto refused = [&](journal::ToErase const& what) {
        auto const done = session::redact_to(a.path, out, what, edit::facilitator, a.clock);
        return done ? std::string{} : done.error().where;
    };
    journal::ToErase nobody;
    nobody.words = {"Personne ne dit cela"};
    CHECK(refused(nobody) == "redact.nothing");
    CHECK(!fs::exists(out));
    CHECK(refused(all()).empty());
    auto const there = bytes_of(out);
    CHECK(refused(all()) == "file.exists");
    CHECK(bytes_of(out) == there);
    {
        auto opened = a.open(a.path, journal::OpenMode::write); // somebody has it open
        auto const busy = session::redact_in_place(a.path, all(), edit::facilitator, a.clock);
        REQUIRE(!busy);
        CHECK(busy.error().where == "file.locked");
        model::Round round;
        round.question = "Lesquels ?";
        round.cases = {a.on};
        auto const id = opened.session.mint<model::RoundId>();
        REQUIRE(opened.session.submit(edit::facilitator, edit::PrepareRound{id, round}));
        REQUIRE(opened.session.submit(edit::facilitator, edit::OpenRound{id, 1000}));
    }
    fs::remove(out);
    CHECK(refused(all()) == "redact.round_open");
}

TEST_CASE("any workshop reads the same once it is redacted, but for what is erased")
{
    for (unsigned seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        support::TemporaryFolder const folder;
        support::TickingClock clock;
        support::SeededRandomSource random{seed};
        auto const path = folder / "a.cadran", out = folder / "b.cadran";
        {
            auto session =
                *session::Session::open(*journal::FileLog::create(path, 5), clock, random);
            support::RandomWorkshop(session, seed).steps(150);
        }
        auto const was = session::open_file(path, journal::OpenMode::read, {}, clock, random);
        auto const done = session::redact_to(path, out, all(), edit::facilitator, clock);
        if (!done) {
            bool const told =
                done.error().where == "redact.round_open" || done.error().where == "redact.nothing";
            CHECK(told);
            continue;
        }
        auto const now = session::open_file(out, journal::OpenMode::read, {}, clock, random);
        REQUIRE(now);
        CHECK(now->notices.empty());
        auto const& before = was->session.document();
        auto const& after = now->session.document();
        CHECK(model::table<model::Ballot>(before) == model::table<model::Ballot>(after));
        CHECK(model::table<model::CardPlace>(before) == model::table<model::CardPlace>(after));
        CHECK(model::table<model::Group>(before) == model::table<model::Group>(after));
        CHECK(model::texts_of_people(after).proposers == 0);
        CHECK(model::texts_of_people(after).free_text == 0);
    }
}

// Written by a few lines of Python from the fixture of format 1 and app/docs/format.md.
TEST_CASE("a file of format 2 reads as it does today, whatever comes later")
{
    Atelier a;
    auto const path = support::sources_dir() / "tests" / "fixtures" / "format-2.cadran";
    auto const judged = session::judge(path);
    REQUIRE(judged);
    CHECK(!judged->fault);
    CHECK(judged->entries == 15);
    CHECK(judged->erased == model::ErasedTexts{0, 1, 2, 0});
    CHECK(!judged->redaction_differs());
    auto const opened = a.open(path, journal::OpenMode::read);
    auto const& doc = opened.session.document();
    CHECK(model::get<model::Profile>(doc).title == "Format 1");
    CHECK(model::table<model::Case>(doc).size() == 3);
    CHECK(model::table<model::Decision>(doc).begin()->second.owner == "(effacé)");
    CHECK(model::table<model::Ballot>(doc).size() == 2);
}
