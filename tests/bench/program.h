#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

// A program that runs beside this one; it ends with it.
class Program {
public:
    // `talk`: the number under which it finds the pipe that it writes to.
    Program(std::vector<std::string> const& words, int talk);
    ~Program();
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    [[nodiscard]] pid_t pid() const { return pid_; }
    // The next line that it says; none when it says no more.
    [[nodiscard]] std::optional<std::string> line() const;

private:
    pid_t pid_ = -1;
    int heard_ = -1;
};

double unix_ms();

// What a process has had of the processor so far, in milliseconds.
double cpu_of(pid_t pid);

// When `board_window` says that its first picture is on the screen (Unix time, milliseconds); none
// when it ends before.
std::optional<double> first_picture(Program const& program);

} // namespace bench
