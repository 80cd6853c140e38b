#include "journal/file_log.h"
#include "journal/quick_disk.h"
#include "session/session.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

namespace {

using journal::FileLog;
using journal::OpenMode;

using platform::Refusal;
using platform::Refused;
using platform::Tried;

// Fails the nth operation of one kind; earlier writes are short.
struct FaultyDisk : platform::Disk {
    enum class What { write, flush } what = What::write;
    int nth = 0; // 0: none
    int seen = 0;
    Refusal error = Refusal::full;

    bool fails(What op) { return op == what && nth != 0 && ++seen == nth; }
    Tried<std::size_t> write(platform::File const& file, std::string_view bytes) override
    {
        if (fails(What::write)) return tl::unexpected(Refused{error, 0});
        return Disk::write(file, bytes.substr(0, 37)); // never all at once
    }
    Tried<std::size_t> write_at(platform::File const& file, std::int64_t at,
                                std::string_view bytes) override
    {
        if (fails(What::write)) return tl::unexpected(Refused{error, 0});
        return Disk::write_at(file, at, bytes.substr(0, 1 + bytes.size() / 3));
    }
    Tried<void> flush(platform::File const&) override
    {
        if (fails(What::flush)) return tl::unexpected(Refused{Refusal::device, 0});
        return {};
    }
    Tried<void> flush_folder(std::filesystem::path const&) override { return {}; }
};

struct FaultyRig {
    support::TemporaryFolder folder{in_memory()};
    std::filesystem::path path = folder / "d.cadran";
    support::TickingClock clock;
    support::SeededRandomSource random{3};
    FaultyDisk disk;

    session::Session open()
    {
        if (!std::filesystem::exists(path)) REQUIRE(FileLog::create(path, 1));
        auto opened = FileLog::open(path, OpenMode::write, {&disk, folder / "keys"});
        REQUIRE(opened);
        return *session::Session::open(std::move(*opened), clock, random);
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
        FaultyRig rig;
        {
            auto session = rig.open();
            REQUIRE(rig.add(session));
            rig.disk.nth = nth;
            rig.disk.seen = 0;
            auto const before = session.document();
            auto const refused = rig.add(session);
            if (refused) break; // fewer writes were needed: each has failed once
            CHECK(refused.error().where == "file.disk_full");
            CHECK(session.document() == before);
            REQUIRE(rig.add(session)); // there is room again
            CHECK(session.log().size() == 2);
        }
        CHECK(FileLog::verify(rig.path)->entries == 2);
        CHECK(FileLog::verify(rig.path)->first_bad_line == 0);
    }
}

TEST_CASE("after a failed fsync nothing more is written, and confirmed entries are there")
{
    FaultyRig rig;
    {
        auto session = rig.open();
        REQUIRE(rig.add(session));
        rig.disk.what = FaultyDisk::What::flush;
        rig.disk.nth = 1;
        rig.disk.seen = 0;
        auto const refused = rig.add(session);
        REQUIRE(!refused);
        CHECK(refused.error().where == "file.sync");
        CHECK(!session.log().writable());
        CHECK(!rig.add(session)); // the disk works again, but lost data before
        CHECK(session.log().size() == 1);
    }
    CHECK(FileLog::verify(rig.path)->entries == 1);
}

TEST_CASE("a ballot that could not be written is not in the box")
{
    FaultyRig rig;
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
    CHECK(session.ballots_in_box(round) == 1);
    REQUIRE(session.cast(round, "bruno", {{{on, 3}}, 1}));
    CHECK(session.ballots_in_box(round) == 2);
}

namespace {

// Counts all operations of every kind, and fails the nth, or all from it on.
struct WornDisk : platform::Disk {
    enum class From { once, then_always } from = From::once;
    int nth = 0; // 0: none
    Refusal error = Refusal::device;
    int seen = 0;
    enum class Open {
        is_replaced,
        stays
    } open_file = Open::is_replaced; // stays: as on a stick on Windows

    [[nodiscard]] bool replaces_open_files(std::filesystem::path const&) const override
    {
        return open_file == Open::is_replaced;
    }
    template <class T>
    Tried<T> unless_failed(auto const& ask)
    {
        ++seen;
        bool const fails = nth != 0 && (from == From::once ? seen == nth : seen >= nth);
        if (fails) return tl::unexpected(Refused{error, 0});
        return ask();
    }
    Tried<platform::File> open(std::filesystem::path const& path, platform::Use use,
                               platform::Readers readers) override
    {
        return unless_failed<platform::File>([&] { return Disk::open(path, use, readers); });
    }
    // Writes half of the bytes, so that a failure may be in the middle of a line.
    static std::string_view half(std::string_view bytes)
    {
        return bytes.substr(0, bytes.size() > 200 ? bytes.size() / 2 : bytes.size());
    }
    Tried<std::size_t> write(platform::File const& file, std::string_view bytes) override
    {
        return unless_failed<std::size_t>([&] { return Disk::write(file, half(bytes)); });
    }
    Tried<std::size_t> write_at(platform::File const& file, std::int64_t at,
                                std::string_view bytes) override
    {
        return unless_failed<std::size_t>([&] { return Disk::write_at(file, at, half(bytes)); });
    }
    Tried<void> flush(platform::File const&) override
    {
        return unless_failed<void>([] { return Tried<void>{}; });
    }
    Tried<void> flush_folder(std::filesystem::path const&) override
    {
        return unless_failed<void>([] { return Tried<void>{}; });
    }
    Tried<void> truncate(platform::File const& file, std::int64_t size) override
    {
        return unless_failed<void>([&] { return Disk::truncate(file, size); });
    }
    Tried<void> rename(std::filesystem::path const& a, std::filesystem::path const& b) override
    {
        if (open_file == Open::stays && platform::being_written(b))
            return tl::unexpected(Refused{Refusal::denied, 0});
        return unless_failed<void>([&] { return Disk::rename(a, b); });
    }
    Tried<void> rename_new(std::filesystem::path const& a, std::filesystem::path const& b) override
    {
        return unless_failed<void>([&] { return Disk::rename_new(a, b); });
    }
    Tried<void> remove(std::filesystem::path const& path) override
    {
        return unless_failed<void>([&] { return Disk::remove(path); });
    }
};

journal::Entry numbered(std::uint64_t n)
{
    journal::Entry entry;
    entry.n = n;
    model::Case text;
    text.title = "Cas " + std::to_string(n) + std::string(700, 'x');
    entry.changes.push_back(model::Edit<model::Case>{{n}, {}, text});
    return entry;
}

// All disk operations of a session. Confirmed data must be found again, and at most one more item
// of each kind, whichever operation fails.
struct Scenario {
    support::TemporaryFolder folder{in_memory()};
    std::filesystem::path path = folder / "s.cadran";
    std::uint64_t entries = 0; // acknowledged
    enum class Ballot { none, in, asked_out, out } ballot = Ballot::none;
    bool created = false;

    void run(WornDisk& disk)
    {
        FileLog::Options const options{&disk, folder / "keys", {256, 8}};
        created = FileLog::create(path, 1, options).has_value();
        for (int day = 0; day < 2; ++day) {
            auto const opened = FileLog::open(path, OpenMode::write, options);
            if (!opened) return;
            auto& log = *opened->log;
            auto& box = *opened->box;
            for (int i = 0; i < 3; ++i)
                if (log.append(numbered(log.size() + 1))) entries = log.size();
            if (box.put({1}, "anne", {{{{7}, 2}}, 1})) ballot = Ballot::in;
            (void)box.put({1}, "bruno", {{{{7}, 1}}, 1});
            (void)box.withdraw({1}, "bruno");
            if (day == 1) ballot = box.destroy({1}) ? Ballot::out : Ballot::asked_out;
            (void)log.save_copy(folder / "copie.cadran");
            // As after a power cut, for the next day to put right.
            if (day == 0 && support::bytes_of(path).ends_with('\n'))
                std::ofstream(path, std::ios::app) << "{\"hash\":\"torn";
        }
    }

    void check() const
    {
        // The disk works again.
        auto const opened =
            FileLog::open(path, OpenMode::write, {nullptr, folder / "keys", {256, 8}});
        if (!opened) {
            REQUIRE(!created);
            REQUIRE(entries == 0);
            return;
        }
        REQUIRE(opened->log->writable());
        REQUIRE(opened->log->size() >= entries);
        REQUIRE(opened->log->size() <= entries + 1);
        for (std::uint64_t n = 1; n <= opened->log->size(); ++n)
            REQUIRE(*opened->log->entry(n) == numbered(n));
        for (auto const& notice : opened->notices)
            REQUIRE((notice.where == "file.torn" || notice.where == "box.torn"));
        REQUIRE(FileLog::verify(path)->first_bad_line == 0);
        if (ballot == Ballot::out) REQUIRE(opened->box->rounds().empty());
        if (ballot == Ballot::in) REQUIRE(opened->box->holds({1}, "anne"));
        REQUIRE(opened->log->append(numbered(opened->log->size() + 1)));
        if (std::filesystem::exists(folder / "copie.cadran"))
            REQUIRE(FileLog::verify(folder / "copie.cadran")->first_bad_line == 0);
        for (auto const& file : std::filesystem::directory_iterator(folder.path()))
            REQUIRE(file.path().filename().string().find(".new-") == std::string::npos);
    }
};

} // namespace

TEST_CASE("whichever operation of the disk fails, once or for good, what was confirmed is there")
{
    for (auto error : {Refusal::device, Refusal::full, Refusal::read_only, Refusal::denied,
                       Refusal::interrupted, Refusal::gone})
        for (auto from : {WornDisk::From::once, WornDisk::From::then_always}) {
            if (error == Refusal::interrupted && from == WornDisk::From::then_always)
                continue; // for ever
            for (int nth = 1;; ++nth) {
                CAPTURE(static_cast<int>(error));
                CAPTURE(nth);
                CAPTURE(static_cast<int>(from));
                WornDisk disk;
                disk.nth = nth, disk.error = error, disk.from = from;
                if (error == Refusal::full) disk.open_file = WornDisk::Open::stays;
                Scenario scenario;
                scenario.run(disk);
                scenario.check();
                if (disk.seen < nth) { // a run without a fault: every operation has been failed
                    CHECK(nth > 40);
                    CHECK(scenario.entries == 6);
                    CHECK(scenario.ballot == Scenario::Ballot::out);
                    break;
                }
            }
        }
}

TEST_CASE("whichever operation fails, what is said of a ballot is what a restart finds")
{
    int unconfirmed = 0, refused = 0;
    // A box with free slots, and one that must be rewritten.
    for (auto const sizes : {journal::BoxSizes{256, 8}, journal::BoxSizes{256, 1}})
        for (auto from : {WornDisk::From::once, WornDisk::From::then_always})
            for (int nth = 1;; ++nth) {
                CAPTURE(sizes.step);
                CAPTURE(nth);
                CAPTURE(static_cast<int>(from));
                support::TemporaryFolder const folder{in_memory()};
                auto const path = folder / "s.cadran";
                auto const keys = folder / "keys";
                REQUIRE(FileLog::create(path, 1));
                WornDisk disk;
                disk.from = from;
                auto opened = FileLog::open(path, OpenMode::write, {&disk, keys, sizes});
                REQUIRE(opened);
                auto& box = *opened->box;
                REQUIRE(box.put({1}, "anne", {{{{7}, 1}}, 1}));
                disk.seen = 0;
                disk.nth = nth;
                auto const put = box.put({1}, "bruno", {{{{7}, 2}}, 1});
                auto const out = box.withdraw({1}, "anne");
                bool const failed = disk.seen >= nth;
                auto const said = box.ballots({1});
                auto const found =
                    FileLog::open(path, OpenMode::read, {nullptr, keys, sizes})->box->ballots({1});
                CHECK(found == said);
                auto const in = [&](auto const& result, bool then) {
                    if (result) return then;
                    ++refused;
                    if (result.error().where != "box.unconfirmed") return !then;
                    ++unconfirmed;
                    return then;
                };
                CHECK(box.holds({1}, "bruno") == in(put, true));
                bool const stopped = !put && put.error().where == "box.unconfirmed";
                if (!stopped) CHECK(box.holds({1}, "anne") == in(out, false));
                if (!put && !stopped && from == WornDisk::From::once) { // and it can be tried again
                    REQUIRE(box.put({1}, "bruno", {{{{7}, 2}}, 1}));
                    CHECK(FileLog::open(path, OpenMode::read, {nullptr, keys, sizes})
                              ->box->holds({1}, "bruno"));
                }
                if (failed) continue;
                CHECK(put); // and without a failure nothing is refused
                CHECK(out);
                break;
            }
    CHECK(refused > 10);
    CHECK(unconfirmed > 0);
}

TEST_CASE("a box is written anew where no open file is replaced, and whichever operation fails, a "
          "restart finds what is said of it")
{
    model::RoundId const first{1}, second{2}; // the box of another round is another file
    for (auto from : {WornDisk::From::once, WornDisk::From::then_always})
        for (int nth = 1;; ++nth) {
            CAPTURE(nth);
            CAPTURE(static_cast<int>(from));
            support::TemporaryFolder const folder{in_memory()};
            auto const path = folder / "s.cadran";
            REQUIRE(FileLog::create(path, 1));
            WornDisk disk;
            disk.from = from;
            disk.open_file = WornDisk::Open::stays;
            FileLog::Options const options{&disk, folder / "keys", {256, 8}};
            auto const opened = FileLog::open(path, OpenMode::write, options);
            REQUIRE(opened);
            auto& box = *opened->box;
            REQUIRE(box.put(first, "anne", {{{{7}, 1}}, 1}));
            disk.seen = 0;
            disk.nth = nth;
            auto const put = box.put(second, "bruno", {{{{7}, 2}}, 1});
            bool const failed = disk.seen >= nth;
            auto const found = FileLog::open(path, OpenMode::read, {nullptr, folder / "keys", {}});
            for (auto const round : {first, second})
                CHECK(found->box->ballots(round) == box.ballots(round));
            CHECK(box.holds(first, "anne"));
            if (put) CHECK(box.holds(second, "bruno"));
            bool const stopped = !put && put.error().where == "box.unconfirmed";
            if (!put && !stopped && from == WornDisk::From::once)
                REQUIRE(box.put(second, "bruno", {{{{7}, 2}}, 1}));
            if (failed) continue;
            CHECK(put);
            break;
        }
}

TEST_CASE("a torn file opens for reading on a disk that has no room to keep its tail")
{
    FaultyRig rig;
    {
        auto session = rig.open();
        REQUIRE(rig.add(session));
    }
    std::ofstream(rig.path, std::ios::app) << "{\"hash\":\"torn";
    auto const bytes = support::bytes_of(rig.path);
    {
        rig.disk.nth = 1;
        rig.disk.seen = 0;
        auto const opened = FileLog::open(rig.path, OpenMode::write, {&rig.disk});
        REQUIRE(opened);
        REQUIRE(!opened->log->writable());
        CHECK(opened->log->size() == 1);
        CHECK(opened->notices.front().where == "file.disk_full");
        CHECK(opened->notices.back().where == "file.damaged");
        CHECK(support::bytes_of(rig.path) == bytes);
    }
    auto const later = FileLog::open(rig.path, OpenMode::write, {&rig.disk});
    CHECK(later->log->writable()); // there is room again
    CHECK(later->notices.front().where == "file.torn");
}

TEST_CASE("an interrupted write is continued")
{
    FaultyRig rig;
    auto session = rig.open();
    rig.disk.error = Refusal::interrupted;
    rig.disk.nth = 2;
    rig.disk.seen = 0;
    REQUIRE(rig.add(session));
    CHECK(FileLog::verify(rig.path)->entries == 1);
}
