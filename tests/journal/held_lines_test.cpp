#include "journal/file_log.h"
#include "journal/held_lines.h"
#include "journal/quick_disk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <numeric>
#include <random>
#include <thread>

namespace {

using journal::HeldLines;
using support::bytes_of;
using support::write_bytes;

// Lines of a session file: names that repeat themselves, and digits that do not.
std::string random_line(std::mt19937_64& random)
{
    static constexpr std::array sizes{0, 10, 200, 2'000, 2'000, 70'000, 300'000};
    std::string out = R"({"hash":")";
    auto const size = static_cast<std::size_t>(sizes.at(random() % sizes.size()));
    while (out.size() < size) out += R"("record":"case","sha256":")" + std::to_string(random());
    return out + '\n';
}

// What HeldLines should hold.
struct Plain {
    std::vector<std::string> lines;

    [[nodiscard]] std::string text() const
    {
        return std::accumulate(lines.begin(), lines.end(), std::string{});
    }
    [[nodiscard]] std::vector<std::size_t> begins() const
    {
        std::vector<std::size_t> out;
        std::size_t at = 0;
        for (auto const& line : lines) out.push_back(at), at += line.size();
        return out;
    }
};

void wait_for(HeldLines& held)
{
    while (!held.replace_packed()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
}

void check_same(HeldLines const& held, Plain const& plain)
{
    REQUIRE(held.size() == plain.lines.size());
    auto const text = plain.text();
    REQUIRE(held.bytes() == text.size());
    REQUIRE(held.text() == text);
    auto const last = std::min(text.size(), HeldLines::ending_size);
    REQUIRE(held.ending() == text.substr(text.size() - last));
    for (std::size_t n = 0; n < held.size(); ++n)
        REQUIRE(std::string(held.line(n)) + '\n' == plain.lines[n]);
}

} // namespace

TEST_CASE("Held lines are those that were given, added and not cut off, compressed or not yet")
{
    std::mt19937_64 random{7};
    for (int run = 0; run < 40; ++run) {
        Plain plain;
        for (auto n = random() % 60; n > 0; --n) plain.lines.push_back(random_line(random));
        HeldLines held(plain.text(), plain.begins());
        for (int step = 0; step < 30; ++step) {
            switch (random() % 8) {
            case 0: (void)held.replace_packed(); break;
            case 1: wait_for(held); break;
            case 2:
                if (step % 5 == 0 && !plain.lines.empty()) {
                    plain.lines.resize(random() % plain.lines.size() + 1);
                    held.cut(plain.lines.size());
                }
                break;
            default: plain.lines.push_back(random_line(random)); held.push_back(plain.lines.back());
            }
            if (step % 6 == 0) check_same(held, plain);
        }
        check_same(held, plain);
        wait_for(held);
        check_same(held, plain);
        if (plain.lines.empty()) continue;
        // In any order, each a last time from another block.
        for (int i = 0; i < 50; ++i) {
            auto const n = random() % plain.lines.size();
            REQUIRE(std::string(held.line(n)) + '\n' == plain.lines[n]);
        }
    }
}

TEST_CASE("The parts of held lines follow one another from the first byte to the last")
{
    std::mt19937_64 random{11};
    Plain plain;
    for (int n = 0; n < 200; ++n) plain.lines.push_back(random_line(random));
    auto const text = plain.text();
    HeldLines held(text, plain.begins());
    for (bool const waited : {false, true}) {
        if (waited) wait_for(held);
        std::size_t next = 0;
        REQUIRE(held.each_part([&](std::size_t at, std::string_view part) {
            REQUIRE(at == next);
            REQUIRE(part == std::string_view(text).substr(at, part.size()));
            next += part.size();
            return true;
        }));
        REQUIRE(next == text.size());
        int parts = 0;
        CHECK_FALSE(held.each_part([&](std::size_t, std::string_view) {
            ++parts;
            return false;
        }));
        CHECK(parts == 1);
    }
}

TEST_CASE("One line that is most of a session, an import say, is compressed, too")
{
    Plain plain;
    plain.lines.assign(2, "{}\n");
    std::string import = R"({"hash":")";
    while (import.size() < 3'000'000) import += R"("record":"case","title":"Un cas")";
    plain.lines.push_back(import + '\n');
    HeldLines held(plain.text(), plain.begins());
    wait_for(held);
    check_same(held, plain);
    (void)held.replace_packed();
    CHECK(held.memory() < held.bytes() / 10);
    plain.lines.push_back(plain.lines.back());
    held.push_back(plain.lines.back());
    CHECK(held.memory() < held.bytes() / 10);
    check_same(held, plain);
}

TEST_CASE("A long session takes less memory than its file, and lines added to it, too")
{
    std::mt19937_64 random{13};
    Plain plain;
    for (int n = 0; n < 300; ++n) plain.lines.push_back(random_line(random));
    HeldLines held(plain.text(), plain.begins());
    wait_for(held);
    CHECK(held.memory() < held.bytes() * 6 / 10);
    auto const before = held.bytes();
    for (int n = 0; n < 300; ++n) held.push_back(random_line(random));
    CHECK(held.bytes() > 2 * before - before / 2);
    CHECK(held.memory() < held.bytes() * 6 / 10);
}

TEST_CASE("A copy of a long session is what was held before another program damaged the file")
{
    using journal::FileLog;
    support::TemporaryFolder const folder{in_memory()};
    QuickDisk disk;
    auto const path = folder / "long.cadran";
    FileLog::Options const options{&disk, folder / "keys", {}};
    std::vector<journal::Entry> first;
    for (std::uint64_t n = 1; n <= 1'000; ++n) {
        model::Case text;
        text.title = "Un cas au titre assez long, le " + std::to_string(n);
        text.description = std::string(200, static_cast<char>('a' + n % 26));
        first.push_back({n,
                         1,
                         1,
                         journal::Kind::edit,
                         0,
                         "add_cases",
                         {model::Edit<model::Case>{model::CaseId{n}, std::nullopt, text}}});
    }
    REQUIRE(FileLog::create(path, 1, options, first));
    auto const bytes = bytes_of(path);
    REQUIRE(bytes.size() > 5 * HeldLines::block_size);

    for (bool const at_once : {true, false}) {
        CAPTURE(at_once);
        write_bytes(path, bytes);
        auto opened = FileLog::open(path, journal::OpenMode::write, options);
        REQUIRE(opened);
        auto& log = *opened->log;
        for (int look = 0; look < (at_once ? 0 : 10); ++look) {
            REQUIRE(log.check_kept());
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
        }
        for (std::uint64_t const n : {1, 500, 1'000, 2}) {
            REQUIRE(log.entry(n));
            CHECK(*log.entry(n) == first[n - 1]);
        }
        auto damaged = bytes;
        damaged.replace(bytes.size() / 3, 5, "abîmé", 5);
        write_bytes(path, damaged);
        CHECK_FALSE(log.check_kept());
        auto const copy = folder / (at_once ? "at once" : "later");
        REQUIRE(log.save_copy(copy));
        CHECK(bytes_of(copy) == bytes);
    }
}
