#include "journal/file_log.h"
#include "session/replay.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;
using support::bytes_of;
using support::write_bytes;

// A session file with about `entries` varied entries.
fs::path make_session(support::TemporaryFolder const& folder, int steps)
{
    auto const path = folder / "atelier.cadran";
    support::TickingClock clock;
    support::SeededChance chance{3};
    auto session = *session::Session::open(*FileLog::create(path, 1), clock, chance);
    support::RandomWorkshop(session, 5).steps(steps);
    return path;
}

std::vector<journal::Entry> entries_of(FileLog const& log)
{
    std::vector<journal::Entry> out;
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto entry = log.entry(n);
        REQUIRE(entry);
        out.push_back(*entry);
    }
    return out;
}

std::vector<journal::Entry> entries_of(fs::path const& path)
{
    auto opened = FileLog::open(path, OpenMode::read);
    REQUIRE(opened);
    return entries_of(*opened->log);
}

bool is_prefix(std::vector<journal::Entry> const& some, std::vector<journal::Entry> const& all)
{
    return some.size() <= all.size() && std::equal(some.begin(), some.end(), all.begin());
}

} // namespace

TEST_CASE("a file cut at any byte opens with its whole entries, and the rest is kept beside it")
{
    support::TemporaryFolder const folder;
    auto const path = make_session(folder, 40);
    auto const bytes = bytes_of(path);
    auto const all = entries_of(path);
    auto const header = bytes.find('\n') + 1;
    REQUIRE(all.size() > 12);
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        CAPTURE(cut);
        support::TemporaryFolder const here;
        auto const torn = here / "t.cadran";
        write_bytes(torn, bytes.substr(0, cut));
        auto const opened = FileLog::open(torn, OpenMode::write);
        if (cut < header) {
            REQUIRE(!opened); // without its first line it is nobody's session
            REQUIRE(bytes_of(torn) == bytes.substr(0, cut));
            continue;
        }
        REQUIRE(opened);
        REQUIRE(opened->log->writable());
        REQUIRE(is_prefix(entries_of(*opened->log), all));
        std::string kept = bytes_of(torn);
        for (auto const& file : fs::directory_iterator(here.path()))
            if (file.path().string().find(".tail-") != std::string::npos)
                kept += bytes_of(file.path());
        REQUIRE(kept == bytes.substr(0, cut)); // not one byte is lost
        REQUIRE(opened->notices.empty() == (bytes[cut - 1] == '\n'));
    }
}

TEST_CASE("whatever byte is changed, no changed value is shown as good")
{
    support::TemporaryFolder const folder;
    auto const path = make_session(folder, 30);
    auto const bytes = bytes_of(path);
    auto const all = entries_of(path);
    auto const changed = folder / "changed.cadran";
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (unsigned mask : {1U, 32U, 128U}) {
            auto copy = bytes;
            copy[at] = static_cast<char>(static_cast<unsigned char>(copy[at]) ^ mask);
            write_bytes(changed, copy);
            CAPTURE(at);
            auto const opened = FileLog::open(changed, OpenMode::read);
            if (opened) {
                REQUIRE(opened->log->size() < all.size());
                REQUIRE(!opened->notices.empty());
                for (std::uint64_t n = 1; n <= opened->log->size(); ++n)
                    REQUIRE(*opened->log->entry(n) == all[n - 1]);
            }
            auto const verified = FileLog::verify(changed);
            REQUIRE((!verified || verified->first_bad_line != 0));
        }
}

TEST_CASE("verify names the line of the byte that was changed")
{
    support::TemporaryFolder const folder;
    auto const path = make_session(folder, 30);
    auto bytes = bytes_of(path);
    REQUIRE(FileLog::verify(path)->first_bad_line == 0);
    std::size_t start = 0;
    for (int line = 1; line < 7; ++line) start = bytes.find('\n', start) + 1; // line 7
    bytes[start + 120] ^= 1;
    write_bytes(path, bytes);
    CHECK(FileLog::verify(path)->first_bad_line == 7);
}

TEST_CASE("damage in the middle opens read-only, before it, and leaves the file as it is")
{
    support::TemporaryFolder const folder;
    auto const path = make_session(folder, 40);
    auto const all = entries_of(path);
    auto bytes = bytes_of(path);
    for (std::size_t i = bytes.size() / 2; i < bytes.size() / 2 + 64; ++i) bytes[i] = '\0';
    write_bytes(path, bytes);
    auto const opened = FileLog::open(path, OpenMode::write);
    REQUIRE(opened);
    CHECK(!opened->log->writable());
    REQUIRE(opened->notices.size() == 1);
    CHECK(opened->notices.front().where == "file.damaged");
    CHECK(opened->notices.front().line == opened->log->size() + 2);
    CHECK(is_prefix(entries_of(*opened->log), all));
    CHECK(bytes_of(path) == bytes);
}

TEST_CASE("a second opener reads only and is told; a reader never touches the file")
{
    support::TemporaryFolder const folder;
    auto const path = make_session(folder, 10);
    auto const bytes = bytes_of(path);
    auto const first = FileLog::open(path, OpenMode::write);
    REQUIRE(first);
    auto const second = FileLog::open(path, OpenMode::write);
    REQUIRE(second);
    CHECK(!second->log->writable());
    REQUIRE(second->notices.size() == 1);
    CHECK(second->notices.front().where == "file.locked");
    CHECK(second->log->append({}).error().where == "file.read_only");
    write_bytes(folder / "torn.cadran", bytes + "{\"hash\":\"half");
    auto const reader = FileLog::open(folder / "torn.cadran", OpenMode::read);
    REQUIRE(reader);
    CHECK(bytes_of(folder / "torn.cadran") == bytes + "{\"hash\":\"half");
}

TEST_CASE("a file from a newer version is refused and left as it is")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "demain.cadran";
    write_bytes(path, "{\"hash\":\"" + std::string(64, '0') +
                          "\",\"entry\":{\"format\": \"cadran\",\"version\": 2}}\n");
    auto const before = bytes_of(path);
    CHECK(!FileLog::open(path, OpenMode::write)); // its hash does not even hold
    journal::Header header;
    header.version = journal::format_version + 1;
    auto const refused = journal::decode_header(journal::encode(header));
    REQUIRE(!refused);
    CHECK(refused.error().code == base::Errc::too_new);
    CHECK(bytes_of(path) == before);
}

TEST_CASE("what is not a session is said not to be one")
{
    support::TemporaryFolder const folder;
    for (auto const* text : {"", "\n", "titre;description\n", "{}\n", "\xFF\xFE\x00"}) {
        write_bytes(folder / "x.cadran", text);
        auto const opened = FileLog::open(folder / "x.cadran", OpenMode::write);
        REQUIRE(!opened);
        CHECK(opened.error().code == base::Errc::corrupt);
        CHECK(bytes_of(folder / "x.cadran") == text);
    }
    CHECK(FileLog::open(folder / "nowhere.cadran", OpenMode::write).error().where == "file.read");
    CHECK(FileLog::open(folder.path(), OpenMode::read).error().where == "file.read");
}

TEST_CASE("an existing file is never replaced by a new session")
{
    support::TemporaryFolder const folder;
    write_bytes(folder / "a.cadran", "precious");
    CHECK(FileLog::create(folder / "a.cadran", 1).error().where == "file.exists");
    CHECK(bytes_of(folder / "a.cadran") == "precious");
}

namespace {

// In a child: adds entries and ballots for ever, saying on the pipe what was acknowledged.
[[noreturn]] void write_until_killed(fs::path const& path, int pipe)
{
    support::TickingClock clock;
    support::SeededChance chance{static_cast<std::uint64_t>(::getpid())};
    auto opened = FileLog::open(path, OpenMode::write);
    if (!opened) ::_exit(3);
    auto session = session::Session::open(std::move(opened->log), clock, chance);
    if (!session) ::_exit(4);
    for (std::uint32_t i = 0;; ++i) {
        model::Case text;
        text.title = "Cas " + std::to_string(i) + std::string(i % 3000, 'x');
        if (!session->submit(edit::facilitator,
                             edit::AddCases{{{session->mint<model::CaseId>(), text, {}}}}))
            ::_exit(5);
        std::uint64_t const acknowledged = session->log().size();
        if (::write(pipe, &acknowledged, sizeof acknowledged) != sizeof acknowledged) ::_exit(6);
    }
}

} // namespace

TEST_CASE("killed at any moment, every acknowledged entry is there and at most one more")
{
    auto const* asked = std::getenv("CADRAN_KILLS"); // NOLINT(concurrency-mt-unsafe): one thread
    int const kills = asked ? std::atoi(asked) : 200;
    support::TemporaryFolder const folder;
    std::mt19937 random(20261124);
    std::uint64_t most = 0;
    auto path = folder / "k.cadran";
    for (int i = 0; i < kills; ++i) {
        if (i % 50 == 0) { // a fresh file now and then: it would only grow
            path = folder / ("k" + std::to_string(i) + ".cadran");
            REQUIRE(FileLog::create(path, 1));
        }
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        std::fflush(nullptr);
        auto const child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(path, ends[1]);
        }
        ::close(ends[1]);
        std::uint64_t acknowledged = 0;
        std::uint64_t said = 0;
        REQUIRE(::read(ends[0], &said, sizeof said) == sizeof said); // it is at work
        acknowledged = said;
        ::usleep(static_cast<useconds_t>(random() % 6000));
        REQUIRE(::kill(child, SIGKILL) == 0);
        while (::read(ends[0], &said, sizeof said) == sizeof said) acknowledged = said;
        ::close(ends[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status)); // killed, not ended by an error of its own
        auto const opened = FileLog::open(path, OpenMode::write);
        REQUIRE(opened);
        CAPTURE(i);
        REQUIRE(opened->log->writable()); // the dead process's lock went with it
        REQUIRE(opened->log->size() >= acknowledged);
        REQUIRE(opened->log->size() <= acknowledged + 1);
        REQUIRE(FileLog::verify(path)->first_bad_line == 0);
        most = std::max(most, opened->log->size());
    }
    MESSAGE(kills << " kills, up to " << most << " entries in a file");
}

TEST_CASE("ballots of an open vote survive a crash, and closing destroys the urn")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "v.cadran";
    support::TickingClock clock;
    support::SeededChance chance{3};
    model::RoundId round;
    model::CaseId on;
    {
        auto session = *session::Session::open(*FileLog::create(path, 1), clock, chance);
        model::Case text;
        text.title = "Un cas";
        on = session.mint<model::CaseId>();
        REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{on, text, {}}}}));
        round = session.mint<model::RoundId>();
        model::Round rules;
        rules.cases = {on};
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
        for (int i = 0; i < 7; ++i)
            REQUIRE(session.cast(round, session.mint_token(), {{{on, 1 + i % 3}}, 1}));
    } // nothing closed the vote: as after a crash
    CHECK(bytes_of(path).find("ballot\"") == std::string::npos); // nothing of it in the journal
    auto const mode = fs::status(path.string() + ".urn").permissions();
    CHECK((mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none);
    auto opened = FileLog::open(path, OpenMode::write);
    REQUIRE(opened);
    auto session = *session::Session::open(std::move(opened->log), clock, chance);
    CHECK(session.ballots_in_urn(round) == 7);
    REQUIRE(session.close_round(edit::facilitator, round));
    CHECK(model::table<model::Ballot>(session.document()).size() == 7);
    CHECK(!fs::exists(path.string() + ".urn"));
}

TEST_CASE("a damaged urn is kept aside and told")
{
    support::TemporaryFolder const folder;
    auto const path = make_session(folder, 5);
    write_bytes(path.string() + ".urn", "not an urn");
    auto const opened = FileLog::open(path, OpenMode::write);
    REQUIRE(opened);
    REQUIRE(opened->notices.size() == 1);
    CHECK(opened->notices.front().where == "urn.damaged");
    CHECK(bytes_of(path.string() + ".urn.damaged") == "not an urn");
}
