#pragma once

#include "session/session.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

// How anything that is not the session's own thread speaks to it: files that came in, other
// programs, phones, other machines, computations that are done. Whoever sends leaves a message and
// goes on; the session's thread takes messages between two frames, does what they ask, and answers.
namespace session {

// A command, and the version that its sender saw; none: what it says when the message is read.
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
// To be shown what the session says.
struct Look {};
// A computation is done: `then` puts its result where it belongs, on the session's thread. Never
// from outside the program.
struct Finish {
    std::function<void()> then;
};

struct Answer {
    Outcome outcome;          // Accepted{0} of what is no entry
    std::optional<View> view; // of Look
};

struct Message {
    edit::Actor from; // who asks, and what they may do
    std::variant<Ask, Cast, Withdraw, Look, Finish> what;
    // That of the View it was written against: for another session it means nothing. None: for
    // whichever is open.
    std::shared_ptr<void const> opening = {};
    // Called once, on the session's thread, when what was asked is durable or will not be done.
    // Whoever wants it elsewhere takes it there: a promise, a loop of events that it is posted to.
    std::function<void(Answer const&)> reply = {};
};

// Where messages wait. Any thread may post; one takes.
class Mailbox {
public:
    static constexpr std::size_t room = 1024; // messages
    explicit Mailbox(std::size_t most = room)
        : most_(most)
    {
    }
    Mailbox(Mailbox const&) = delete;
    Mailbox& operator=(Mailbox const&) = delete;
    ~Mailbox();

    // Whether it was taken. Not when as many wait as there is room for, nor once it is closed: then
    // nothing is done and nothing answered. Finish is always taken while it is open: as many come
    // as were begun here.
    [[nodiscard]] bool post(Message message);
    // Called on the poster's thread when a message comes into an empty box, to wake the one that
    // takes.
    void on_post(std::function<void()> wake);

    // The oldest messages, `most` of them.
    [[nodiscard]] std::vector<Message> take(std::size_t most);
    [[nodiscard]] bool empty() const;
    // Nothing is taken from now on; what waits is refused: `not_found` "session.closed".
    void close();

private:
    mutable std::mutex mutex_;
    std::deque<Message> waiting_;
    std::function<void()> wake_;
    std::size_t most_;
    bool open_ = true;
};

// Does what a message asks of the session that is open, if any, and answers: `not_found`
// "session.closed" when it is none, or not the one that was meant; `denied` "actor.role". The
// answer is what became of it.
Outcome deliver(Session* session, Message const& message);

} // namespace session
