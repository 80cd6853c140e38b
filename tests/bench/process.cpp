#include "bench/process.h"

#include "bench/figures.h"
#include "bench/files.h"
#include "bench/program.h"
#include "support/temporary_folder.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>
#include <unistd.h>

namespace bench {
namespace {

namespace fs = std::filesystem;

void start(fs::path const& program, fs::path const& session, int cards)
{
    constexpr int times = 5;
    std::vector<double> spans, cpu;
    for (int i = 0; i < times; ++i) {
        auto const began = unix_ms();
        Program const board({program.string(), "--session", session.string()}, STDERR_FILENO);
        auto const shown = first_picture(board);
        if (!shown) continue;
        spans.push_back(*shown - began);
        cpu.push_back(cpu_of(board.pid()));
    }
    if (spans.empty()) return;
    Line("start")
        .with("cards", std::int64_t{cards})
        .with("to_first_picture_ms", quantile(spans, 0.5))
        .with("least_ms", quantile(spans, 0))
        .with("slowest_ms", quantile(spans, 1))
        .with("cpu_ms", quantile(cpu, 0.5));
}

void idle(fs::path const& program, fs::path const& session, int cards)
{
    using namespace std::chrono_literals;
    Program const board({program.string(), "--session", session.string()}, STDERR_FILENO);
    if (!first_picture(board)) return;
    std::this_thread::sleep_for(3s); // what follows the first picture
    auto const before = cpu_of(board.pid());
    std::this_thread::sleep_for(20s);
    Line("idle")
        .with("cards", std::int64_t{cards})
        .with("seconds", std::int64_t{20})
        .with("cpu_ms", cpu_of(board.pid()) - before);
}

} // namespace

void window(fs::path const& program)
{
    std::optional<Program> screen;
    if (!std::getenv("DISPLAY")) {
        screen.emplace(
            std::vector<std::string>{"Xvfb", "-screen", "0", "1920x1080x24", "-displayfd", "3"}, 3);
        auto const number = screen->line();
        if (!number) {
            Line("start").with("skipped", "no screen, and no Xvfb to make one");
            return;
        }
        setenv("DISPLAY", (":" + *number).c_str(), 1);
    }
    support::TemporaryFolder const folder;
    for (int const cards : {60, 20'000}) {
        auto const session = folder / (std::to_string(cards) + ".cadran");
        write_session(session, cards);
        start(program, session, cards);
        idle(program, session, cards);
    }
}

void memory(fs::path const& self, std::vector<int> const& sizes)
{
    support::TemporaryFolder const folder;
    for (int const cards : sizes) {
        auto const session = folder / (std::to_string(cards) + ".cadran");
        write_session(session, cards);
        Program const one({self.string(), "--memory-of", session.string()}, STDOUT_FILENO);
        while (auto const said = one.line()) std::puts(said->c_str());
    }
}

} // namespace bench
