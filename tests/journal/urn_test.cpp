#include "journal/file_log.h"
#include "journal/killing.h"
#include "journal/quick_disk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fcntl.h>

namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;
using support::bytes_of;
using support::write_bytes;

model::Ballot ballot_of(int value) { return {{{{7}, value}}, 1}; }

struct Rig {
    support::TemporaryFolder folder;
    fs::path path = folder / "v.cadran";
    fs::path urn = folder / "v.cadran.urn";
    std::vector<base::Error> notices;

    Rig() { REQUIRE(FileLog::create(path, 1)); }
    std::unique_ptr<FileLog> open(fs::path const& by, OpenMode mode = OpenMode::write)
    {
        auto opened = FileLog::open(by, mode);
        REQUIRE(opened);
        notices = opened->notices;
        return std::move(opened->log);
    }
    std::unique_ptr<FileLog> open() { return open(path); }
};

} // namespace

TEST_CASE("one live ballot a token, whatever the order they came in")
{
    Rig rig;
    std::string first;
    {
        auto const log = rig.open();
        REQUIRE(log->urn().put({1}, "b", ballot_of(1)));
        REQUIRE(log->urn().put({1}, "a", ballot_of(2)));
        REQUIRE(log->urn().put({1}, "b", ballot_of(3)));
        CHECK(log->urn().count({1}) == 2);
        CHECK(log->urn().ballots({1}) == std::vector{ballot_of(2), ballot_of(3)});
        first = bytes_of(rig.urn);
        REQUIRE(log->urn().destroy({1}));
        CHECK(!fs::exists(rig.urn));
        REQUIRE(log->urn().put({1}, "a", ballot_of(2)));
        REQUIRE(log->urn().put({1}, "b", ballot_of(3)));
    }
    CHECK(bytes_of(rig.urn) == first); // it says nothing of who came first, nor when
    CHECK(rig.open()->urn().ballots({1}) == std::vector{ballot_of(2), ballot_of(3)});
}

TEST_CASE("destroying one round leaves the other, and writes over what the file held")
{
    Rig rig;
    auto const log = rig.open();
    REQUIRE(log->urn().put({1}, "a", ballot_of(1)));
    REQUIRE(log->urn().put({2}, "a", ballot_of(2)));
    auto const held = ::open(rig.urn.c_str(), O_RDONLY | O_CLOEXEC); // as an undeleter would
    REQUIRE(log->urn().destroy({1}));
    CHECK(log->urn().rounds() == std::vector<model::RoundId>{{2}});
    CHECK(bytes_of(rig.urn).find("\"round\": 1") == std::string::npos);
    auto const old = *journal::read_whole(held, rig.urn);
    ::close(held);
    CHECK(!old.empty());
    CHECK(old.find_first_not_of('\0') == std::string::npos);
    REQUIRE(log->urn().withdraw({2}, "a"));
    CHECK(!fs::exists(rig.urn));
}

TEST_CASE("whatever byte of an urn is changed, it is kept aside and no ballot of it is counted")
{
    Rig rig;
    for (int voter = 0; voter < 3; ++voter)
        REQUIRE(rig.open()->urn().put({1}, std::to_string(voter), ballot_of(voter)));
    auto const bytes = bytes_of(rig.urn);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        write_bytes(rig.urn, changed);
        auto const log = rig.open();
        REQUIRE(log->urn().rounds().empty());
        REQUIRE(rig.notices.size() == 1);
        REQUIRE(rig.notices.front().where == "urn.damaged");
        auto const aside = rig.folder / rig.notices.front().detail;
        REQUIRE(bytes_of(aside) == changed);
        fs::remove(aside);
    }
}

TEST_CASE("the urn of another session is not believed")
{
    Rig rig, other;
    REQUIRE(other.open()->urn().put({1}, "a", ballot_of(1)));
    fs::copy_file(other.urn, rig.urn);
    CHECK(rig.open()->urn().rounds().empty());
    CHECK(rig.notices.size() == 1);
}

TEST_CASE("what stands where the urn should be and cannot be read is never written over")
{
    Rig rig;
    fs::create_directory(rig.urn);
    write_bytes(rig.urn / "inside", "precious");
    auto const log = rig.open();
    CHECK(rig.notices.size() == 1);
    REQUIRE(log->urn().put({1}, "a", ballot_of(1)));
    CHECK(bytes_of(rig.folder / "v.cadran.urn.damaged" / "inside") == "precious");
}

TEST_CASE("a session has one urn, by whatever name it is opened")
{
    Rig rig;
    fs::create_symlink(rig.path, rig.folder / "lien.cadran");
    REQUIRE(rig.open(rig.folder / "lien.cadran")->urn().put({1}, "a", ballot_of(1)));
    CHECK(fs::exists(rig.urn));
    CHECK(rig.open()->urn().count({1}) == 1);
}

TEST_CASE("a second opener sees the urn and puts nothing in it; what a killed writer left goes")
{
    Rig rig;
    write_bytes(rig.urn.string() + ".new-1", "tokens and ballots");
    auto const first = rig.open();
    CHECK(!fs::exists(rig.urn.string() + ".new-1"));
    REQUIRE(first->urn().put({1}, "a", ballot_of(1)));
    auto const second = rig.open();
    CHECK(second->urn().count({1}) == 1);
    CHECK(second->urn().put({1}, "b", ballot_of(1)).error().where == "file.read_only");
    CHECK(second->urn().destroy({1}).error().where == "file.read_only");
    CHECK(second->urn().count({1}) == 1);
}

TEST_CASE("a token that is not text is refused, and the ballots already there stay readable")
{
    Rig rig;
    {
        auto const log = rig.open();
        REQUIRE(log->urn().put({1}, "a", ballot_of(1)));
        CHECK(log->urn().put({1}, "\xFF", ballot_of(2)).error().where == "file.text");
        CHECK(log->urn().put({1}, std::string("a\0b", 3), ballot_of(2)).error().where ==
              "file.text");
        CHECK(!log->urn().put({1}, "c", {{}, 0})); // stands for no ballot at all
        CHECK(log->urn().count({1}) == 1);
    }
    CHECK(rig.open()->urn().ballots({1}) == std::vector{ballot_of(1)});
}

TEST_CASE("killed at any moment, every acknowledged ballot is in the urn and at most one more")
{
    Rig rig;
    killing::Kills kills(20261125);
    for (int i = 0; i < killing::asked(200); ++i) {
        CAPTURE(i);
        if (i % 50 == 0) fs::remove(rig.urn); // a fresh one now and then: it would only grow
        std::uint64_t const before = rig.open()->urn().count({1});
        auto const acknowledged = kills.run([&](auto acknowledge) {
            QuickDisk disk;
            auto const opened = FileLog::open(rig.path, OpenMode::write, {{}, &disk});
            for (auto n = before; opened && opened->log->writable(); acknowledge(n))
                if (!opened->log->urn().put({1}, std::to_string(++n), ballot_of(1))) return;
        });
        auto const log = rig.open();
        REQUIRE(rig.notices.empty());
        REQUIRE(log->urn().count({1}) >= acknowledged);
        REQUIRE(log->urn().count({1}) <= acknowledged + 1);
        for (std::uint64_t n = 1; n <= acknowledged; ++n)
            REQUIRE(log->urn().holds({1}, std::to_string(n)));
        for (auto const& file : fs::directory_iterator(rig.folder.path()))
            REQUIRE(file.path().filename().string().find(".new-") == std::string::npos);
    }
}
