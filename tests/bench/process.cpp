#include "bench/process.h"

#include "bench/figures.h"
#include "bench/files.h"
#include "support/temporary_folder.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace bench {
namespace {

namespace fs = std::filesystem;

// A program that runs beside this one; it ends with it.
class Program {
public:
    // `talk`: the number under which it finds the pipe that it writes to.
    Program(std::vector<std::string> const& words, int talk)
    {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) return;
        pid_ = ::fork();
        if (pid_ == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(ends[1], talk);
            ::close(ends[0]);
            if (ends[1] != talk) ::close(ends[1]);
            std::vector<char*> arguments;
            arguments.reserve(words.size() + 1);
            for (auto const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
            arguments.push_back(nullptr);
            ::execvp(arguments[0], arguments.data());
            ::_exit(127);
        }
        ::close(ends[1]);
        heard_ = ends[0];
    }
    ~Program()
    {
        if (pid_ > 0) {
            ::kill(pid_, SIGTERM);
            ::waitpid(pid_, nullptr, 0);
        }
        if (heard_ >= 0) ::close(heard_);
    }
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    // The next line that it says; none when it says no more.
    [[nodiscard]] std::optional<std::string> line() const
    {
        std::string said;
        for (char c = 0; ::read(heard_, &c, 1) == 1;) {
            if (c == '\n') return said;
            said += c;
        }
        return std::nullopt;
    }

private:
    pid_t pid_ = -1;
    int heard_ = -1;
};

double unix_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
}

// What a process has had of the processor so far, in milliseconds.
double cpu_of(pid_t pid)
{
    std::ifstream in("/proc/" + std::to_string(pid) + "/stat");
    std::string all;
    std::getline(in, all);
    std::istringstream rest(all.substr(all.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) rest >> skipped;
    double user = 0, system = 0;
    rest >> user >> system;
    return (user + system) * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::optional<double> first_picture(Program const& program)
{
    while (auto const said = program.line())
        if (said->starts_with("mark first_frame ")) return std::stod(said->substr(17));
    return std::nullopt;
}

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
