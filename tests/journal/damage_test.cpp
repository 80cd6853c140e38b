#include "journal/chain.h"
#include "journal/file_log.h"
#include "journal/quick_disk.h"
#include "journal/random_records.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#if !defined(_WIN32)
#include <sys/stat.h>
#endif

namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;
using support::bytes_of;
using support::write_bytes;

// A session file with `count` known entries.
struct Sample {
    support::TemporaryFolder folder{in_memory()};
    fs::path path = folder / "a.cadran";
    std::vector<journal::Entry> entries;
    std::string bytes;
    std::vector<std::size_t> starts; // of each line

    explicit Sample(std::uint64_t count)
    {
        QuickDisk disk;
        auto const made = *FileLog::create(path, 1, {&disk});
        auto const& log = made.log;
        RandomRecords random(11);
        for (std::uint64_t n = 1; n <= count; ++n) {
            entries.push_back(random.entry(n));
            REQUIRE(log->append(entries.back()));
        }
        bytes = bytes_of(path);
        for (std::size_t at = 0; at < bytes.size(); at = bytes.find('\n', at) + 1)
            starts.push_back(at);
    }

    // Opens `changed` for writing: shows the first entries or none, and loses no byte. Returns
    // whether it is writable.
    bool opens_safely(std::string const& changed) const
    {
        support::TemporaryFolder const here{in_memory()};
        auto const file = here / "x.cadran";
        write_bytes(file, changed);
        QuickDisk disk;
        auto const opened = FileLog::open(file, OpenMode::write, {&disk});
        if (!opened) {
            REQUIRE(bytes_of(file) == changed);
            return false;
        }
        REQUIRE(opened->log->size() <= entries.size());
        bool all_read = true;
        for (std::uint64_t n = 1; n <= opened->log->size() && all_read; ++n) {
            auto const entry = opened->log->entry(n);
            all_read = entry.has_value(); // else a text beside the chain differs: it ends here
            if (all_read) REQUIRE(*entry == entries[n - 1]);
        }
        auto kept = bytes_of(file);
        for (auto const& one : fs::directory_iterator(here.path()))
            if (one.path().filename().string().find(".tail-") != std::string::npos)
                kept += bytes_of(one.path());
        REQUIRE(kept == changed);
        if (!all_read) return false;
        REQUIRE(opened->notices.empty() ==
                (changed == bytes.substr(0, changed.size()) && changed.ends_with('\n')));
        return opened->log->writable();
    }
};

} // namespace

TEST_CASE("zeroed, doubled, swapped or lost blocks never give another valid session")
{
    Sample const sample(30);
    constexpr unsigned seed = 42;
    MESSAGE("seed " << seed);
    std::mt19937 random(seed);
    for (std::size_t const block : {std::size_t{512}, std::size_t{4096}})
        for (int i = 0; i < 70; ++i) {
            CAPTURE(block);
            CAPTURE(i);
            auto const blocks = sample.bytes.size() / block;
            auto const one = random() % blocks * block, other = random() % blocks * block;
            auto const first = sample.bytes.substr(one, block);
            auto const second = sample.bytes.substr(other, block);
            auto zeroed = sample.bytes, swapped = sample.bytes, copied = sample.bytes;
            (void)sample.opens_safely(zeroed.replace(one, block, block, '\0'));
            (void)sample.opens_safely(
                swapped.replace(one, block, second).replace(other, block, first));
            (void)sample.opens_safely(copied.replace(one, block, second));
            (void)sample.opens_safely(std::string(sample.bytes).insert(one, first));
            (void)sample.opens_safely(std::string(sample.bytes).erase(one, block));
        }
}

TEST_CASE("missing, doubled or exchanged lines never give another valid session")
{
    Sample const sample(12);
    auto const line = [&](std::size_t n) {
        auto const end = n + 1 < sample.starts.size() ? sample.starts[n + 1] : sample.bytes.size();
        return sample.bytes.substr(sample.starts[n], end - sample.starts[n]);
    };
    for (std::size_t n = 1; n < sample.starts.size(); ++n) {
        CAPTURE(n);
        auto const start = sample.starts[n];
        (void)sample.opens_safely(std::string(sample.bytes).erase(start, line(n).size()));
        (void)sample.opens_safely(std::string(sample.bytes).insert(start, line(n)));
        if (n + 1 < sample.starts.size())
            (void)sample.opens_safely(
                sample.bytes.substr(0, start) + line(n + 1) + line(n) +
                sample.bytes.substr(start + line(n).size() + line(n + 1).size()));
    }
}

TEST_CASE(
    "a byte changed anywhere before the last line leaves the file untouched, last but one too")
{
    Sample const sample(2);
    for (std::size_t at = sample.starts[1]; at < sample.starts.back(); at += byte_step)
        for (unsigned mask : {1U, 255U}) {
            CAPTURE(at);
            auto changed = sample.bytes;
            changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ mask);
            REQUIRE(!sample.opens_safely(changed)); // a whole line follows: this was not torn
        }
}

TEST_CASE("zeros after the last entry are a torn tail: kept aside, and work goes on")
{
    Sample const sample(5);
    CHECK(sample.opens_safely(sample.bytes + std::string(4096, '\0')));
    CHECK(sample.opens_safely(sample.bytes + "{\"hash\":\"" + std::string(64, 'a')));
    CHECK(sample.opens_safely(sample.bytes + "\n\n\n"));
}

TEST_CASE("an invalid entry with a valid hash is reported with its line")
{
    Sample const sample(3);
    auto const last = sample.starts.back();
    auto const before = journal::parts_of(
        std::string_view(sample.bytes).substr(sample.starts[2], last - sample.starts[2] - 1));
    for (std::string const json :
         {R"({"n":3,"changes":[{"record":"hologram","key":1,"after":{}}]})",
          R"({"n":7,"changes":[]})", R"(nonsense)"}) {
        CAPTURE(json);
        auto const path = sample.folder / "forged.cadran";
        auto const bytes = sample.bytes.substr(0, last) +
                           journal::to_line(journal::link(before.hash, json), json) + '\n';
        write_bytes(path, bytes);
        auto const opened = FileLog::open(path, OpenMode::write);
        REQUIRE(opened);
        auto const refused = opened->log->entry(3);
        REQUIRE(!refused);
        CHECK(refused.error().code == base::Errc::corrupt);
        CHECK(refused.error().line == 4);
        CHECK(*opened->log->entry(2) == sample.entries[1]);
        auto const verified = FileLog::verify(path);
        CHECK(verified->first_bad_line == 4);
        REQUIRE(verified->fault);
        CHECK(verified->fault->where ==
              (json.starts_with(R"({"n":7)") ? "file.sequence" : "file.form"));
        CHECK(verified->entries == 2);
        CHECK(bytes_of(path) == bytes);
    }
}

TEST_CASE("an entry out of its turn, or of a log that another program has touched, is not added")
{
    Sample const sample(3);
    RandomRecords random(5);
    SUBCASE("out of its turn")
    {
        auto const opened = FileLog::open(sample.path, OpenMode::write);
        CHECK(opened->log->append(random.entry(3)).error().where == "file.entry");
        CHECK(opened->log->append(random.entry(5)).error().where == "file.entry");
        CHECK(bytes_of(sample.path) == sample.bytes);
        CHECK(opened->log->append(random.entry(4)));
    }
    auto const touched = [&](auto&& touch) {
        auto const opened = FileLog::open(sample.path, OpenMode::write);
        touch();
        auto const refused = opened->log->append(random.entry(4));
        REQUIRE(!refused);
        CHECK(refused.error().where == "file.changed");
        CHECK(!opened->log->writable());
        CHECK(opened->log->size() == 3);
        REQUIRE(opened->log->save_copy(sample.folder / "copie.cadran"));
        CHECK(bytes_of(sample.folder / "copie.cadran") == sample.bytes); // nothing was lost
    };
    SUBCASE("removed")
    {
        touched([&] { support::take_away(sample.path); });
    }
    SUBCASE("replaced by another")
    {
        touched([&] {
            support::take_away(sample.path);
            write_bytes(sample.path, "theirs");
        });
        CHECK(bytes_of(sample.path) == "theirs");
    }
    SUBCASE("added to")
    {
        touched([&] {
            std::ofstream(sample.path, std::ios::app | std::ios::binary) << "a line of an editor\n";
        });
        CHECK(bytes_of(sample.path) == sample.bytes + "a line of an editor\n");
    }
}

TEST_CASE("a pipe, a folder or a huge file is refused without blocking")
{
    Sample const sample(1);
#if !defined(_WIN32) // where no name of a folder is a pipe
    auto const pipe = sample.folder / "p.cadran";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (auto mode : {OpenMode::read, OpenMode::write})
        CHECK(FileLog::open(pipe, mode).error().where == "file.read");
#endif
    fs::resize_file(sample.path, std::uintmax_t{3} << 30U); // sparse: it takes no room
    CHECK(FileLog::open(sample.path, OpenMode::read).error().where == "file.too_large");
    CHECK(FileLog::verify(sample.path).error().where == "file.too_large");
}

TEST_CASE("a file is never replaced by a copy")
{
    Sample const sample(1);
    auto const log = FileLog::open(sample.path, OpenMode::read);
    write_bytes(sample.folder / "b.cadran", "precious");
    CHECK(log->log->save_copy(sample.folder / "b.cadran").error().where == "file.exists");
    CHECK(bytes_of(sample.folder / "b.cadran") == "precious");
}
