#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

// A child process, ended by the destructor.
class Program {
public:
    // `talk`: file descriptor of the pipe it writes to.
    Program(std::vector<std::string> const& words, int talk);
    ~Program();
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    // The next line it writes; none at the end.
    [[nodiscard]] std::optional<std::string> line() const;

private:
    pid_t pid_ = -1;
    int heard_ = -1;
};

double unix_ms();

// Processor time used by a process, in milliseconds.
double cpu_of(pid_t pid);

// When `board_window` reports its first picture (Unix time, milliseconds); none when it ends
// before.
std::optional<double> first_picture(Program const& program);

} // namespace bench
