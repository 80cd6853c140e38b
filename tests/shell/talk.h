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
