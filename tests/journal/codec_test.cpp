#include "journal/codec.h"
#include "journal/file_log.h"
#include "journal/memory_log.h"
#include "journal/random_records.h"
#include "journal/replaced.h"
#include "support/folders.h"
#include "support/random_workshop.h"

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

} // namespace

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
    std::set<std::string> kinds;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        support::TickingClock clock;
        support::SeededRandomSource random{seed};
        auto session =
            *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
        support::RandomWorkshop(session, seed).steps(150);
        for (std::uint64_t n = 1; n <= session.log().size(); ++n) {
            auto const entry = *session.log().entry(n);
            for (auto const& change : entry.changes)
                kinds.insert(change.visit(
                    []<class R>(model::Edit<R> const&) { return std::string{R::name}; }));
            auto const json = journal::encode(entry);
            REQUIRE(json);
            REQUIRE(*journal::decode_entry(*json) == entry);
        }
    }
    CHECK(kinds.size() >= 14);
}

TEST_CASE("records of every type, with any value that they may hold, are read back as they were")
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        auto const entry = RandomRecords(seed).entry(seed);
        REQUIRE(entry.changes.size() == model::Change::count);
        auto const json = journal::encode(entry);
        REQUIRE(json);
        REQUIRE(json->find('\n') == std::string::npos);
        auto const back = journal::decode_entry(*json);
        REQUIRE(back);
        REQUIRE(*back == entry);
    }
}

TEST_CASE("a record without any field is the default record")
{
    auto const entry =
        journal::decode_entry(R"({"n":1,"changes":[{"record":"round","key":4,"after":{}}]})");
    REQUIRE(entry);
    CHECK(*entry->changes[0].as<model::Edit<model::Round>>()->after == model::Round{});
}

TEST_CASE("a field that an older version did not write takes its default")
{
    auto json = replaced(*journal::encode(an_entry()), "\"short_title\": \"\",", "");
    json = replaced(json, "\"personal_data\": \"yes\",", "");
    auto const entry = journal::decode_entry(json);
    REQUIRE(entry);
    auto const& text = *entry->changes[0].as<model::Edit<model::Case>>()->after;
    CHECK(text.title == "Éclairage « intelligent »\n\"et\" \\ 🚲\t");
    CHECK(text.personal_data == model::Answer::unknown);
}

TEST_CASE("unknown or malformed input is refused as a whole")
{
    auto const json = *journal::encode(an_entry());
    for (auto const& [what, by] :
         {std::pair{"\"record\": \"case\"", "\"record\": \"hologram\""},
          std::pair{"\"yes\"", "\"maybe\""}, std::pair{"\"kind\": \"edit\"", "\"kind\": \"dream\""},
          std::pair{"\"number\": 0", "\"number\": \"nought\""}, std::pair{"-10.0625", "NaN"},
          std::pair{"\"n\": 1", "\"n\": -1"}}) {
        auto const& of_what = what;
        CAPTURE(of_what);
        auto const refused = journal::decode_entry(replaced(json, what, by));
        REQUIRE(!refused);
        CHECK(refused.error().where == "file.form");
    }
}

TEST_CASE("unknown members of an entry are refused")
{
    auto refused = [](std::string const& json) {
        auto const entry = journal::decode_entry(json);
        return !entry && entry.error().where == "file.form" &&
               entry.error().code == base::Errc::corrupt;
    };
    auto stage = [](std::string const& sides) {
        return R"({"n":1,"changes":[{"record":"stage",)" + sides + "}]}";
    };
    REQUIRE(!refused(stage(R"("after":{"step":"vote"})")));
    CHECK(refused(stage(R"("after":{"step":"vote","mood":3})")));       // an unknown field
    CHECK(refused(stage(R"("after":{"step":"vote","step":"group"})"))); // which one?
    CHECK(refused(stage(R"("after":{"step":"vote"},"before":{"step":"group"})")));
    CHECK(refused(stage(R"("after":[1,2])"))); // not a record whose fields are all missing
    CHECK(refused(stage(R"("after":[])")));
    CHECK(refused(stage(R"("after":null)")));
    CHECK(refused(stage(R"("key":1,"after":{"step":"vote"})")));
    CHECK(refused(stage(R"("before":{"step":5})")));
    CHECK(refused(R"({"n":1,"changes":[{"record":"stage"}]})")); // neither before nor after
    CHECK(refused(R"({"n":1,"changes":{"record":"stage"}})"));
    CHECK(refused(R"({"n":1,"changes":[]},"_":{"n":2,"changes":[]})"));
    CHECK(refused(R"({"n":1,"changes":[]}})"));
    CHECK(refused(R"({"n":1,"label":"cut\u0000here","changes":[]})"));
    CHECK(refused(R"({"changes":[]})"));
    CHECK(refused(R"({"n":1})"));
}

TEST_CASE("values off their scale and two edits of one record are refused, read or written")
{
    auto const refused = [](model::Change change, int times = 1) {
        journal::Entry entry;
        entry.n = 1;
        for (; times > 0; --times) entry.changes.push_back(change);
        auto const written = journal::encode(entry);
        return !written && written.error().code == base::Errc::invalid;
    };
    using model::Edit;
    model::Edit<model::CardPlace> card{{1}, {}, model::CardPlace{}};
    CHECK(!refused(card));
    CHECK(refused(card, 2));
    card.after->at.x = std::numeric_limits<float>::quiet_NaN();
    CHECK(refused(card));
    card.after->at.x = -std::numeric_limits<float>::infinity();
    CHECK(refused(card));
    CHECK(refused(Edit<model::Ballot>{{{1}, 1}, {}, model::Ballot{{}, 0}}));
    CHECK(refused(Edit<model::Placement>{{{1}, {2}}, {}, model::Placement{1001, 0, {}, {}, {}}}));
    CHECK(refused(Edit<model::Estimate>{{{1}, 1, {2}, {3}}, {}, model::Estimate{-2, 0}}));
    CHECK(refused(Edit<model::Estimate>{{{1}, 1, {2}, {3}}, {}, model::Estimate{0, 0, 1001, 0}}));
    CHECK(
        refused(Edit<model::Ballot>{{{1}, 1}, {}, model::Ballot{{}, 1, {{{2}, {3}, {1001, 0}}}}}));
    CHECK(refused(Edit<model::Stage>{{}, {}, model::Stage{static_cast<model::Step>(77)}}));
    CHECK(refused(Edit<model::Prompt>{static_cast<model::Step>(-1), {}, model::Prompt{}}));
    for (
        auto const* json :
        {R"({"n":1,"changes":[{"record":"ballot","key":{"round":1,"number":1},"after":{"copies":0}}]})",
         R"({"n":1,"changes":[{"record":"card","key":1,"after":{"x":1e300}}]})",
         R"({"n":1,"changes":[{"record":"card","key":1,"after":{}},{"record":"card","key":1,"after":{}}]})"})
        CHECK(journal::decode_entry(json).error().where == "file.form");
}

TEST_CASE("a header has the version and the session, and no path")
{
    journal::Header header{1, std::string(32, 'a'), 5};
    REQUIRE(journal::decode_header(journal::encode(header)));
    for (std::string const session : {"", "../../../etc/x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
        header.session = session;
        CHECK(journal::decode_header(journal::encode(header)).error().where ==
              "file.not_a_session");
    }
    header = {0, std::string(32, 'a'), 5};
    CHECK(!journal::decode_header(journal::encode(header)));
    // One that adds to the header is still known as newer, not taken for damage.
    auto const newer = journal::decode_header(
        R"({"format":"cadran","version":3,"session":{"id":7},"compression":"zstd"})");
    CHECK(newer.error().code == base::Errc::too_new);
}

TEST_CASE("hostile JSON is refused: deep nesting, bad UTF-8, a number without end")
{
    CHECK(!journal::decode_entry(std::string(300'000, '[')));
    std::string const deep = std::string(200'000, '[') + std::string(200'000, ']');
    CHECK(!journal::decode_entry("{\"n\": 1, \"changes\": " + deep + "}"));
    CHECK(!journal::decode_entry("{\"n\": 1, \"label\": " + deep + "}"));
    CHECK(!journal::decode_entry("{\"n\": 1, \"at_ms\": Infinity, \"changes\": []}"));
    CHECK(!journal::decode_entry("{\"n\": 1, \"label\": \"\xC0\xAF\"}"));
    CHECK(!journal::decode_entry("{\"n\": " + std::string(100'000, '9') + "}"));
    CHECK(!journal::decode_entry(""));
}

TEST_CASE("a text that is not UTF-8 never reaches the file")
{
    auto entry = an_entry();
    auto edit = *entry.changes[0].as<model::Edit<model::Case>>();
    edit.after->title = "caf\xE9";
    entry.changes[0] = edit;
    CHECK(journal::encode(entry).error().where == "file.text");
    edit.after->title = std::string("a\0b", 3);
    entry.changes[0] = edit;
    CHECK(journal::encode(entry).error().where == "file.text");
}

TEST_CASE("a session of format 1 still opens")
{
    auto const fixture = support::sources_dir() / "tests/fixtures/format-1.cadran";
    CHECK(journal::FileLog::verify(fixture)->first_bad_line == 0);
    auto opened = journal::FileLog::open(fixture, journal::OpenMode::read);
    REQUIRE(opened);
    support::TickingClock clock;
    support::SeededRandomSource random{1};
    auto const session = *session::Session::open(std::move(*opened), clock, random);
    auto const& doc = session.document();
    CHECK(model::get<model::Profile>(doc).title == "Format 1");
    CHECK(model::table<model::Case>(doc).size() == 3);
    CHECK(model::table<model::Ballot>(doc).size() == 2);
    CHECK(model::table<model::Placement>(doc).size() == 1);
    CHECK(model::table<model::Decision>(doc).size() == 1);
    CHECK(model::table<model::Merge>(doc).size() == 1);
    // Data added in later versions has the meaning of that time.
    auto const& axis = model::table<model::Axis>(doc).begin()->second;
    CHECK(axis.opportunity_line == 500);
    CHECK(axis.risk_line == 500);
    CHECK(axis.launch.empty());
    CHECK(axis.risk_entry == model::RiskEntry::whole);
    CHECK(model::table<model::Placement>(doc).begin()->second.severity == -1);
    CHECK(model::table<model::Ballot>(doc).begin()->second.estimates.empty());
    CHECK(model::table<model::Round>(doc).begin()->second.axes.empty());
    CHECK(model::get<model::Budget>(doc) == model::Budget{}); // none was said
    CHECK(model::get<model::Convention>(doc) == model::Convention{});
}

TEST_CASE("a round without the rule on rooms is written as before there was one, byte for byte")
{
    model::Document const doc;
    auto const written = [&](model::Rooms rooms) {
        model::Round round;
        round.rooms = rooms;
        journal::Entry entry{1, 1, 5, journal::Kind::edit, 0, "prepare_round", {}};
        entry.changes.push_back(model::edit<model::Round>(doc, {3}, round));
        auto const json = journal::encode(entry);
        REQUIRE(json);
        CHECK(*journal::decode_entry(*json) == entry);
        return *json;
    };
    CHECK(written(model::Rooms::together).find("rooms") == std::string::npos);
    CHECK(written(model::Rooms::compared).find("\"rooms\": \"compared\"") != std::string::npos);
}

TEST_CASE("the rooms of a closed vote are read back as they were written")
{
    model::Document const doc;
    journal::Entry entry{1, 1, 5, journal::Kind::edit, 0, "close_round", {}};
    entry.changes.push_back(model::edit<model::ByRoom>(
        doc, {3}, model::ByRoom{{{{{11}}, {1, 4}}, {{{12}, {13}}, {2, 3}}}}));
    auto const json = journal::encode(entry);
    REQUIRE(json);
    CHECK(*journal::decode_entry(*json) == entry);
}
