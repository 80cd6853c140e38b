#include "base/sha256.h"
#include "journal/file_log.h"
#include "journal/quick_disk.h"
#include "session/replay.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;

struct Rig {
    support::TemporaryFolder folder{in_memory()};
    fs::path path = folder / "s.cadran";
    fs::path cache = folder / "cache";
    support::TickingClock clock;
    support::SeededChance chance{3};

    Rig() { REQUIRE(FileLog::create(path, 1)); }
    std::unique_ptr<FileLog> log()
    {
        auto opened = FileLog::open(path, OpenMode::write, {cache, nullptr});
        REQUIRE(opened);
        return std::move(opened->log);
    }
    session::Session open() { return *session::Session::open(log(), clock, chance); }
    std::vector<fs::path> files()
    {
        std::vector<fs::path> out;
        for (auto const& one : fs::directory_iterator(cache)) out.push_back(one.path());
        return out;
    }
};

// `body` with the frame that an honest writer would put around it.
std::string framed(std::string const& body)
{
    return "cadran-snapshot-1\n" + base::hexadecimal(base::sha256(body)) + body;
}

std::string number(std::uint64_t n)
{
    std::string out;
    for (int i = 0; i < 8; ++i) out += static_cast<char>(n >> (8 * i));
    return out;
}

} // namespace

TEST_CASE("a snapshot gives the same session as the journal, undo and numbers included")
{
    for (unsigned seed = 1; seed <= 10; ++seed) {
        CAPTURE(seed);
        Rig rig;
        {
            auto session = rig.open();
            support::RandomWorkshop room(session, seed);
            room.steps(60);
            session.keep_snapshot();
            room.steps(20); // and some that only the journal knows
        }
        auto with = rig.log();
        auto const snapshot = with->snapshot();
        REQUIRE(snapshot);
        CHECK(snapshot->document == *session::Replay(*with).at(snapshot->n));
        auto const whole = *session::Replay(*with).at(with->size());
        with.reset();
        auto fast = rig.open();
        CHECK(fast.document() == whole);
        fs::remove_all(rig.cache);
        fast = session::Session(*session::Session::open(
            std::move(FileLog::open(rig.path, OpenMode::read)->log), rig.clock, rig.chance));
        CHECK(fast.document() == whole); // deleted: the journal says it all
    }
}

TEST_CASE("a snapshot with any byte changed or cut off is not believed")
{
    Rig rig;
    {
        auto session = rig.open();
        support::RandomWorkshop(session, 2).steps(25);
        session.keep_snapshot();
    }
    auto const file = rig.files().front();
    auto const bytes = support::bytes_of(file);
    auto const log = rig.log();
    REQUIRE(log->snapshot());
    for (std::size_t at = 0; at < bytes.size(); at += 1 + at / 200) {
        CAPTURE(at);
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 16);
        support::write_bytes(file, changed);
        REQUIRE(!log->snapshot());
        support::write_bytes(file, bytes.substr(0, at));
        REQUIRE(!log->snapshot());
    }
}

TEST_CASE("a snapshot of what the journal no longer says is not believed")
{
    Rig rig;
    {
        auto session = rig.open();
        support::RandomWorkshop(session, 2).steps(25);
        session.keep_snapshot();
    }
    auto const one = rig.files().front();
    auto name = one.filename().string();
    auto& digit = name[name.size() - std::string(".snap").size() - 1];
    digit = digit == '0' ? '1' : '0';
    fs::rename(one, rig.cache / name); // the hash of another history
    CHECK(!rig.log()->snapshot());
}

TEST_CASE("the two newest snapshots of a session are kept, for their owner's eyes alone")
{
    Rig rig;
    auto session = rig.open();
    support::RandomWorkshop room(session, 2);
    for (int i = 0; i < 5; ++i) {
        room.steps(12);
        session.keep_snapshot();
    }
    auto const files = rig.files();
    REQUIRE(files.size() == 2);
    for (auto const& file : files)
        CHECK((fs::status(file).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
}

TEST_CASE("a hostile snapshot with a good hash is refused at once and makes no room for its lies")
{
    Rig rig;
    {
        auto session = rig.open();
        support::RandomWorkshop(session, 2).steps(25);
        session.keep_snapshot();
    }
    auto const file = rig.files().front();
    auto const log = rig.log();
    auto const start = std::string(1, '\1') + number(log->size()) + number(9);
    for (auto length : {std::uint64_t{1} << 30U, std::uint64_t{1} << 40U, ~std::uint64_t{0}})
        for (auto const& body : {start + number(length), start + number(length) + number(0),
                                 start + number(0) + number(length),
                                 start + number(0) + number(length) + "{}", start}) {
            support::write_bytes(file, framed(body));
            std::fflush(nullptr);
            auto const child = ::fork();
            if (child == 0) {
                struct rusage before {};
                struct rusage after {};
                ::getrusage(RUSAGE_SELF, &before);
                bool const believed = log->snapshot().has_value();
                ::getrusage(RUSAGE_SELF, &after);
                bool const grew = after.ru_maxrss > before.ru_maxrss + 64 * 1024; // KiB
                ::_exit(believed ? 1 : grew ? 2 : 0);
            }
            int status = 0;
            auto const begun = std::chrono::steady_clock::now();
            REQUIRE(::waitpid(child, &status, 0) == child);
            CHECK(WIFEXITED(status));
            CHECK(WEXITSTATUS(status) == 0);
            CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
        }
}
