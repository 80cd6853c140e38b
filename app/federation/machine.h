#pragma once

#include "federation/collector.h"
#include "federation/presence.h"
#include "federation/replica.h"

namespace federation {

// What the link tells (see link.h).
struct Linked {
    std::uint64_t last = 0; // number of lines in the stream
};
struct Cut {
    base::Error why;
};
struct Came {
    std::uint64_t from = 0; // number of the first line
    std::vector<std::string> lines;
};
struct Answered {
    std::uint64_t ticket = 0;
    Appended answer;
};
// A message that is not stored: who is there, sealed ballots.
struct Heard {
    std::string bytes;
};
using Event = std::variant<Linked, Cut, Came, Answered, Heard>;

// What the link is to do: actions of the replica, and messages to all.
struct Say {
    std::string bytes;
};
using Task = std::variant<Replica::Publish, Replica::Read, Replica::Look, Say>;

// A session file opened to be shared.
struct OpenedShared {
    std::unique_ptr<session::Session> session;
    SharedLog* log = nullptr; // of the session
    std::deque<Item> items;   // of the outbox
    std::vector<base::Error> notices;
    std::string id; // of the session
};
// Opens a session file with its outbox. Errors of session::open_file and Outbox::load; `denied`
// "shared.read_only" when the file cannot be written.
base::Result<OpenedShared> open_shared(std::filesystem::path const& path,
                                       journal::FileLog::Options const& options, base::Clock& clock,
                                       base::RandomSource& random);

// One machine of a shared session: replica, collections and presence together. On the session's
// thread; events come in, tasks go out.
class Machine {
public:
    // `opened` must outlive the Machine; its items are taken.
    Machine(OpenedShared& opened, Self const& self);

    std::vector<Task> handle(Event const& event, std::int64_t now_ms);
    // To be called after this machine did something, and twice a second. `now_ms`: of a monotonic
    // clock.
    std::vector<Task> tick(std::int64_t now_ms);

    // What the others are told of the room here: connected phones, and the case being edited.
    void say_of_room(std::uint64_t phones, model::CaseId writes)
    {
        if (writes != writes_) said_ms_ = -Presence::every_ms; // at once
        phones_ = phones, writes_ = writes;
    }

    [[nodiscard]] edit::Actor who() const { return actor_of(replica_.site()); }
    [[nodiscard]] Replica& replica() { return replica_; }
    [[nodiscard]] Replica const& replica() const { return replica_; }
    [[nodiscard]] Collector& collector() { return collector_; }
    [[nodiscard]] Presence const& presence() const { return presence_; }
    // The last error of a count, if any; taken once.
    [[nodiscard]] std::optional<base::Error> take_trouble()
    {
        return std::exchange(trouble_, std::nullopt);
    }

    static constexpr std::int64_t repeat_ms = 1500; // between two deliveries of the same ballots
    // Silence after which the step and the timer may be taken from the site that holds them.
    static constexpr std::int64_t silence_ms = 30'000;
    // Takes the step and the timer: `denied` "lead.present" when their holder was heard lately;
    // errors of Session::submit.
    base::Result<void> take_lead(std::int64_t now_ms);
    // Whether that is possible now.
    [[nodiscard]] bool may_take_lead(std::int64_t now_ms) const;
    // Takes a site off the list that was silent for as long: no ballots are expected of it any
    // more. A machine that was only away is on the list again when it is back. `denied`
    // "site.present"; `conflict` "site.votes" while a vote is open, as ballots may be in its box;
    // errors of Session::submit.
    base::Result<void> remove_site(model::SiteId site, std::int64_t now_ms);
    [[nodiscard]] bool may_remove(model::SiteId site, std::int64_t now_ms) const;

private:
    [[nodiscard]] base::Result<void> removable(model::SiteId site, std::int64_t now_ms) const;

    session::Session& session_;
    Replica replica_;
    Collector collector_;
    Presence presence_;
    std::int64_t delivered_ms_ = -repeat_ms, said_ms_ = -Presence::every_ms, linked_ms_ = 0;
    std::uint64_t phones_ = 0;
    model::CaseId writes_;
    std::optional<base::Error> trouble_;
};

} // namespace federation
