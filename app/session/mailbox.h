#pragma once

#include "session/session.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

// A thread-safe queue of requests to the session, from imported files, other programs, phones,
// other machines and finished computations. Senders do not wait; the session's thread takes
// messages between two frames, executes them and replies.
namespace session {

// A command, and the version that its sender saw; none: the version when the message is taken.
struct Ask {
    edit::Command command;
    std::optional<std::uint64_t> seen = std::nullopt;
};
struct Cast {
    model::RoundId round;
    std::string token;
    model::Ballot ballot;
};
struct Withdraw {
    model::RoundId round;
    std::string token;
};
// Asks for a View.
struct Look {};
// A computation has ended: `then` stores its result, on the session's thread. Sent by this program
// only.
struct Finish {
    std::function<void()> then;
};

struct Answer {
    CommandResult outcome;    // Accepted{0} when it makes no entry
    std::optional<View> view; // of Look
};

struct Message {
    edit::Actor from; // the sender and its role
    std::variant<Ask, Cast, Withdraw, Look, Finish> what;
    // The `opening` of the View that it refers to: refused by any other session. None: for
    // whichever session is open.
    std::shared_ptr<void const> opening = {};
    // Called once, on the session's thread, when the request is durable or refused. To receive it
    // elsewhere, forward it (a promise, an event loop).
    std::function<void(Answer const&)> reply = {};
};

// A bounded queue. Any thread may post; one thread takes.
class Mailbox {
public:
    static constexpr std::size_t capacity = 1024; // messages
    explicit Mailbox(std::size_t most = capacity)
        : most_(most)
    {
    }
    Mailbox(Mailbox const&) = delete;
    Mailbox& operator=(Mailbox const&) = delete;
    ~Mailbox();

    // Whether it was accepted. Not when the queue is full or closed: then nothing happens and there
    // is no reply. Finish is accepted even when full, as its number is bounded by the computations
    // begun.
    [[nodiscard]] bool post(Message message);
    // Called on the sender's thread when a message arrives in an empty queue, to wake the receiver.
    void on_post(std::function<void()> wake);

    // Takes the `most` oldest messages.
    [[nodiscard]] std::vector<Message> take(std::size_t most);
    [[nodiscard]] bool empty() const;
    // Accepts nothing more; waiting messages are refused with `not_found` "session.closed".
    void close();

private:
    mutable std::mutex mutex_;
    std::deque<Message> waiting_;
    std::function<void()> wake_;
    std::size_t most_;
    bool open_ = true;
};

// Executes a message on the open session, if any, and replies. `not_found` "session.closed" when
// there is none or the message was for another; `denied` "actor.role". Returns what it replied.
CommandResult deliver(Session* session, Message const& message);

} // namespace session
