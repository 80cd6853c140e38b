#pragma once

#include "shell/terminal.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace terminal {

// Why no session can be hosted here; null when one can.
char const* why_not_shared();
// A port of this machine that was free a moment ago.
std::string some_port();
// The server that was started last under that home; 0: none.
pid_t server_of(Terminal const& shell);
// Ends it, where a killed program left it.
void end_server(Terminal const& shell);

// A command that goes on and is led by lines: `federate`, with --json. Killed by the destructor.
class Talk {
public:
    Talk(Terminal const& shell, std::vector<std::string> words);
    ~Talk();
    Talk(Talk const&) = delete;
    Talk& operator=(Talk const&) = delete;

    // Types a line; its answer, of a minute at most.
    nlohmann::json ask(std::string const& line);
    // Waits up to a minute for a state that fits; false when none comes.
    bool until(std::function<bool(nlohmann::json const&)> const& fits);
    bool until_state(std::string const& state);
    [[nodiscard]] nlohmann::json state();
    // The line about the room of phones.
    nlohmann::json room();
    void kill_at_once();
    // Types "end"; the exit code.
    int end();

private:
    void read();
    std::optional<nlohmann::json> wait_for(std::deque<nlohmann::json>& from);

    pid_t process_ = -1;
    int to_ = -1, from_ = -1;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<nlohmann::json> answers_, rooms_;
    nlohmann::json state_;
    std::thread reader_;
};

} // namespace terminal
