#include "journal/chain.h"
#include "journal/codec.h"
#include "journal/file_log.h"
#include "journal/memory_log.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <set>

namespace {

journal::Entry an_entry()
{
    model::Document const doc;
    model::Case text;
    text.title = "Éclairage « intelligent »\n\"et\" \\ 🚲\t";
    text.personal_data = model::Answer::yes;
    journal::Entry entry{1, 1, 1'790'000'000'000, journal::Kind::edit, 0, "add_cases", {}};
    entry.changes.push_back(model::edit<model::Case>(doc, {3}, text));
    entry.changes.push_back(
        model::edit<model::CardPlace>(doc, {3}, model::CardPlace{{-10.0625F, 1e6F}}));
    return entry;
}

std::string replaced(std::string text, std::string const& what, std::string const& by)
{
    auto const at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

} // namespace

TEST_CASE("SHA-256 is the one that everybody computes")
{
    CHECK(journal::sha256("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("an entry is read back as it was written, on one line")
{
    auto const entry = an_entry();
    auto const json = journal::encode(entry);
    REQUIRE(json);
    CHECK(json->find('\n') == std::string::npos);
    CHECK(*journal::decode_entry(*json) == entry);
}

TEST_CASE("every kind of record that workshops produce is read back as it was written")
{
    std::set<std::size_t> kinds;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        support::TickingClock clock;
        support::SeededChance chance{seed};
        auto session =
            *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, chance);
        support::RandomWorkshop(session, seed).steps(150);
        for (std::uint64_t n = 1; n <= session.log().size(); ++n) {
            auto const entry = *session.log().entry(n);
            for (auto const& change : entry.changes) kinds.insert(change.index());
            auto const json = journal::encode(entry);
            REQUIRE(json);
            REQUIRE(*journal::decode_entry(*json) == entry);
        }
    }
    CHECK(kinds.size() >= 14);
}

TEST_CASE("a field that an older version did not write takes its default")
{
    auto json = replaced(*journal::encode(an_entry()), "\"short_title\": \"\",", "");
    json = replaced(json, "\"personal_data\": \"yes\",", "");
    auto const entry = journal::decode_entry(json);
    REQUIRE(entry);
    auto const& text = *std::get<model::Edit<model::Case>>(entry->changes[0]).after;
    CHECK(text.title == "Éclairage « intelligent »\n\"et\" \\ 🚲\t");
    CHECK(text.personal_data == model::Answer::unknown);
}

TEST_CASE("what is unknown or of the wrong shape is refused, never half read")
{
    auto const json = *journal::encode(an_entry());
    for (auto const& [what, by] :
         {std::pair{"\"record\": \"case\"", "\"record\": \"hologram\""},
          std::pair{"\"yes\"", "\"maybe\""}, std::pair{"\"kind\": \"edit\"", "\"kind\": \"dream\""},
          std::pair{"\"number\": 0", "\"number\": \"nought\""}, std::pair{"-10.0625", "NaN"},
          std::pair{"\"n\": 1", "\"n\": -1"}}) {
        CAPTURE(what);
        auto const refused = journal::decode_entry(replaced(json, what, by));
        REQUIRE(!refused);
        CHECK(refused.error().where == "file.record");
    }
}

TEST_CASE("hostile JSON is refused: deep nesting, bad UTF-8, a number without end")
{
    CHECK(!journal::decode_entry(std::string(300'000, '[')));
    CHECK(!journal::decode_entry("{\"n\": 1, \"label\": \"\xC0\xAF\"}"));
    CHECK(!journal::decode_entry("{\"n\": " + std::string(100'000, '9') + "}"));
    CHECK(!journal::decode_entry(""));
}

TEST_CASE("a text that is not UTF-8 never reaches the file")
{
    auto entry = an_entry();
    std::get<model::Edit<model::Case>>(entry.changes[0]).after->title = "caf\xE9";
    CHECK(journal::encode(entry).error().where == "file.text");
}

TEST_CASE("a session of format 1 opens for ever")
{
    auto const fixture =
        std::filesystem::path(CADRAN_SOURCE_DIR) / "tests/fixtures/format-1.cadran";
    CHECK(journal::FileLog::verify(fixture)->first_bad_line == 0);
    auto opened = journal::FileLog::open(fixture, journal::OpenMode::read);
    REQUIRE(opened);
    support::TickingClock clock;
    support::SeededChance chance{1};
    auto const session = *session::Session::open(std::move(opened->log), clock, chance);
    auto const& doc = session.document();
    CHECK(model::get<model::Profile>(doc).title == "Format 1");
    CHECK(model::table<model::Case>(doc).size() == 3);
    CHECK(model::table<model::Ballot>(doc).size() == 2);
    CHECK(model::table<model::Placement>(doc).size() == 1);
    CHECK(model::table<model::Decision>(doc).size() == 1);
    CHECK(model::table<model::Merge>(doc).size() == 1);
}

TEST_CASE("a snapshot gives the same session as the journal, and a wrong one is not believed")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "s.cadran";
    support::TickingClock clock;
    support::SeededChance chance{3};
    auto open = [&](std::filesystem::path const& cache) {
        auto opened = journal::FileLog::open(path, journal::OpenMode::write, {cache, nullptr});
        REQUIRE(opened);
        return *session::Session::open(std::move(opened->log), clock, chance);
    };
    REQUIRE(journal::FileLog::create(path, 1));
    model::Document last;
    {
        auto session = open(folder / "cache");
        support::RandomWorkshop room(session, 9);
        room.steps(60);
        session.keep_snapshot();
        room.steps(20); // and some that only the journal knows
        last = session.document();
    }
    auto const snapshot = std::filesystem::directory_iterator(folder / "cache")->path();
    {
        auto with = open(folder / "cache");
        CHECK(with.document() == last);
        REQUIRE(with.log().snapshot());
        auto const undone = with.undo({{2}, edit::Role::facilitator});
        CHECK((undone || undone.error().where == "undo")); // its stacks came with it
    }
    auto bytes = support::bytes_of(snapshot);
    bytes[bytes.size() / 2] ^= 1;
    support::write_bytes(snapshot, bytes);
    auto without = open(folder / "cache");
    CHECK(!without.log().snapshot());
}
