#pragma once

#include "federation/machine.h"

#include <functional>
#include <memory>

namespace federation {

// A connection to the stream, and to the machines that listen at present.
class Wire : public Stream {
public:
    // Sends a message to all machines that listen. Whether it was sent; it may be lost all the
    // same.
    virtual bool say(std::string const& bytes) = 0;
    // The next message of another machine, waiting for it for up to a fifth of a second; empty when
    // there is none.
    virtual std::string hear() = 0;
    // Whether the connection is known to have ended.
    [[nodiscard]] virtual bool broken() const = 0;
};

// Carries out the tasks of a Machine on threads of its own, and connects again for as long as it
// exists. Nothing is kept between two connections: what was on its way is asked for again by the
// Machine.
class Link {
public:
    // Called on the link's thread; may take seconds. Its errors are told as Cut.
    using Connect = std::function<base::Result<std::shared_ptr<Wire>>()>;
    // `wake` is called on a thread of the link when events wait.
    Link(Connect connect, std::function<void()> wake);
    ~Link(); // ends the connection; blocks for a bounded time
    Link(Link const&) = delete;
    Link& operator=(Link const&) = delete;

    void add(std::vector<Task> tasks);
    [[nodiscard]] std::vector<Event> take();
    // Connects at once instead of waiting for the next attempt.
    void hurry();
    // Milliseconds until the next attempt to connect; 0: connected or connecting.
    [[nodiscard]] std::int64_t next_attempt_ms() const;

    static constexpr std::int64_t attempt_first_ms = 500, attempt_most_ms = 5000;
    static constexpr std::int64_t compare_ms = 3000; // between two looks at the stream's length

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

} // namespace federation
