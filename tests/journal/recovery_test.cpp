#include "journal/chain.h"
#include "journal/file_log.h"
#include "journal/killing.h"
#include "journal/quick_disk.h"
#include "session/replay.h"
#include "support/owner_only.h"
#include "support/random_workshop.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;
using support::bytes_of;
using support::write_bytes;

// A session file with about `entries` random entries.
fs::path make_session(support::TemporaryFolder const& folder, int steps)
{
    auto const path = folder / "atelier.cadran";
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    auto session = *session::Session::open(*FileLog::create(path, 1), clock, random);
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
    support::TemporaryFolder const folder{in_memory()};
    auto const path = make_session(folder, 90);
    auto const bytes = bytes_of(path);
    auto const all = entries_of(path);
    auto const header = bytes.find('\n') + 1;
    REQUIRE(all.size() >= 35);
    MESSAGE(bytes.size() << " bytes, " << all.size() << " entries");
    support::TemporaryFolder const here{in_memory()};
    QuickDisk disk;
    auto const whole = FileLog::open(path, OpenMode::read);
    std::uint64_t looked_at = all.size() + 1;
    for (std::size_t cut = 0; cut < bytes.size(); cut += byte_step) {
        CAPTURE(cut);
        auto const torn = here / "t.cadran";
        write_bytes(torn, bytes.substr(0, cut));
        auto const opened = FileLog::open(torn, OpenMode::write, {&disk});
        if (cut < header) {
            REQUIRE(!opened); // without its first line it is nobody's session
            REQUIRE(bytes_of(torn) == bytes.substr(0, cut));
            continue;
        }
        REQUIRE(opened);
        REQUIRE(opened->log->writable());
        auto const size = opened->log->size();
        REQUIRE(opened->log->hash(size) == whole->log->hash(size));
        if (std::exchange(looked_at, size) != size) // once for each line: the hash says the rest
            REQUIRE(is_prefix(entries_of(*opened->log), all));
        auto kept = bytes_of(torn);
        if (!opened->notices.empty()) {
            REQUIRE(opened->notices.front().where == "file.torn");
            REQUIRE(opened->notices.front().line == size + 2);
            auto const aside = here / opened->notices.front().detail;
            kept += bytes_of(aside);
            fs::remove(aside);
        }
        REQUIRE(kept == bytes.substr(0, cut)); // not one byte is lost
        REQUIRE(opened->notices.empty() == (bytes[cut - 1] == '\n'));
    }
}

TEST_CASE("a changed byte never gives a changed value")
{
    support::TemporaryFolder const folder{in_memory()};
    auto const path = make_session(folder, 12);
    auto const bytes = bytes_of(path);
    auto const all = entries_of(path);
    auto const changed = folder / "changed.cadran";
    for (std::size_t at = 0; at < bytes.size(); at += byte_step)
        for (unsigned mask : {1U, 32U, 255U}) {
            auto copy = bytes;
            copy[at] = static_cast<char>(static_cast<unsigned char>(copy[at]) ^ mask);
            write_bytes(changed, copy);
            CAPTURE(at);
            auto const lines_before =
                std::count(bytes.begin(), bytes.begin() + std::ptrdiff_t(at), '\n');
            auto const line = static_cast<std::size_t>(lines_before); // from 0: the header's
            auto const opened = FileLog::open(changed, OpenMode::read);
            REQUIRE(opened.has_value() == (line > 0));
            auto const verified = FileLog::verify(changed);
            REQUIRE((!verified || verified->first_bad_line == line + 1));
            if (!opened) continue;
            // What comes before it, and nothing more: the chain ends there, or a text that is
            // stored beside it is not the one that was committed to, which shows when its entry is
            // read.
            bool const chain_ends = opened->log->size() == line - 1;
            if (chain_ends) REQUIRE(opened->notices.size() == 1);
            REQUIRE(!opened->log->entry(line));
            if (line > 1) REQUIRE(*opened->log->entry(line - 1) == all[line - 2]);
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
    auto const header = journal::encode(journal::Header{journal::format_version + 1, "demain", 5});
    auto const first = journal::link({}, header);
    std::string const unknown = R"({"n":1,"dream":true})";
    auto const bytes = journal::to_line(first, header) + '\n' +
                       journal::to_line(journal::link(first, unknown), unknown) + "\n{\"ha";
    write_bytes(path, bytes);
    for (auto mode : {OpenMode::write, OpenMode::read}) {
        auto const refused = FileLog::open(path, mode);
        REQUIRE(!refused);
        CHECK(refused.error().code == base::Errc::too_new);
        CHECK(refused.error().where == "file.version");
    }
    CHECK(FileLog::verify(path).error().code == base::Errc::too_new);
    CHECK(bytes_of(path) == bytes);
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1); // and nothing beside it
}

TEST_CASE("a file that is no session is reported as such")
{
    support::TemporaryFolder const folder;
    for (auto const* text : {"", "\n", "titre;description\n", "{}\n", "\xFF\xFE\x00"}) {
        write_bytes(folder / "x.cadran", text);
        auto const opened = FileLog::open(folder / "x.cadran", OpenMode::write);
        REQUIRE(!opened);
        CHECK(opened.error().code == base::Errc::corrupt);
        CHECK(bytes_of(folder / "x.cadran") == text);
    }
    CHECK(FileLog::open(folder / "nowhere.cadran", OpenMode::write).error().where == "file.none");
    CHECK(FileLog::open(folder.path(), OpenMode::read).error().where == "file.folder");
}

TEST_CASE("an existing file is never replaced by a new session")
{
    support::TemporaryFolder const folder;
    write_bytes(folder / "a.cadran", "precious");
    CHECK(FileLog::create(folder / "a.cadran", 1).error().where == "file.exists");
    CHECK(bytes_of(folder / "a.cadran") == "precious");
}

TEST_CASE("killed at any moment, every acknowledged entry is there and at most one more")
{
    if (killing::impossible) CADRAN_SKIP(killing::impossible);
    support::TemporaryFolder const folder;
    killing::Kills kills(20261124);
    std::uint64_t most = 0;
    auto path = folder / "k.cadran";
    for (int i = 0; i < killing::asked(200); ++i) {
        CAPTURE(i);
        if (i % 50 == 0) { // a fresh file now and then: it would only grow
            path = folder / ("k" + std::to_string(i) + ".cadran");
            REQUIRE(FileLog::create(path, 1));
        }
        auto const acknowledged = kills.run([&](auto acknowledge) {
            support::TickingClock clock;
            support::SeededRandomSource random{static_cast<std::uint64_t>(i)};
            auto session =
                *session::Session::open(*FileLog::open(path, OpenMode::write), clock, random);
            model::Case text;
            for (std::size_t n = 0;; ++n) {
                text.title = "Cas " + std::to_string(n) + std::string(n * 7 % 3000, 'x');
                auto const id = session.mint<model::CaseId>();
                if (!session.submit(edit::facilitator, edit::AddCases{{{id, text, {}}}})) return;
                acknowledge(session.log().size());
            }
        });
        auto const opened = FileLog::open(path, OpenMode::write);
        REQUIRE(opened);
        REQUIRE(opened->log->writable()); // the dead process's lock went with it
        REQUIRE(opened->log->size() >= acknowledged);
        REQUIRE(opened->log->size() <= acknowledged + 1);
        REQUIRE(FileLog::verify(path)->first_bad_line == 0);
        most = std::max(most, opened->log->size());
    }
    MESSAGE("up to " << most << " entries in a file");
}

TEST_CASE("ballots of an open vote survive a crash, and closing destroys the ballot box")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "v.cadran";
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    model::RoundId round;
    model::CaseId on;
    FileLog::Options const options{nullptr, folder / "keys"};
    {
        auto session = *session::Session::open(*FileLog::create(path, 1, options), clock, random);
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
    CHECK(support::is_for_its_owner(path.string() + ".urn"));
    auto opened = FileLog::open(path, OpenMode::write, options);
    REQUIRE(opened);
    auto session = *session::Session::open(std::move(*opened), clock, random);
    CHECK(session.ballots_in_box(round) == 7);
    REQUIRE(session.close_round(edit::facilitator, round));
    CHECK(model::table<model::Ballot>(session.document()).size() == 7);
    CHECK(!fs::exists(path.string() + ".urn"));
}
