#include "bench/files.h"

#include "bench/big_session.h"
#include "bench/figures.h"
#include "session/judge.h"
#include "support/random_workshop.h"
#include "support/temporary_folder.h"

#include <memory>

namespace bench {
namespace {

namespace fs = std::filesystem;

support::TickingClock machine_clock;
support::SeededRandomSource machine_random{9};

// Opens a file as the window and every command do, with validation.
session::Session opened(fs::path const& path)
{
    return sure(session::open_file(path, journal::OpenMode::write, {}, machine_clock,
                                   machine_random))
        .session;
}

// Wall clock: reading and hashing wait for the disk.
void open_it(fs::path const& path, int cards)
{
    constexpr int times = 5;
    std::vector<double> spans, cpu;
    for (int i = 0; i < times; ++i) {
        auto const began = now_ms(), began_cpu = cpu_ms();
        auto const session = opened(path);
        spans.push_back(now_ms() - began);
        cpu.push_back(cpu_ms() - began_cpu);
    }
    Line("open")
        .with("cards", std::int64_t{cards})
        .with("file_mb", static_cast<double>(fs::file_size(path)) / (1 << 20))
        .with("median_ms", quantile(spans, 0.5))
        .with("cpu_ms", quantile(cpu, 0.5));
}

// Moves one card: planned, written, flushed.
void append(fs::path const& path, int cards)
{
    constexpr int times = 200;
    auto session = opened(path);
    auto const id = model::table<model::Case>(session.document()).rbegin()->first;
    std::vector<double> spans, cpu;
    for (int i = 0; i < times; ++i) {
        edit::MoveCards const move{{{id, {static_cast<float>(i) * 10, 40}}}};
        auto const began = now_ms(), began_cpu = cpu_ms();
        sure(session.submit(edit::facilitator, move));
        spans.push_back(now_ms() - began);
        cpu.push_back(cpu_ms() - began_cpu);
    }
    Line("append")
        .with("cards", std::int64_t{cards})
        .with("median_ms", quantile(spans, 0.5))
        .with("p99_ms", quantile(spans, 0.99))
        .with("cpu_ms", quantile(cpu, 0.5));
}

} // namespace

void write_session(fs::path const& path, int cards)
{
    auto log = sure(journal::FileLog::create(path, machine_clock.now_ms()));
    auto session = sure(session::Session::open(std::move(log), machine_clock, machine_random));
    add_cards(session, cards);
}

void files(int cards)
{
    support::TemporaryFolder const folder;
    auto const path = folder / "bench.cadran";
    write_session(path, cards);
    open_it(path, cards);
    append(path, cards);
}

} // namespace bench
