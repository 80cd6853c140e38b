#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace shell {

// Wakes the session's thread: a message, a line of standard input, a request to end.
class Bell {
public:
    void ring()
    {
        std::lock_guard const lock(mutex_);
        rung_ = true;
        wake_.notify_one();
    }
    void type(std::string line)
    {
        std::lock_guard const lock(mutex_);
        lines_.push_back(std::move(line));
        wake_.notify_one();
    }
    void end()
    {
        std::lock_guard const lock(mutex_);
        over_ = true;
        wake_.notify_one();
    }
    // Blocks until there is something to do, at most a second; false when asked to end. `line`: the
    // next line; empty when there is none.
    bool wait(std::string& line)
    {
        std::unique_lock lock(mutex_);
        wake_.wait_for(lock, std::chrono::seconds(1),
                       [&] { return rung_ || over_ || !lines_.empty(); });
        rung_ = false;
        line.clear();
        if (!lines_.empty()) {
            line = std::move(lines_.front());
            lines_.pop_front();
        }
        return !over_;
    }

private:
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::string> lines_;
    bool rung_ = false, over_ = false;
};

// Reads standard input on a detached thread: a blocking read cannot be interrupted.
void listen_to_lines(std::shared_ptr<Bell> const& bell);

} // namespace shell
