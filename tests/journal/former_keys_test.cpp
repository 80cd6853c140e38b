#include "journal/file_log.h"
#include "session/session.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <optional>

// A vote continues in a copy of its session because another program took the file away: the key of
// the abandoned box is destroyed when that vote closes in the copy.
namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using support::bytes_of;
using support::write_bytes;

struct KeyRig {
    support::TemporaryFolder folder;
    fs::path path = folder / "atelier.cadran", copy = folder / "secours.cadran",
             keys = folder / "keys";
    FileLog::Options options{nullptr, keys, {256, 8}};
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    model::RoundId round;
    model::CaseId on;

    session::Session open(fs::path const& by)
    {
        auto opened = FileLog::open(by, journal::OpenMode::write, options);
        REQUIRE(opened);
        REQUIRE(opened->log->writable());
        return *session::Session::open(std::move(*opened), clock, random);
    }
    // A session with an open vote and a ballot.
    session::Session voting()
    {
        REQUIRE(FileLog::create(path, 1));
        auto session = open(path);
        on = session.mint<model::CaseId>();
        model::Case text;
        text.title = "Un cas";
        REQUIRE(session.submit(edit::facilitator, edit::AddCases{{{on, text, {}}}}));
        round = session.mint<model::RoundId>();
        model::Round rules;
        rules.cases = {on};
        REQUIRE(session.submit(edit::facilitator, edit::PrepareRound{round, rules}));
        REQUIRE(session.submit(edit::facilitator, edit::OpenRound{round, 5}));
        REQUIRE(cast(session, "anne"));
        return session;
    }
    base::Result<void> cast(session::Session& session, std::string const& token)
    {
        return session.cast(round, token, {{{on, 1}}, 1});
    }
    static fs::path box_of(fs::path path) { return path += ".urn"; }
    // The number of files in the folder of keys, and of keys among them.
    [[nodiscard]] std::size_t files() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(keys), {}));
    }
    [[nodiscard]] std::size_t keys_left() const
    {
        std::size_t count = 0;
        for (auto const& file : fs::directory_iterator(keys))
            count += file.path().extension() == ".key" ? 1 : 0;
        return count;
    }
    // Puts a copy in the place of the file. The old one keeps a name: that of an open file that is
    // removed is not free at once on Windows.
    void replace_file() const
    {
        auto const bytes = bytes_of(path);
        fs::rename(path, folder / "ancien");
        write_bytes(path, bytes);
    }
    // The file is replaced while the session is open; the session saves its copy and ends.
    void rescue(session::Session session)
    {
        replace_file();
        REQUIRE(!session.check_kept());
        REQUIRE(session.save_copy(copy));
    }
};

} // namespace

TEST_CASE("closing a vote in the copy destroys the key of the box that was left, too")
{
    KeyRig rig;
    rig.rescue(rig.voting());
    CHECK(rig.keys_left() == 2);
    {
        auto session = rig.open(rig.copy);
        REQUIRE(rig.cast(session, "bruno"));
        CHECK(rig.keys_left() == 2); // while it may still be opened where it was
        auto const closed = session.close_round(edit::facilitator, rig.round);
        REQUIRE(closed);
        CHECK_FALSE(closed->left);
        CHECK(model::table<model::Ballot>(session.document()).size() == 2);
    }
    CHECK(rig.files() == 0);
    CHECK(fs::exists(KeyRig::box_of(rig.path))); // and says nothing any more
    CHECK(rig.open(rig.path).ballots_in_box(rig.round) == 0);
}

TEST_CASE("the key stays until the last of the rounds that its box has ballots of")
{
    KeyRig rig;
    auto const open = [&](fs::path const& by) {
        auto opened = FileLog::open(by, journal::OpenMode::write, rig.options);
        REQUIRE(opened);
        return std::move(*opened);
    };
    REQUIRE(FileLog::create(rig.path, 1));
    {
        auto opened = open(rig.path);
        for (std::uint64_t round = 1; round <= 2; ++round)
            REQUIRE(opened.box->put({round}, "anne", {{{{7}, 1}}, 1}));
        REQUIRE(opened.log->save_copy(rig.copy, [&] { return opened.box->save_copy(rig.copy); }));
    }
    auto copy = open(rig.copy);
    REQUIRE(copy.box->destroy({1}));
    CHECK(rig.keys_left() == 2);
    REQUIRE(copy.box->destroy({2}));
    CHECK(rig.files() == 0);
}

TEST_CASE("a vote that is over when the copy is reopened destroys the key")
{
    KeyRig rig;
    rig.rescue(rig.voting());
    std::string noted, name;
    for (auto const& file : fs::directory_iterator(rig.keys))
        if (file.path().extension() == ".former") {
            name = file.path().filename().string();
            noted = bytes_of(file.path());
        }
    REQUIRE(!noted.empty());
    std::string key, key_name;
    {
        auto session = rig.open(rig.copy);
        for (auto const& file : fs::directory_iterator(rig.keys))
            if (noted.find(file.path().stem().string()) != std::string::npos) {
                key_name = file.path().filename().string();
                key = bytes_of(file.path());
            }
        REQUIRE(session.close_round(edit::facilitator, rig.round));
    }
    // As if the machine had stopped right after the closing entry.
    write_bytes(rig.keys / name, noted);
    write_bytes(rig.keys / key_name, key);
    (void)rig.open(rig.copy);
    CHECK(rig.files() == 0);
}

TEST_CASE("a box that is opened again and takes more ballots keeps its key until its own close")
{
    KeyRig rig;
    rig.rescue(rig.voting());
    {
        auto session = rig.open(rig.path); // the file that lies there now, with the box beside it
        CHECK(session.ballots_in_box(rig.round) == 1);
        REQUIRE(rig.cast(session, "dora"));
    }
    {
        auto session = rig.open(rig.copy);
        REQUIRE(session.close_round(edit::facilitator, rig.round));
        CHECK(rig.keys_left() == 1);
    }
    auto session = rig.open(rig.path);
    CHECK(session.ballots_in_box(rig.round) == 2); // dora's was taken over by nobody
    REQUIRE(session.close_round(edit::facilitator, rig.round));
    CHECK(rig.files() == 0);
}

TEST_CASE("a box that another program has open while the vote closes in the copy keeps its key")
{
    KeyRig rig;
    auto first = rig.voting();
    rig.replace_file();
    auto second = std::optional(rig.open(rig.path)); // before the first saves its copy
    REQUIRE(!first.check_kept());
    REQUIRE(first.save_copy(rig.copy));
    auto session = rig.open(rig.copy);
    REQUIRE(session.close_round(edit::facilitator, rig.round));
    REQUIRE(rig.cast(*second, "bruno")); // under the key that it has
    second.reset();
    CHECK(rig.open(rig.path).ballots_in_box(rig.round) == 2);
}

TEST_CASE("a box with others' ballots in it is not taken over by a copy that has not got them")
{
    KeyRig rig;
    auto first = rig.voting();
    rig.replace_file();
    {
        auto second = rig.open(rig.path);
        REQUIRE(rig.cast(second, "bruno"));
    }
    REQUIRE(!first.check_kept());
    REQUIRE(first.save_copy(rig.copy)); // anne's ballot alone
    auto session = rig.open(rig.copy);
    REQUIRE(session.close_round(edit::facilitator, rig.round));
    CHECK(rig.keys_left() == 1);
    CHECK(rig.open(rig.path).ballots_in_box(rig.round) == 2);
}
