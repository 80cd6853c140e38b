#include "journal/file_log.h"
#include "journal/quick_disk.h"
#include "session/session.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <fstream>
#include <thread>

// Another program changes the files of an open session: a synchronising program renames the file
// and puts an older one in its place, a backup is copied over it, or it is deleted.
namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;
using support::bytes_of;
using support::write_bytes;

struct VotingRig {
    support::TemporaryFolder folder{in_memory()};
    fs::path path = folder / "atelier.cadran", box = folder / "atelier.cadran.urn";
    FileLog::Options options{nullptr, folder / "keys", {256, 8}};
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    model::RoundId round;
    model::CaseId on;
    std::string older; // the bytes of the file before the vote was opened

    session::Session open(fs::path const& by)
    {
        auto opened = FileLog::open(by, OpenMode::write, options);
        REQUIRE(opened);
        REQUIRE(opened->log->writable());
        return *session::Session::open(std::move(*opened), clock, random);
    }
    session::Session open() { return open(path); }
    base::Result<journal::Entry> add(session::Session& session)
    {
        model::Case text;
        text.title = "Un cas au titre assez long";
        on = session.mint<model::CaseId>();
        return session.submit(edit::facilitator, edit::AddCases{{{on, text, {}}}});
    }
    // A session with a case, and a vote open on it.
    session::Session voting()
    {
        REQUIRE(FileLog::create(path, 1));
        auto session = open();
        REQUIRE(add(session));
        older = bytes_of(path);
        round = session.mint<model::RoundId>();
        model::Round rules;
        rules.cases = {on};
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
        return session;
    }
    base::Result<void> cast(session::Session& session, std::string const& token, int value = 1)
    {
        return session.cast(round, token, {{{on, value}}, 1});
    }
};

// Writes another byte at `offset`. (A ballot box is encrypted: any byte may be there, so writing a
// fixed one would now and then change nothing.)
void change_byte(fs::path const& path, std::uintmax_t offset)
{
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    auto const at = static_cast<std::streamoff>(offset);
    auto const byte = file.seekg(at).get();
    file.seekp(at).put(static_cast<char>(byte ^ 1)).flush();
    REQUIRE(file);
}

// A modification of an open file by another program.
using Fiddle = void (*)(VotingRig&, fs::path const&);
struct Way {
    char const* name;
    Fiddle fiddle;
};
std::array const ways{
    Way{"an older file in its place",
        [](VotingRig& rig, fs::path const& path) {
            fs::rename(path, path.string() + ".theirs");
            write_bytes(path, rig.older);
        }},
    Way{"the same bytes under another inode",
        [](VotingRig&, fs::path const& path) {
            auto const bytes = bytes_of(path);
            fs::rename(path, path.string() + ".theirs");
            write_bytes(path, bytes);
        }},
    Way{"deleted", [](VotingRig&, fs::path const& path) { support::take_away(path); }},
    Way{"moved",
        [](VotingRig&, fs::path const& path) { fs::rename(path, path.string() + ".moved"); }},
    Way{"longer",
        [](VotingRig&, fs::path const& path) { std::ofstream(path, std::ios::app) << "x"; }},
    Way{"shorter",
        [](VotingRig&, fs::path const& path) { fs::resize_file(path, fs::file_size(path) - 1); }},
    Way{"empty", [](VotingRig&, fs::path const& path) { fs::resize_file(path, 0); }},
    Way{"the last byte but one changed",
        [](VotingRig&, fs::path const& path) { change_byte(path, fs::file_size(path) - 2); }},
    Way{"a byte of its middle changed, the size as it was",
        [](VotingRig&, fs::path const& path) {
            std::this_thread::sleep_for(
                std::chrono::milliseconds(20)); // later than the clock of the file system can tell
            change_byte(path, fs::file_size(path) / 2);
        }},
};

// Sets the file's time a second later: file systems have coarse clocks, so two writes may have
// equal times.
void later(fs::path const& path)
{
    if (fs::exists(path))
        fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds{1});
}

} // namespace

TEST_CASE("whatever another program does to the session file, nothing more is said to be saved")
{
    for (auto const& way : ways) {
        CAPTURE(way.name);
        VotingRig rig;
        auto session = rig.voting();
        for (int i = 0; i < 20; ++i) REQUIRE(rig.add(session));
        REQUIRE(session.check_kept());
        auto const before = session.document();
        way.fiddle(rig, rig.path);
        later(rig.path);
        auto const found = fs::exists(rig.path) ? bytes_of(rig.path) : std::string("nothing");
        auto const kept = session.check_kept(); // as the board looks, once a second
        REQUIRE(!kept);
        CHECK(kept.error().where == "file.changed");
        auto const refused = rig.add(session);
        REQUIRE(!refused);
        CHECK(refused.error().where == "file.changed");
        CHECK(!session.log().writable());
        CHECK(session.document() == before);
        auto const ballot = rig.cast(session, "anne");
        REQUIRE(!ballot);
        CHECK(ballot.error().where == "file.changed");
        CHECK(!fs::exists(rig.box));
        // The other program's file is left as it is.
        CHECK((fs::exists(rig.path) ? bytes_of(rig.path) : "nothing") == found);
        // Everything is in memory, and can be saved to another file.
        REQUIRE(session.save_copy(rig.folder / "secours.cadran"));
        auto const rescued = rig.open(rig.folder / "secours.cadran");
        CHECK(rescued.document() == before);
        CHECK(FileLog::verify(rig.folder / "secours.cadran")->first_bad_line == 0);
    }
}

TEST_CASE("a file that is only read, or touched, goes on being written")
{
    VotingRig rig;
    auto session = rig.voting();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    fs::last_write_time(rig.path, fs::file_time_type::clock::now());
    fs::permissions(rig.path, fs::perms::owner_read | fs::perms::owner_write);
    (void)bytes_of(rig.path);
    CHECK(session.check_kept());
    REQUIRE(rig.cast(session, "anne"));
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    fs::last_write_time(rig.box, fs::file_time_type::clock::now());
    CHECK(session.check_kept());
    CHECK(rig.cast(session, "bruno"));
    CHECK(rig.add(session));
}

TEST_CASE(
    "whatever another program does to the ballot box, no ballot is said to be in it that is not")
{
    for (auto const& way : ways) {
        CAPTURE(way.name);
        VotingRig rig;
        auto session = rig.voting();
        REQUIRE(rig.cast(session, "anne"));
        rig.older = bytes_of(rig.box);
        REQUIRE(rig.cast(session, "bruno"));
        way.fiddle(rig, rig.box);
        later(rig.box);
        auto const found = fs::exists(rig.box) ? bytes_of(rig.box) : std::string("nothing");
        auto const kept = session.check_kept();
        REQUIRE(!kept);
        CHECK(kept.error().where == "box.changed");
        auto const refused = rig.cast(session, "chloé");
        REQUIRE(!refused);
        CHECK(refused.error().where == "box.changed");
        CHECK(!session.withdraw(rig.round, "anne"));
        CHECK(session.ballots_in_box(rig.round) == 2);
        CHECK((fs::exists(rig.box) ? bytes_of(rig.box) : "nothing") == found);
        // The copy contains the ballots, encrypted with its own key.
        auto const copy = rig.folder / "secours.cadran";
        REQUIRE(session.save_copy(copy));
        auto rescued = rig.open(copy);
        CHECK(rescued.ballots_in_box(rig.round) == 2);
        REQUIRE(rig.cast(rescued, "chloé"));
        REQUIRE(rescued.close_round(edit::facilitator, rig.round));
        CHECK(model::table<model::Ballot>(rescued.document()).size() == 3);
    }
}

TEST_CASE(
    "a round can be closed after another program replaced its ballot box: its ballots are known")
{
    for (auto const& way : ways) {
        CAPTURE(way.name);
        VotingRig rig;
        auto session = rig.voting();
        REQUIRE(rig.cast(session, "anne"));
        rig.older = "somebody else's";
        REQUIRE(rig.cast(session, "bruno"));
        way.fiddle(rig, rig.box);
        later(rig.box);
        REQUIRE(session.close_round(edit::facilitator, rig.round));
        CHECK(model::table<model::Ballot>(session.document()).size() == 2);
        CHECK(!fs::exists(rig.box));
        CHECK(fs::is_empty(rig.folder / "keys"));
        if (std::string_view(way.name).starts_with("an older"))
            CHECK(bytes_of(rig.box.string() + ".aside") == "somebody else's");
    }
}

TEST_CASE("two boards that share a ballot box after a swap: only one of them takes ballots")
{
    VotingRig rig;
    auto first = rig.voting();
    REQUIRE(rig.cast(first, "anne"));
    auto const bytes = bytes_of(rig.path);
    fs::rename(rig.path, rig.folder / "theirs"); // as a program that synchronises folders
    write_bytes(rig.path, bytes);
    auto second = rig.open(); // another board, on the file that lies there now
    CHECK(second.ballots_in_box(rig.round) == 1);
    CHECK(rig.cast(first, "bruno").error().where == "file.changed");
    REQUIRE(rig.cast(second, "chloé"));
    CHECK(!rig.cast(first, "dora"));
    REQUIRE(second.close_round(edit::facilitator, rig.round));
    CHECK(model::table<model::Ballot>(second.document()).size() == 2); // anne and chloé
}

TEST_CASE("two boards on two machines: the one whose box was replaced stops, and saves its ballots")
{
    VotingRig rig;
    auto session = rig.voting();
    REQUIRE(rig.cast(session, "anne"));
    // The other machine has the same file and its own key, and its box replaces ours.
    VotingRig other;
    auto const theirs = other.folder / "atelier.cadran";
    write_bytes(theirs, bytes_of(rig.path));
    {
        auto there = other.open(theirs);
        other.round = rig.round, other.on = rig.on;
        REQUIRE(other.cast(there, "bruno"));
    }
    support::take_away(rig.box);
    fs::copy_file(other.box, rig.box);
    CHECK(rig.cast(session, "chloé").error().where == "box.changed");
    REQUIRE(session.save_copy(rig.folder / "secours.cadran"));
    CHECK(rig.open(rig.folder / "secours.cadran").ballots_in_box(rig.round) == 1);
    CHECK(bytes_of(rig.box) == bytes_of(other.box)); // theirs is as it was
}

TEST_CASE("an older file opened where a vote was running neither counts its ballots nor loses them")
{
    VotingRig rig;
    std::string newer;
    {
        auto session = rig.voting();
        REQUIRE(rig.cast(session, "anne"));
        newer = bytes_of(rig.path);
    }
    write_bytes(rig.path, rig.older);
    std::string aside;
    {
        auto session = rig.open();
        REQUIRE(session.notices().size() == 1);
        CHECK(session.notices().front().where == "box.unknown");
        aside = session.notices().front().detail;
        auto const round = rig.round; // another vote, of the same id: as before ids had authors
        model::Round rules;
        rules.cases = {rig.on};
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
        CHECK(session.ballots_in_box(round) == 0);
    }
    write_bytes(rig.path, newer);
    fs::rename(rig.folder / aside, rig.box);
    CHECK(rig.open().ballots_in_box(rig.round) == 1);
}

TEST_CASE("a copy of a session that is well leaves its open vote where it is")
{
    VotingRig rig;
    auto session = rig.voting();
    REQUIRE(rig.cast(session, "anne"));
    auto const copy = rig.folder / "copie.cadran";
    REQUIRE(session.save_copy(copy));
    CHECK(bytes_of(copy) == bytes_of(rig.path));
    CHECK(!fs::exists(copy.string() + ".urn")); // its key would outlive the close
    CHECK(session.save_copy(copy).error().where == "file.exists");
    CHECK(session.check_kept());
}

TEST_CASE("a copy that the disk refuses leaves nothing behind, whatever was refused")
{
    using platform::Refusal;
    using platform::Tried;
    struct Full : QuickDisk {
        enum class What { write, name, folder } what = What::write;

        static tl::unexpected<platform::Refused> no(Refusal why)
        {
            return tl::unexpected(platform::Refused{why, 0});
        }
        Tried<std::size_t> write(platform::File const& file, std::string_view bytes) override
        {
            if (what == What::write) return no(Refusal::full);
            return Disk::write(file, bytes);
        }
        Tried<void> rename_new(fs::path const& from, fs::path const& to) override
        {
            if (what == What::name) return no(Refusal::device);
            return Disk::rename_new(from, to);
        }
        Tried<void> flush_folder(fs::path const&) override
        {
            if (what == What::folder) return no(Refusal::device);
            return {};
        }
    };
    for (auto what : {Full::What::write, Full::What::name, Full::What::folder}) {
        VotingRig rig;
        (void)rig.voting();
        Full full;
        full.what = what;
        rig.options.disk = &full;
        auto const log = FileLog::open(rig.path, OpenMode::read, rig.options);
        REQUIRE(log);
        CHECK(!log->log->save_copy(rig.folder / "copie.cadran"));
        for (auto const& file : fs::directory_iterator(rig.folder.path()))
            CHECK(file.path().filename().string().find("copie") == std::string::npos);
    }
}
