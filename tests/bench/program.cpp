#include "bench/program.h"

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

Program::Program(std::vector<std::string> const& words, int talk)
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

Program::~Program()
{
    if (pid_ > 0) {
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
    }
    if (heard_ >= 0) ::close(heard_);
}

std::optional<std::string> Program::line() const
{
    std::string said;
    for (char c = 0; ::read(heard_, &c, 1) == 1;) {
        if (c == '\n') return said;
        said += c;
    }
    return std::nullopt;
}

double unix_ms()
{
    using namespace std::chrono;
    return duration<double, std::milli>(system_clock::now().time_since_epoch()).count();
}

// Processor time used by a process, in milliseconds.
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

} // namespace bench
