#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// Processes: this program and others on the machine.
namespace platform {

std::int64_t own_process();
// Whether a process with that number exists.
bool is_running(std::int64_t process);
// What a running process was started with, its name first; empty when there is no such process or
// it cannot be known.
std::vector<std::string> arguments_of(std::int64_t process);
// Asks a process, which may have been started by another one, to end; ends it when it has not done
// so after `patience`. Whether it is gone. Numbers are used again: see `arguments_of` first.
bool end_process(std::int64_t process, std::chrono::milliseconds patience);
std::filesystem::path own_program(); // path of this program's executable
bool is_superuser();                 // effective user is root

// An environment variable, in UTF-8; none when it is not set or empty.
std::optional<std::string> environment(char const* variable);

// What main was given, its name first, in UTF-8.
std::vector<std::string> own_arguments(int argc, char** argv);

// Searches PATH; on Windows, also the programs that were installed.
std::optional<std::filesystem::path> find_program(std::string const& name);

// Starts a program in the background, without input or output. False when it cannot be started.
bool start_aside(std::filesystem::path const& program, std::vector<std::string> const& arguments);

// Runs a program found in PATH and returns its output if it succeeds within `patience`; it is
// killed otherwise. Its input is the file `reads`, if any.
std::optional<std::string> ask(std::string const& program,
                               std::vector<std::string> const& arguments,
                               std::chrono::milliseconds patience,
                               std::filesystem::path const& reads = {});

// Runs a program found in PATH to its end, on the same terminal: it may ask for a password. Whether
// it succeeded.
bool run_before_person(std::string const& program, std::vector<std::string> const& arguments);

// Opens a file, a folder or an address (https://…) with the desktop's default program. False when
// there is none.
bool open_outside(std::string const& what);

// While this object exists, a request to end the program (desktop session closed, Ctrl+C) calls the
// given function on another thread instead of ending it. Create it before any other thread.
class EndRequests {
public:
    explicit EndRequests(std::function<void()> told);
    ~EndRequests();
    EndRequests(EndRequests const&) = delete;
    EndRequests& operator=(EndRequests const&) = delete;

private:
    struct Ears;
    std::unique_ptr<Ears> ears_;
};

// Opens /dev/null for each standard stream that is closed: otherwise the next opened file, such as
// a session, would get its number and receive the program's output. Also ignores SIGPIPE, so that
// writing to a closed pipe fails instead of ending the program. On Windows, takes the console of
// the program that started this one, in UTF-8; lines end there as here.
void hold_standard_streams();

// The memory of this program, with open ballots and their keys, is in no file after a crash.
void leave_no_core_file();

// Local times are of the time zone that the system is set to. On Windows, the C library would take
// them from the variable TZ, which programs ported from Unix set, and knows no names of zones.
void use_zone_of_system();

// Shows a message in a box when there is no stream that anybody could read it on: a program of
// Windows that was started by a double click. Does nothing otherwise.
void show_unheard(std::string const& message);

} // namespace platform
