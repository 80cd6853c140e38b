#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// This program among others of the machine.
namespace platform {

std::int64_t own_process();
// Is there still a process of that number?
bool is_running(std::int64_t process);
std::filesystem::path own_program(); // the file it was started from
bool is_superuser();                 // whether it may do everything on this machine

// Looks along PATH.
std::optional<std::filesystem::path> find_program(std::string const& name);

// Starts a program that says and hears nothing, and does not wait for it. False when it cannot be
// started.
bool start_aside(std::filesystem::path const& program, std::vector<std::string> const& arguments);

// What a program found along PATH writes, when it ends well within `patience`; it is ended
// otherwise. It is given what is in the file `reads`, where there is one.
std::optional<std::string> ask(std::string const& program,
                               std::vector<std::string> const& arguments,
                               std::chrono::milliseconds patience,
                               std::filesystem::path const& reads = {});

// Runs a program found along PATH to its end, where this one speaks with the person: it may ask for
// a password there. Whether it ended well.
bool run_before_person(std::string const& program, std::vector<std::string> const& arguments);

// Opens a file, a folder or an address (https://…) with what the person's desktop has for it. False
// when the desktop has nothing to open things with.
bool open_outside(std::string const& what);

// While it lives, a request of the system to end (the session of the desktop is closed, Ctrl+C) is
// told, on another thread, instead of ending the program. Made before any other thread.
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

// A program started with a standard stream closed would get its number for the next file that it
// opens, and write its answers into a session: each is something, that takes nothing. And whoever
// stops reading what it writes does not end it: its writes fail.
void hold_standard_streams();

} // namespace platform
