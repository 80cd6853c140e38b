#include "platform/awake.h"

#include "platform/child.h"
#include "platform/process.h"

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace platform {

// A desktop keeps such a request for as long as the program that made it runs: those of GNOME, KDE
// and systemd run another one, which here ends with this process.
struct KeepsAwake::Asked {
    std::vector<Child> programs;
};

KeepsAwake::KeepsAwake()
    : asked_(std::make_unique<Asked>())
{
    using Arguments = std::vector<std::string>;
    Arguments const meanwhile{"tail", "--pid=" + std::to_string(own_process()), "-f", "/dev/null"};
    for (auto const& [name, first] :
         {std::pair<char const*, Arguments>{"gnome-session-inhibit",
                                            {"--inhibit", "idle:suspend", "--reason", "Cadran"}},
          {"kde-inhibit", {"--power", "--screenSaver"}},
          {"systemd-inhibit", {"--what=idle", "--who=Cadran", "--why=Cadran"}}}) {
        auto const program = find_program(name);
        if (!program) continue;
        auto arguments = first;
        arguments.insert(arguments.end(), meanwhile.begin(), meanwhile.end());
        if (auto child = Child::start(*program, arguments))
            asked_->programs.push_back(*std::move(child));
    }
}

KeepsAwake::~KeepsAwake()
{
    for (auto& one : asked_->programs) one.stop(std::chrono::milliseconds(500));
}

} // namespace platform
