#include "journal/chain.h"
#include "journal/codec.h"
#include "journal/file_log.h"
#include "journal/json_reader.h"
#include "journal/memory_log.h"
#include "model/follow.h"
#include "session/judge.h"
#include "session/session.h"
#include "support/folders.h"
#include "support/random_workshop.h"
#include "support/skip.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#if !defined(_WIN32)
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

// Session files written by an attacker, possibly with correct hashes: they are validated, and
// faults are reported with our own messages.
namespace {

namespace fs = std::filesystem;
using journal::FileLog;
using journal::OpenMode;

// Builds a session file with arbitrary contents and correct hashes.
class Forged {
public:
    Forged()
        : Forged(R"({"format":"cadran","version":1,"session":"0123456789abcdef0123456789abcdef"})")
    {
    }
    explicit Forged(std::string const& header)
    {
        line(header);
        entry(R"({"record":"axis","key":1,"after":{"number":1,"title":"Cadre"}})");
        entry(case_of(2) + "," + case_of(3) + "," + case_of(4));
    }
    static std::string case_of(int id)
    {
        auto const n = std::to_string(id);
        return R"({"record":"case","key":)" + n + R"(,"after":{"number":)" + n +
               R"(,"title":"Cas )" + n + R"("}})";
    }
    static std::string merge_of(int id, int into)
    {
        return R"({"record":"merge","key":)" + std::to_string(id) + R"(,"after":{"into":)" +
               std::to_string(into) + "}}";
    }
    void line(std::string const& json)
    {
        hash_ = journal::link(hash_, json);
        bytes_ += journal::to_line(hash_, json) + '\n';
    }
    Forged& entry(std::string const& changes)
    {
        line(R"({"n":)" + std::to_string(++n_) + R"(,"changes":[)" + changes + "]}");
        return *this;
    }
    fs::path write() const
    {
        auto const path = folder_ / "forged.cadran";
        support::write_bytes(path, bytes_);
        return path;
    }
    [[nodiscard]] std::uint64_t entries() const { return n_; }
    [[nodiscard]] std::string const& bytes() const { return bytes_; }

private:
    support::TemporaryFolder folder_;
    std::string hash_, bytes_;
    std::uint64_t n_ = 0;
};

// The result of opening: the number of valid entries, and the fault.
struct Seen {
    std::uint64_t entries = 0;
    std::optional<base::Error> fault;
    std::size_t cases = 0, shown = 0;
};

// Opened as by the window and every command; unchanged and read-only.
Seen opened(fs::path const& path)
{
    auto const before = support::bytes_of(path);
    Seen seen;
    for (auto const mode : {OpenMode::read, OpenMode::write}) {
        support::TickingClock clock;
        support::SeededRandomSource random{1};
        auto file = session::open_file(path, mode, {}, clock, random);
        REQUIRE(file);
        auto& session = file->session;
        seen.entries = session.log().size();
        if (auto const* fault = session::fault_of(file->notices)) seen.fault = *fault;
        auto const& doc = session.document();
        seen.cases = model::table<model::Case>(doc).size();
        seen.shown = seen.cases - model::table<model::Merge>(doc).size();
        if (!seen.fault) continue;
        CHECK(!session.log().writable());
        CHECK(session.submit(edit::facilitator, edit::SetStep{model::Step::vote}).error().where ==
              "file.read_only");
    }
    CHECK(support::bytes_of(path) == before);
    return seen;
}

// `verify` must agree with opening.
Seen judged(fs::path const& path)
{
    auto const seen = opened(path);
    auto const verified = session::judge(path);
    REQUIRE(verified);
    CHECK(verified->entries == seen.entries);
    CHECK(verified->fault == seen.fault);
    return seen;
}

#if defined(_WIN32)
constexpr char const* unmeasured = "Windows has no fork to measure memory in";
std::int64_t memory_to_judge(fs::path const&) { return 0; }
#else
constexpr char const* unmeasured = nullptr;
// Peak memory in bytes of a process that validates `path`.
std::int64_t memory_to_judge(fs::path const& path)
{
    auto const child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        support::TickingClock clock;
        support::SeededRandomSource random{1};
        (void)session::open_file(path, OpenMode::read, {}, clock, random);
        ::_exit(0);
    }
    int status = 0;
    struct rusage used {};
    REQUIRE(::wait4(child, &status, 0, &used) == child);
    REQUIRE(WIFEXITED(status));
    return std::int64_t{used.ru_maxrss} * 1024;
}
#endif

fs::path hostile(char const* name) { return support::shared_dir() / "data/hostile" / name; }

std::string repeated(std::string const& text, std::size_t bytes)
{
    std::string out;
    out.reserve(bytes + text.size());
    while (out.size() < bytes) out += text;
    return out;
}

} // namespace

TEST_CASE("reading any line takes a small multiple of the file's size in memory")
{
    if (unmeasured) CADRAN_SKIP(unmeasured);
    constexpr std::size_t size = std::size_t{1} << 20U;
    // Maximum ratio of memory to file size; once it was 700.
    constexpr std::int64_t times = 60;
    Forged const small;
    struct Dense {
        char const* what;
        std::string changes;
    };
    std::string cases, cards, axes;
    for (int i = 10; cases.size() < size; ++i)
        cases += R"({"record":"case","key":)" + std::to_string(i) + R"(,"after":{}},)";
    for (int i = 10; axes.size() < size; ++i)
        axes += R"({"record":"axis","key":)" + std::to_string(i) + R"(,"after":{}},)";
    for (int i = 10; cards.size() < size; ++i)
        cards += R"({"record":"received","key":)" + std::to_string(i) + R"(,"after":{}},)";
    for (auto const& dense : {
             Dense{"numbers where changes should be", repeated("0,", size) + "0"},
             Dense{"empty objects", repeated("{},", size) + "{}"},
             Dense{"empty lists", repeated("[],", size) + "[]"},
             Dense{"lists in lists", repeated("[", size)},
             Dense{"a stroke of many points",
                   R"({"record":"annotation","key":9,"after":{"kind":"stroke","points":[)" +
                       repeated("0,", size) + "0]}}"},
             Dense{"labels", R"({"record":"round","key":9,"after":{"labels":[)" +
                                 repeated("\"\",", size) + "\"\"]}}"},
             Dense{"marks",
                   R"({"record":"ballot","key":{"round":9,"number":1},"after":{"marks":[)" +
                       repeated("{},", size) + "{}]}}"},
             Dense{"estimates",
                   R"({"record":"ballot","key":{"round":9,"number":1},"after":{"estimates":[)" +
                       repeated("{},", size) + "{}]}}"},
             Dense{"cases that say nothing", cases + Forged::case_of(5)},
             Dense{"axes that say nothing", axes + Forged::case_of(5)},
             Dense{"proposals received", cards + Forged::case_of(5)},
         }) {
        CAPTURE(dense.what);
        Forged file;
        file.entry(dense.changes);
        auto const nothing = memory_to_judge(small.write());
        auto const took = memory_to_judge(file.write()) - nothing;
        auto const length = static_cast<std::int64_t>(file.bytes().size());
        MESSAGE(std::string(dense.what) << ": " << took / length << " times the file");
        CHECK(took < times * length);
    }
}

TEST_CASE("the file that once made reading use 700 times its size is refused by its form")
{
    auto const path = hostile("05-amplification-92k.cadran");
    if (!fs::exists(path)) CADRAN_SKIP("the hostile sessions are not here");
    if (unmeasured) CADRAN_SKIP(unmeasured);
    auto const nothing = memory_to_judge(Forged().write());
    CHECK(memory_to_judge(path) - nothing < std::int64_t{4} << 20U);
    auto const seen = judged(path);
    REQUIRE(seen.fault);
    CHECK(seen.fault->where == "file.form");
    CHECK(seen.fault->line == 4);
    CHECK(seen.entries == 2);
}

TEST_CASE("an unknown field with valid hashes is an error of form, reported with its line")
{
    auto const path = hostile("08-champ-inconnu-chaine-bonne.cadran");
    if (!fs::exists(path)) CADRAN_SKIP("the hostile sessions are not here");
    auto const seen = judged(path);
    REQUIRE(seen.fault);
    CHECK(*seen.fault ==
          base::Error{base::Errc::corrupt, "file.form", "why.unknown_field mood", 3});
    CHECK(seen.entries == 1);
}

TEST_CASE("verify accepts exactly the files that open")
{
    auto const path = hostile("08-verify-tient-show-refuse.cadran");
    if (!fs::exists(path)) CADRAN_SKIP("the hostile sessions are not here");
    auto const seen = judged(path);
    REQUIRE(seen.fault);
    CHECK(*seen.fault == base::Error{base::Errc::corrupt, "file.sequence", "why.before case", 4});
    CHECK(seen.cases > 0); // what comes before is shown
}

TEST_CASE("a cycle of merges in a file hides no case")
{
    auto const path = hostile("09-fusions-en-boucle.cadran");
    if (!fs::exists(path)) CADRAN_SKIP("the hostile sessions are not here");
    auto const seen = judged(path);
    REQUIRE(seen.fault);
    CHECK(*seen.fault == base::Error{base::Errc::corrupt, "file.sequence", "why.merge", 4});
    CHECK(seen.cases >= 3);
    CHECK(seen.shown == seen.cases);
}

TEST_CASE("each of the three verdicts is the same to whoever opens and to whoever verifies")
{
    struct Wrong {
        char const* what;
        std::string changes;
        char const* where;
        char const* why;
    };
    auto const merge = Forged::merge_of;
    for (auto const& wrong : {
             Wrong{"into itself", merge(2, 2), "file.sequence", "why.merge"},
             Wrong{"two into each other", merge(2, 3) + "," + merge(3, 2), "file.sequence",
                   "why.merge"},
             Wrong{"a chain", merge(2, 3) + "," + merge(3, 4), "file.sequence", "why.merge"},
             Wrong{"into nothing", merge(2, 77), "file.sequence", "why.refers merge"},
             Wrong{"a placement on no axis",
                   R"({"record":"placement","key":{"axis":8,"case":2},"after":{}})",
                   "file.sequence", "why.refers placement"},
             Wrong{"a member of no group", R"({"record":"member","key":2,"after":{"group":9}})",
                   "file.sequence", "why.refers member"},
             Wrong{"a case that goes while its card stays",
                   R"({"record":"card","key":3,"after":{}},{"record":"case","key":3,)"
                   R"("before":{"number":3,"title":"Cas 3"}})",
                   "file.sequence", "why.refers card"},
             Wrong{"a case made twice", Forged::case_of(2), "file.sequence", "why.before case"},
             Wrong{"what was otherwise before",
                   R"({"record":"stage","before":{"step":"vote"},"after":{"step":"place"}})",
                   "file.sequence", "why.before stage"},
             Wrong{"a record of nobody's", R"({"record":"hologram","key":1,"after":{}})",
                   "file.form", "why.unknown_record hologram"},
             Wrong{"a word of nobody's", R"({"record":"stage","after":{"step":"dream"}})",
                   "file.form", "why.unknown_name dream"},
             Wrong{"a number where a text should be",
                   R"({"record":"group","key":9,"after":{"title":7}})", "file.form",
                   "why.value title"},
             Wrong{"no key", R"({"record":"group","after":{}})", "file.form", "why.missing key"},
             Wrong{"neither before nor after", R"({"record":"group","key":9})", "file.form",
                   "why.sides group"},
             Wrong{"a text cut by a NUL",
                   R"({"record":"group","key":9,"after":{"title":"a\u0000b"}})", "file.form",
                   "why.text"},
             Wrong{"half of a character",
                   R"({"record":"group","key":9,"after":{"title":"\ud83d"}})", "file.form",
                   "why.text"},
             Wrong{"an object that never ends", R"({"record":"group","key":9,"after":{)",
                   "file.form", "why.json"},
         }) {
        CAPTURE(wrong.what);
        Forged file;
        file.entry(wrong.changes);
        file.entry(R"({"record":"stage","after":{"step":"vote"}})"); // and what follows it
        auto const seen = judged(file.write());
        REQUIRE(seen.fault);
        CHECK(seen.fault->code == base::Errc::corrupt);
        CHECK(seen.fault->where == wrong.where);
        CHECK(seen.fault->detail == wrong.why);
        CHECK(seen.fault->line == file.entries());
        CHECK(seen.entries == file.entries() - 2);
        CHECK(seen.shown == 3);
    }
}

TEST_CASE("when several lines are wrong the first one is named, whatever breaks in it")
{
    Forged file;
    file.entry(Forged::merge_of(2, 2)); // line 4
    file.entry(R"({"record":"stage","after":{"step":"vote"}})");
    auto const path = file.write();
    auto bytes = support::bytes_of(path);
    bytes[bytes.rfind("vote")] = 'b'; // line 5: the chain
    bytes += "{\"hash\":\"torn";
    support::write_bytes(path, bytes);
    auto const seen = judged(path);
    REQUIRE(seen.fault);
    CHECK(seen.fault->where == "file.sequence");
    CHECK(seen.fault->line == 4);
}

TEST_CASE("a session that holds is judged whole")
{
    Forged file;
    file.entry(Forged::merge_of(2, 3));
    auto const seen = judged(file.write());
    CHECK_FALSE(seen.fault);
    CHECK(seen.entries == 3);
    CHECK(seen.shown == 2);
}

TEST_CASE("every entry that a workshop makes follows from what comes before it")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        support::TickingClock clock;
        support::SeededRandomSource random{seed};
        auto session =
            *session::Session::open(std::make_unique<journal::MemoryLog>(), clock, random);
        support::RandomWorkshop(session, seed).steps(150);
        model::Document doc;
        for (std::uint64_t n = 1; n <= session.log().size(); ++n) {
            auto const followed = model::follow(doc, session.log().entry(n)->changes);
            REQUIRE_MESSAGE(followed, followed.error().detail);
        }
        CHECK(doc == session.document());
    }
}

TEST_CASE("a number is read as it was written, or refused: never another one")
{
    auto const number_in = [](std::string const& json, auto start) {
        journal::JsonReader in(json);
        in.number(start);
        return std::pair(in.done(), start);
    };
    CHECK(number_in("18446744073709551615", std::uint64_t{0}) ==
          std::pair(true, ~std::uint64_t{0}));
    CHECK(number_in("-9223372036854775808", std::int64_t{0}) ==
          std::pair(true, std::numeric_limits<std::int64_t>::min()));
    CHECK(number_in("0.1", 0.0) == std::pair(true, 0.1));
    CHECK(number_in("-1e3", 0.0) == std::pair(true, -1000.0));
    for (auto const* wrong : {"18446744073709551616", "1.0", "1e2", "01", "+1", "-", "", "0x10",
                              "1 2", "NaN", "-1", "\"1\"", "true"}) {
        CAPTURE(wrong);
        CHECK_FALSE(number_in(wrong, std::uint64_t{0}).first);
    }
    for (auto const* wrong : {"1.", ".5", "1e", "1e999", "Infinity", "NaN", "1,5"}) {
        CAPTURE(wrong);
        CHECK_FALSE(number_in(wrong, 0.0).first);
    }
}

TEST_CASE("texts are read with every way of writing a character")
{
    auto const text_in = [](std::string const& json) {
        journal::JsonReader in(json);
        std::string text;
        return in.text(text) && in.done() ? text : std::string("refused");
    };
    CHECK(text_in(R"("\u00e9 \ud83d\udeb2 \" \\ \/ \n\t")") == "é 🚲 \" \\ / \n\t");
    for (auto const* wrong : {R"("\ud83d")", R"("\udeb2")", R"("\u00g0")", R"("\x")", R"("never)",
                              "\"line\nend\"", R"("\u0000")", R"("a" "b")", R"("\)"}) {
        CAPTURE(wrong);
        CHECK(text_in(wrong) == "refused");
    }
}
