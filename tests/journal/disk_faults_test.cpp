#include "journal/file_log.h"
#include "session/session.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cerrno>

namespace {

using journal::FileLog;
using journal::OpenMode;

// Fails the nth operation of one kind; short writes before it.
struct FaultyDisk : journal::Disk {
    enum class What { write, sync } what = What::write;
    int nth = 0; // 0: none
    int error = ENOSPC;
    int seen = 0;

    bool fails(What which) { return which == what && ++seen == nth; }
    long write(int file, void const* bytes, std::size_t size) override
    {
        if (fails(What::write)) {
            errno = error;
            return -1;
        }
        return Disk::write(file, bytes, std::min<std::size_t>(size, 37)); // never all at once
    }
    int sync(int file) override
    {
        if (fails(What::sync)) {
            errno = EIO;
            return -1;
        }
        return Disk::sync(file);
    }
};

struct Rig {
    support::TemporaryFolder folder;
    std::filesystem::path path = folder / "d.cadran";
    support::TickingClock clock;
    support::SeededChance chance{3};
    FaultyDisk disk;

    session::Session open()
    {
        if (!std::filesystem::exists(path)) REQUIRE(FileLog::create(path, 1));
        auto opened = FileLog::open(path, OpenMode::write, {{}, &disk});
        REQUIRE(opened);
        return *session::Session::open(std::move(opened->log), clock, chance);
    }
    base::Result<journal::Entry> add(session::Session& session)
    {
        model::Case text;
        text.title = "Un cas au titre assez long pour plusieurs écritures";
        return session.submit(edit::facilitator,
                              edit::AddCases{{{session.mint<model::CaseId>(), text, {}}}});
    }
};

} // namespace

TEST_CASE(
    "whichever write finds the disk full, nothing is lost and work goes on when there is room")
{
    for (int nth = 1; nth < 40; ++nth) {
        CAPTURE(nth);
        Rig rig;
        {
            auto session = rig.open();
            REQUIRE(rig.add(session));
            rig.disk.nth = nth;
            rig.disk.seen = 0;
            auto const before = session.document();
            auto const refused = rig.add(session);
            if (refused) break; // that many writes were not needed: every one has been failed
            CHECK(refused.error().where == "file.disk_full");
            CHECK(session.document() == before);
            REQUIRE(rig.add(session)); // there is room again
            CHECK(session.log().size() == 2);
        }
        CHECK(FileLog::verify(rig.path)->entries == 2);
        CHECK(FileLog::verify(rig.path)->first_bad_line == 0);
    }
}

TEST_CASE("a disk that does not confirm is never believed again, and what was confirmed is there")
{
    Rig rig;
    {
        auto session = rig.open();
        REQUIRE(rig.add(session));
        rig.disk.what = FaultyDisk::What::sync;
        rig.disk.nth = 1;
        rig.disk.seen = 0;
        auto const refused = rig.add(session);
        REQUIRE(!refused);
        CHECK(refused.error().where == "file.sync");
        CHECK(!session.log().writable());
        CHECK(!rig.add(session)); // the disk works again, but says nothing of what it dropped
        CHECK(session.log().size() == 1);
    }
    CHECK(FileLog::verify(rig.path)->entries == 1);
}

TEST_CASE("a ballot that could not be kept was not taken")
{
    Rig rig;
    auto session = rig.open();
    REQUIRE(rig.add(session));
    model::CaseId const on = model::table<model::Case>(session.document()).begin()->first;
    auto const round = session.mint<model::RoundId>();
    model::Round rules;
    rules.cases = {on};
    REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
    REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
    REQUIRE(session.cast(round, "anne", {{{on, 1}}, 1}));
    rig.disk.nth = 1;
    rig.disk.seen = 0;
    CHECK(!session.cast(round, "bruno", {{{on, 3}}, 1}));
    CHECK(session.ballots_in_urn(round) == 1);
    REQUIRE(session.cast(round, "bruno", {{{on, 3}}, 1}));
    CHECK(session.ballots_in_urn(round) == 2);
}
