#include "journal/file_log.h"
#include "live.h"
#include "session/past.h"
#include "support/folders.h"
#include "support/random_workshop.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

namespace {

using support::RandomWorkshop;
using support::SeededRandomSource;
using support::TickingClock;

// A session of random commands, and its document after each entry.
std::vector<model::Document> documents(session::Session& session, unsigned seed, int acts)
{
    RandomWorkshop people(session, seed);
    std::vector<model::Document> said{model::Document{}};
    for (int i = 0; i < acts; ++i) {
        people.step();
        if (session.log().size() == said.size()) said.push_back(session.document());
    }
    return said;
}

edit::Actor const reader = edit::facilitator;

} // namespace

TEST_CASE("the session after each entry is restored, in any order of access")
{
    for (unsigned const seed : {1U, 2U, 3U}) {
        Live live;
        auto const said = documents(live.session, seed, 900);
        auto const size = live.session.log().size();
        REQUIRE(size > 300);
        auto replay = live.session.replay();
        for (auto n = size + 1; n-- > 0;) CHECK(*replay.at(n) == said[n]);
        std::mt19937_64 dice(seed);
        for (int i = 0; i < 400; ++i) {
            auto const n = dice() % (size + 1);
            CHECK(*replay.at(n) == said[n]);
        }
        session::Replay from_nothing(live.session.log());
        for (auto const n : {size, size / 2, std::uint64_t{0}, size / 3})
            CHECK(*from_nothing.at(n) == said[n]);
    }
}

TEST_CASE("any state of a session read from its file is a few entries from a milestone")
{
    Live live;
    documents(live.session, 4, 3000);
    auto const size = live.session.log().size();
    REQUIRE(size > 1000);
    auto replay = live.session.replay();
    std::mt19937_64 dice(4);
    std::uint64_t most = 0;
    for (int i = 0; i < 300; ++i) {
        auto const before = replay.entries_read();
        REQUIRE(replay.at(dice() % (size + 1)));
        most = std::max(most, replay.entries_read() - before);
    }
    CHECK(most <= size / 64 + 8);
}

TEST_CASE("milestones are limited in number, and evenly spaced")
{
    session::Milestones stones;
    model::Document const doc;
    for (std::uint64_t n = 1; n <= 100'000; ++n) stones.pass(n, doc);
    CHECK(stones.all().size() <= session::Milestones::most);
    CHECK(stones.all().size() >= session::Milestones::most / 2 - 1);
    auto const apart = stones.all()[1].n - stones.all()[0].n;
    for (std::size_t i = 1; i < stones.all().size(); ++i)
        CHECK(stones.all()[i].n - stones.all()[i - 1].n == apart);
}

TEST_CASE("after the last entry there is no state")
{
    Live live;
    documents(live.session, 5, 20);
    auto replay = live.session.replay();
    auto const none = replay.at(live.session.log().size() + 1);
    REQUIRE_FALSE(none);
    CHECK(none.error().where == "replay.entry");
}

TEST_CASE("a file without places of axes is replayed correctly, backwards too")
{
    TickingClock clock;
    SeededRandomSource random{7};
    auto opened = journal::FileLog::open(support::sources_dir() / "tests/fixtures" /
                                             "axes-without-place.cadran",
                                         journal::OpenMode::read);
    REQUIRE(opened);
    auto session = session::Session::open(*std::move(opened), clock, random);
    REQUIRE(session);
    auto const size = session->log().size();
    std::vector<model::Document> said;
    session::Replay onwards(session->log());
    for (std::uint64_t n = 0; n <= size; ++n) said.push_back(*onwards.at(n));
    CHECK(said.back() == session->document());
    auto replay = session->replay();
    for (auto n = size + 1; n-- > 0;) CHECK(*replay.at(n) == said[n]);
}

TEST_CASE("a past state has its document and the later entries, and cannot undo")
{
    Live live;
    auto const said = documents(live.session, 6, 400);
    auto const size = live.session.log().size();
    session::Past past(live.session, reader);
    CHECK(past.at() == size);
    REQUIRE(past.go(size / 2));
    auto const& view = past.view();
    CHECK(view.document == said[size / 2]);
    CHECK(view.version == size / 2);
    CHECK_FALSE(view.may_undo);
    CHECK_FALSE(view.may_redo);
    CHECK(view.boxes.empty());
    CHECK(view.opening == live.session.opening());
    CHECK_FALSE(view.entries_since(size / 2 - 1)); // it came from later
    REQUIRE(past.go(size / 2 + 5));
    auto const passed = past.view().entries_since(size / 2);
    REQUIRE(passed);
    REQUIRE(passed->size() == 5);
    auto doc = said[size / 2];
    for (auto const& entry : *passed) REQUIRE(model::apply(doc, entry->changes));
    CHECK(doc == past.view().document);
    REQUIRE(past.go(size));
    CHECK(past.view().document == live.session.document());
    CHECK_FALSE(past.go(size + 1));
    CHECK(past.view().touches == live.session.touches());
    CHECK(past.at() == size);
}

TEST_CASE("reading past states does not change the journal")
{
    Live live;
    documents(live.session, 8, 200);
    auto const hash = live.session.log().hash(live.session.log().size());
    auto const before = live.session.document();
    session::Past past(live.session, reader);
    for (std::uint64_t n = 0; n <= live.session.log().size(); ++n) REQUIRE(past.go(n));
    CHECK(live.session.log().hash(live.session.log().size()) == hash);
    CHECK(live.session.document() == before);
}
