#include "base/sha256.h"
#include "journal/chain.h"
#include "journal/erase.h"
#include "journal/random_records.h"
#include "journal/replaced.h"
#include "support/folders.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <array>
#include <set>

// What people said is chained by commitments, and can be taken out.
namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;

constexpr char const* needle = "Marie Aiguille";

void fill_texts(auto& record)
{
    std::remove_reference_t<decltype(record)>::fields(record, []<class T>(char const*, T& value) {
        if constexpr (std::is_same_v<T, std::string>)
            value = std::string("dit par ") + needle;
        else if constexpr (std::is_same_v<T, std::vector<std::string>>)
            value = {needle, "", needle};
    });
}

// A record of every type with the needle in each of its texts, before and after.
journal::Entry everywhere()
{
    journal::Entry entry = RandomRecords(7).entry(1);
    entry.label = "add_cases";
    model::Changes filled;
    for (auto const& change : entry.changes)
        change.visit([&]<class R>(model::Edit<R> const& e) {
            auto copy = e;
            R record = copy.after ? *copy.after : *copy.before;
            fill_texts(record);
            copy.before = copy.after = record;
            filled.emplace_back(std::move(copy));
        });
    entry.changes = std::move(filled);
    return entry;
}

struct Written {
    support::TemporaryFolder folder;
    fs::path path = folder / "a.cadran";
    explicit Written(journal::Entry const& entry)
    {
        REQUIRE(FileLog::create(path, 5, {}, {&entry, 1}));
    }
    [[nodiscard]] std::string bytes() const { return *platform::read_whole(path); }
    [[nodiscard]] std::unique_ptr<FileLog> log() const
    {
        return std::move(FileLog::open(path, OpenMode::read)->log);
    }
};

bool says(std::string const& bytes, std::string_view what)
{
    return bytes.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("every text of every record is in the table of what is personal, or is none of people's")
{
    std::set<std::pair<std::string, std::string>> known;
    for (auto const& one : model::personal_fields()) known.emplace(one.record, one.field);
    CHECK(known.size() == model::personal_fields().size());
    std::size_t found = 0;
    model::for_each_record_type([&]<class R>() {
        R record;
        R::fields(record, [&]<class T>(char const* name, T&) {
            if (!std::is_same_v<T, std::string> && !std::is_same_v<T, std::vector<std::string>>)
                return;
            ++found;
            CAPTURE(std::string(R::name));
            CAPTURE(std::string(name));
            CHECK(known.contains({R::name, name}));
        });
    });
    CHECK(found == known.size());
}

TEST_CASE("a text is chained by its commitment, stands beside it, and is read back")
{
    auto const entry = everywhere();
    auto const written = journal::encode_committed(entry);
    REQUIRE(written);
    CHECK(*journal::decode_entry(written->chained, written->said) == entry);
    CHECK(says(written->said, needle));
    // Of what is chained only the words of the program's own hold it: here the needle too.
    auto chained = written->chained;
    for (std::string const own :
         {"language", "template", "item", "items", "review", "word", "former_hash", "key"}) {
        auto const head = "\"" + own + "\": \"";
        for (auto at = chained.find(head); at != std::string::npos;
             at = chained.find(head, at + 1)) {
            auto const from = at + head.size();
            auto const found = chained.find(needle, from);
            if (found < chained.find('"', from))
                chained.replace(found, std::string_view(needle).size(), "x");
        }
    }
    CHECK(!says(chained, needle));
    // Anybody can check one: the digits of the salt, then the text.
    CHECK(journal::commitment("00112233445566778899aabbccddeeff", "Marie") ==
          base::hexadecimal(base::sha256("00112233445566778899aabbccddeeffMarie")));
    // No two are the same, though all texts are.
    std::set<std::string> digits;
    auto const head = std::string(R"("sha256": ")");
    std::size_t count = 0;
    for (auto at = chained.find(head); at != std::string::npos; at = chained.find(head, at + 1)) {
        digits.insert(chained.substr(at + head.size(), 64));
        ++count;
    }
    CHECK(count > 80);
    CHECK(digits.size() == count);
}

TEST_CASE("what stands beside a text and is not what was committed to is refused")
{
    Written const file(everywhere());
    auto const bytes = file.bytes();
    auto refused = [&](std::string const& forged) {
        auto const path = file.folder / "forged.cadran";
        (void)platform::write_whole(platform::real_disk(), path, forged, platform::Clobber::yes,
                                    platform::Readers::everyone);
        auto const opened = FileLog::open(path, OpenMode::read);
        REQUIRE(opened);
        auto const entry = opened->log->entry(1);
        return !entry && entry.error().where == "file.form" && entry.error().line == 2;
    };
    CHECK(!refused(bytes));
    auto const said = bytes.substr(bytes.find(",\"said\":["));
    auto const first = said.substr(said.find("[\""), said.find(']') + 1 - said.find("[\""));
    auto const chained = bytes.substr(0, bytes.size() - said.size());
    CHECK(refused(chained + replaced(said, "dit par", "dit pas")));              // another text
    CHECK(refused(replaced(bytes, first + ",", "")));                            // one is missing
    CHECK(refused(replaced(bytes, first, first + ",[\"(effacé)\"]")));           // one too many
    CHECK(refused(replaced(bytes, first, R"(["Dupont a refusé"])")));            // nobody's words
    CHECK(refused(replaced(bytes, first, R"(["0","dit par Marie Aiguille"])"))); // no salt
    CHECK(!refused(
        replaced(bytes, first, R"json(["(effacé)"])json"))); // verify tells that no entry says so
}

TEST_CASE("a word that is erased occurs nowhere, whatever field said it, and the chain holds")
{
    for (auto const format : {1, 2}) {
        CAPTURE(format);
        auto const entry = everywhere();
        Written const file(entry);
        if (format == 1) { // as a former version wrote it
            auto const begin = file.log()->line(0);
            auto const header = replaced(std::string(journal::parts_of(begin).json),
                                         "\"version\": 2", "\"version\": 1");
            auto const first = journal::link({}, header);
            auto const json = *journal::encode(entry);
            auto const old = journal::to_line(first, header) + "\n" +
                             journal::to_line(journal::link(first, json), json) + "\n";
            REQUIRE(platform::write_whole(platform::real_disk(), file.path, old,
                                          platform::Clobber::yes, platform::Readers::everyone));
        }
        auto const log = file.log();
        CHECK(log->header().version == format);
        journal::ToErase what;
        what.words = {"AIGUILLE"};
        auto const out = journal::without(*log, what, "(effacé)");
        REQUIRE(out);
        CHECK(out->chained_anew == (format == 1));
        auto const path = file.folder / "out.cadran";
        (void)platform::write_whole(platform::real_disk(), path, out->bytes, platform::Clobber::no,
                                    platform::Readers::everyone);
        auto left = out->bytes; // the program's own words stay: here the needle is in them
        std::size_t own = 0;
        for (auto at = left.find(needle); at != std::string::npos; at = left.find(needle, at + 1))
            ++own;
        // language, template, item, items, review, word, former_hash, key, before and after
        CHECK(own == 16);
        auto const opened = FileLog::open(path, OpenMode::read);
        REQUIRE(opened);
        CHECK(opened->notices.empty());
        REQUIRE(opened->log->entry(1));
        CHECK(opened->log->hash(1) == out->hash);
        CHECK((opened->log->hash(1) == log->hash(1)) == (format == 2));
        CHECK(*journal::erased_in(*opened->log) == out->erased);
        CHECK(out->erased.total() > 80);
    }
}

TEST_CASE("only texts of the kinds that are asked for go, and none of another word")
{
    Written const file(everywhere());
    auto const log = file.log();
    auto erased = [&](journal::ToErase const& what) {
        return journal::without(*log, what, "(effacé)")->erased;
    };
    journal::ToErase what;
    CHECK(erased(what).total() == 0);
    what.proposers = true; // of a case and of a proposal, before and after
    CHECK(erased(what) == model::ErasedTexts{4, 0, 0, 0});
    what = {};
    what.names = true;
    CHECK(erased(what) == model::ErasedTexts{0, 4, 0, 0});
    what = {};
    what.words = {"Dupont"};
    CHECK(erased(what).total() == 0);
}

TEST_CASE("who knows the names cannot find out which was erased")
{
    Written const file(everywhere());
    journal::ToErase what;
    what.words = {needle};
    auto const out = journal::without(*file.log(), what, "(effacé)");
    for (auto const& name : {std::string(needle), std::string("dit par ") + needle}) {
        CHECK(!says(out->bytes, base::hexadecimal(base::sha256(name))));
        CHECK(!says(out->bytes, journal::commitment("", name)));
    }
    // Nor does a salt stay that could be tried with.
    auto const log = file.log();
    auto const line = log->line(1);
    auto const parts = journal::parts_of(line);
    auto const said = journal::personal_texts(parts.json, parts.said);
    for (auto const& one : said->beside) CHECK(!says(out->bytes, one.salt));
}

TEST_CASE("a file of format 1 goes on as one")
{
    support::TemporaryFolder const folder;
    auto const path = folder / "old.cadran";
    fs::copy_file(support::sources_dir() / "tests" / "fixtures" / "format-1.cadran", path);
    auto const before = *platform::read_whole(path);
    auto opened = FileLog::open(path, OpenMode::write);
    REQUIRE(opened);
    auto entry = *opened->log->entry(opened->log->size());
    entry.n = opened->log->size() + 1;
    REQUIRE(opened->log->append(entry));
    auto const after = *platform::read_whole(path);
    CHECK(after.starts_with(before));
    CHECK(!says(after, "\"said\""));
    CHECK(opened->log->header().version == 1);
}
