#include "journal/box_rig.h"
#include "journal/chain.h"
#include "journal/killing.h"
#include "support/links.h"

#include <algorithm>
#include <optional>

using namespace boxes;

TEST_CASE("one valid ballot per token, whatever their order")
{
    Rig rig;
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "b", ballot_of(1)));
        REQUIRE(log.box->put({1}, "a", ballot_of(2)));
        REQUIRE(log.box->put({1}, "b", ballot_of(3)));
        CHECK(log.box->count({1}) == 2);
        CHECK(log.box->ballots({1}) == std::vector{ballot_of(2), ballot_of(3)});
        REQUIRE(log.box->destroy({1}));
        CHECK(!fs::exists(rig.box));
        REQUIRE(log.box->put({1}, "a", ballot_of(2)));
        REQUIRE(log.box->put({1}, "b", ballot_of(3)));
    }
    CHECK(rig.open().box->ballots({1}) == std::vector{ballot_of(2), ballot_of(3)});
}

TEST_CASE(
    "destroying one round leaves the other, and no copy of the ballot box can be read any more")
{
    Rig rig;
    auto log = std::optional(rig.open());
    REQUIRE(log->box->put({1}, "a", ballot_of(1)));
    REQUIRE(log->box->put({2}, "a", ballot_of(2)));
    auto const both = bytes_of(rig.box);
    REQUIRE(rig.keys_left() == 1);
    REQUIRE(log->box->destroy({1}));
    CHECK(log->box->rounds() == std::vector<model::RoundId>{{2}});
    auto const one = bytes_of(rig.box);
    CHECK(rig.keys_left() == 1);
    REQUIRE(log->box->destroy({2}));
    CHECK(!fs::exists(rig.box));
    CHECK(rig.keys_left() == 0);
    log.reset();
    for (auto const& copy : {both, one}) { // put back, as from a backup
        write_bytes(rig.box, copy);
        CHECK(rig.open().box->rounds().empty());
    }
}

TEST_CASE("withdrawing the last ballot removes the ballot box and its key")
{
    Rig rig;
    auto const log = rig.open();
    REQUIRE(log.box->put({2}, "a", ballot_of(2)));
    REQUIRE(log.box->withdraw({2}, "a"));
    CHECK(!fs::exists(rig.box));
    CHECK(rig.keys_left() == 0);
}

TEST_CASE("without a place for its key, ballots are refused with the reason")
{
    Rig rig;
    write_bytes(rig.keys, "a file where the folder should be");
    auto const log = rig.open();
    CHECK(log.box->put({1}, "a", ballot_of(1)).error() ==
          base::Error{base::Errc::io, "box.key", rig.keys.string(), 0});
    CHECK(log.box->count({1}) == 0);
    CHECK(!fs::exists(rig.box));
    rig.keys.clear();
    CHECK(!rig.open(rig.path, OpenMode::read).box->put({1}, "a", ballot_of(1)));
}

namespace {

using Round = journal::BallotBox::Round;
auto always(Round state)
{
    return [state](model::RoundId) { return state; };
}

// A ballot box of version 1, not encrypted.
std::string in_the_clear(FileLog::Opened const& opened, std::vector<journal::BoxRow> const& rows)
{
    auto const& log = *opened.log;
    auto const json = *journal::encode(rows);
    return journal::to_line(journal::link(log.header().session, json), json);
}

} // namespace

TEST_CASE("a ballot box of the version without keys opens, and is encrypted with the next ballot")
{
    Rig rig;
    auto const clear = in_the_clear(rig.open(), {{{1}, "a", ballot_of(1)}});
    write_bytes(rig.box, clear);
    fs::create_hard_link(rig.box, rig.folder / "held"); // somebody's copy
    auto const log = rig.open();
    CHECK(rig.notices.empty());
    CHECK(log.box->ballots({1}) == std::vector{ballot_of(1)});
    CHECK(bytes_of(rig.box) == clear); // reading changes nothing
    REQUIRE(log.box->put({1}, "b", ballot_of(2)));
    CHECK(bytes_of(rig.box).starts_with("cadran-urn 3 "));
    CHECK(bytes_of(rig.folder / "held") == clear); // a file with another name is not ours
    CHECK(rig.open(rig.path, OpenMode::read).box->count({1}) == 2);
}

TEST_CASE(
    "a box of the version before opens with its key, and is written anew with the next ballot")
{
    Rig rig;
    auto const session = rig.open().log->header().session;
    auto const key = *journal::new_key();
    auto const key_file = rig.keys / (key.id + ".key");
    fs::create_directories(rig.keys);
    write_bytes(key_file, key.bytes);
    // All ballots as one text, sealed and bound to the line before it.
    auto const line = "cadran-urn 2 " + journal::whose_box(session) + " " + key.id + " 1,2\n";
    auto json = *journal::encode(std::vector<journal::BoxRow>{
        {{1}, "anne", ballot_of(1)}, {{1}, "bruno", ballot_of(2)}, {{2}, "anne", {{}, 1}}});
    json.resize(2048 - line.size() - journal::seal_extra, ' ');
    auto const before = line + *journal::seal(key, line + session, json);
    write_bytes(rig.box, before);
    {
        auto const log = rig.open();
        CHECK(rig.notices.empty());
        CHECK(log.box->rounds() == std::vector<model::RoundId>{{1}, {2}});
        CHECK(log.box->ballots({1}) == std::vector{ballot_of(1), ballot_of(2)});
        CHECK(bytes_of(rig.box) == before); // reading changes nothing
        REQUIRE(log.box->put({1}, "anne", ballot_of(3)));
        CHECK(bytes_of(rig.box).starts_with("cadran-urn 3 "));
    }
    CHECK(!fs::exists(key_file));
    CHECK(rig.keys_left() == 1);
    auto const again = rig.open();
    CHECK(again.box->ballots({1}) == std::vector{ballot_of(3), ballot_of(2)});
    CHECK(again.box->ballots({2}) == std::vector{model::Ballot{{}, 1}});
}

TEST_CASE(
    "the content of an unencrypted ballot box is overwritten when it is encrypted or destroyed")
{
#if defined(_WIN32)
    CADRAN_SKIP("nobody can replace a file there that another program holds as this test does");
#endif
    for (bool const sealed : {true, false}) {
        Rig rig;
        write_bytes(rig.box, in_the_clear(rig.open(), {{{1}, "a", ballot_of(1)}}));
        auto const log = rig.open();
        std::ifstream held(rig.box, std::ios::binary); // as an undelete tool would
        if (sealed)
            REQUIRE(log.box->put({1}, "b", ballot_of(2)));
        else
            REQUIRE(log.box->destroy({1}));
        std::ostringstream old;
        old << held.rdbuf();
        CHECK(!old.str().empty());
        CHECK(old.str().find_first_not_of('\0') == std::string::npos);
    }
}

TEST_CASE("a ballot box without its key is kept and reported; new ballots go into another box")
{
    Rig rig;
    REQUIRE(rig.open().box->put({1}, "a", ballot_of(1)));
    auto const bytes = bytes_of(rig.box);
    auto const here = rig.keys;
    rig.keys = rig.state / "elsewhere"; // the same folder on another machine
    {
        auto const log = rig.open();
        auto const notices = log.box->settle(always(Round::open));
        REQUIRE(notices.size() == 1);
        CHECK(notices.front().where == "box.key_lost");
        CHECK(rig.notices.empty());
        CHECK(log.box->count({1}) == 0);
        CHECK(bytes_of(rig.box) == bytes); // with the key it is found again
    }
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "b", ballot_of(2)));
        CHECK(bytes_of(rig.folder / "v.cadran.urn.aside") == bytes);
        CHECK(log.box->ballots({1}) == std::vector{ballot_of(2)});
    }
    rig.keys = here;
    fs::rename(rig.folder / "v.cadran.urn.aside", rig.box);
    CHECK(rig.open().box->ballots({1}) == std::vector{ballot_of(1)});
}

TEST_CASE("a ballot box restored after its round is over is removed silently")
{
    Rig rig;
    std::string bytes;
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "a", ballot_of(1)));
        bytes = bytes_of(rig.box);
        REQUIRE(log.box->destroy({1}));
    }
    write_bytes(rig.box, bytes);
    auto const log = rig.open();
    CHECK(log.box->settle(always(Round::over)).empty());
    CHECK(!fs::exists(rig.box));
}

TEST_CASE("ballots of a round that the file does not know are put aside, never counted nor lost")
{
    Rig rig;
    REQUIRE(rig.open().box->put({1}, "a", ballot_of(1)));
    auto const bytes = bytes_of(rig.box);
    auto const log = rig.open();
    auto const notices = log.box->settle(always(Round::unknown));
    REQUIRE(notices.size() == 1);
    CHECK(notices.front().where == "box.unknown");
    CHECK(log.box->count({1}) == 0);
    CHECK(bytes_of(rig.folder / notices.front().detail) == bytes);
    CHECK(rig.keys_left() == 1);
}

TEST_CASE("the ballot box of another session is rejected, even with its key present")
{
    Rig rig, other;
    rig.keys = other.keys;
    REQUIRE(other.open().box->put({1}, "a", ballot_of(1)));
    auto bytes = bytes_of(other.box);
    write_bytes(rig.box, bytes);
    CHECK(rig.open().box->rounds().empty());
    REQUIRE(rig.notices.size() == 1);
    CHECK(rig.notices.front().where == "box.damaged");
    // Nor when it says that it is ours: it is bound to its own line and session.
    REQUIRE(rig.open().box->put({1}, "a", ballot_of(2)));
    auto const ours = bytes_of(rig.box);
    std::copy_n(ours.begin(), 46, bytes.begin()); // as far as the key
    write_bytes(rig.box, bytes);
    CHECK(rig.open().box->rounds().empty());
    CHECK(rig.notices.size() == 1);
}

TEST_CASE("an unreadable file in place of the ballot box is never overwritten")
{
    Rig rig;
    fs::create_directory(rig.box);
    write_bytes(rig.box / "inside", "precious");
    auto const log = rig.open();
    CHECK(rig.notices.size() == 1);
    REQUIRE(log.box->put({1}, "a", ballot_of(1)));
    CHECK(bytes_of(rig.folder / "v.cadran.urn.damaged" / "inside") == "precious");
}

TEST_CASE("a session has one box, by whatever name it is opened")
{
    Rig rig;
    if (!support::make_link(rig.path, rig.folder / "lien.cadran")) CADRAN_SKIP(support::no_links);
    REQUIRE(rig.open(rig.folder / "lien.cadran").box->put({1}, "a", ballot_of(1)));
    CHECK(fs::exists(rig.box));
    CHECK(rig.open().box->count({1}) == 1);
}

TEST_CASE("a second opener only reads the ballot box; files of a killed writer are removed")
{
    Rig rig;
    write_bytes(rig.box.string() + ".new-1", "tokens and ballots");
    auto const first = rig.open();
    CHECK(!fs::exists(rig.box.string() + ".new-1"));
    REQUIRE(first.box->put({1}, "a", ballot_of(1)));
    auto const second = rig.open();
    CHECK(second.box->count({1}) == 1);
    CHECK(second.box->put({1}, "b", ballot_of(1)).error().where == "file.read_only");
    CHECK(second.box->destroy({1}).error().where == "file.read_only");
    CHECK(second.box->count({1}) == 1);
}

TEST_CASE("a token that is not text is refused, and the ballots already there stay readable")
{
    Rig rig;
    {
        auto const log = rig.open();
        REQUIRE(log.box->put({1}, "a", ballot_of(1)));
        CHECK(log.box->put({1}, "\xFF", ballot_of(2)).error().where == "file.text");
        CHECK(log.box->put({1}, std::string("a\0b", 3), ballot_of(2)).error().where == "file.text");
        CHECK(!log.box->put({1}, "c", {{}, 0})); // stands for no ballot at all
        CHECK(log.box->count({1}) == 1);
    }
    CHECK(rig.open().box->ballots({1}) == std::vector{ballot_of(1)});
}

TEST_CASE(
    "killed at any moment, every acknowledged ballot is in the ballot box and at most one more")
{
    if (killing::impossible) CADRAN_SKIP(killing::impossible);
    Rig rig;
    killing::Kills kills(20261125);
    for (int i = 0; i < killing::asked(200); ++i) {
        CAPTURE(i);
        if (i % 50 == 0) fs::remove(rig.box); // a fresh one now and then
        std::uint64_t const before = rig.open().box->count({1});
        auto const acknowledged = kills.run([&](auto acknowledge) {
            QuickDisk disk;
            auto const opened = FileLog::open(rig.path, OpenMode::write, rig.options(&disk));
            for (auto n = before; opened && opened->log->writable(); acknowledge(n))
                if (!opened->box->put({1}, std::to_string(++n), ballot_of(1))) return;
        });
        auto const log = rig.open();
        for (auto const& notice : rig.notices) REQUIRE(notice.where == "box.torn");
        REQUIRE(log.box->count({1}) >= acknowledged);
        REQUIRE(log.box->count({1}) <= acknowledged + 1);
        for (std::uint64_t n = 1; n <= acknowledged; ++n)
            REQUIRE(log.box->holds({1}, std::to_string(n)));
        for (auto const& file : fs::directory_iterator(rig.folder.path()))
            REQUIRE(file.path().filename().string().find(".new-") == std::string::npos);
    }
}
