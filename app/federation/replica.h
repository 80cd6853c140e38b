#pragma once

#include "federation/outcome.h"
#include "federation/shared_log.h"
#include "federation/stream.h"
#include "session/session.h"

#include <functional>

namespace federation {

// This machine in a shared session.
struct Self {
    std::string label;
    model::SitePart part = model::SitePart::room;
    std::set<model::SiteId> formers; // the sites that it was before
};

// The actor of a site's facilitator: undo of one site never reaches the work of another.
edit::Actor actor_of(model::SiteId site);
// The site of such an actor, or none.
model::SiteId site_of(model::ActorId actor);

// Keeps one machine's session equal to the stream. A state machine without threads, clock and input
// or output beside the session's files: events come in, what is to be asked of the stream goes out.
//
// Each entry of this machine is pending until the stream has it: shown, in the outbox, planned on
// what was known. When an entry of another machine comes first, the pending ones are taken back and
// planned again on the new document (edit::replan), each with an outcome. Lines of others are
// verified before they are written: chain, form, sequence. A stream that is shorter than the file
// is filled again from it; one with another chain stops the exchange, and this machine goes on
// alone.
class Replica : public session::Sharing {
public:
    // Appends a line of the file, or of the outbox, if the stream has `after` lines.
    struct Publish {
        std::uint64_t ticket = 0;
        std::string line;
        std::uint64_t after = 0;
    };
    // Reads lines from that number on.
    struct Read {
        std::uint64_t from = 0;
    };
    // Asks for the number of lines.
    struct Look {};
    using Action = std::variant<Publish, Read, Look>;
    using Actions = std::vector<Action>;

    // Resumes what is in the outbox (`items`, as loaded). The references must outlive the Replica.
    Replica(session::Session& session, SharedLog& log, std::deque<Item> items, Self self);
    ~Replica() override;

    // The stream can be reached and has `last` lines; also the answer to Look.
    Actions linked(std::uint64_t last);
    // It can no longer be reached; answers that are still due will not come.
    void cut();
    // Lines from number `from` on, in order.
    Actions came(std::uint64_t from, std::vector<std::string> const& lines);
    Actions answered(std::uint64_t ticket, Appended const& answer);
    // What is to be published after this machine did something.
    Actions acted();

    // Whether all is well and nothing of the stream is unknown here.
    [[nodiscard]] bool in_step() const
    {
        return linked_ && !stopped_ && known_last_ == lines() && compared_ == lines();
    }
    [[nodiscard]] bool is_linked() const { return linked_; }
    // Why the exchange stopped for good: `conflict` "shared.other_chain" with the line's number;
    // `too_new`, `corrupt` as journal::checked_line and "file.sequence"; errors of the disk.
    [[nodiscard]] std::optional<base::Error> const& stopped() const { return stopped_; }
    // Why nothing goes on at present, if so; it is tried again by itself. `io` "shared.full",
    // `denied` "shared.credentials": the server says so; `io` "shared.not_stored": it answers and
    // stores nothing, like one whose disk is full; `io` "file.disk_full", "file.write": this
    // machine's disk.
    [[nodiscard]] std::optional<base::Error> const& hindered() const { return hindered_; }
    // Whether another machine took the place of this site.
    [[nodiscard]] bool replaced() const;
    [[nodiscard]] model::SiteId site() const { return site_; }
    // Whether this machine only reads: it is no site and says nothing.
    [[nodiscard]] bool only_reads() const { return self_.part == model::SitePart::reader; }
    [[nodiscard]] std::size_t pending() const { return log_.pending().size(); }
    // Makes the pending entries part of the file, without the stream: this machine goes on alone
    // for good, as the chain of the others has other lines from here on. Errors of
    // SharedLog::share_first.
    base::Result<void> keep_alone();
    // The outcomes since they were last taken, one an item.
    [[nodiscard]] std::vector<Outcome> take_outcomes();

    base::Result<void> may(session::Origin const& what) override;
    // `denied` "site.replaced", "shared.reader": nobody asks this machine for its ballots.
    [[nodiscard]] base::Result<void> may_vote() const override;
    void coming(session::Origin const& what) override;

private:
    enum class Checks { link, none };
    [[nodiscard]] base::Result<void> may_now(session::Origin const& what, Checks checks) const;
    [[nodiscard]] std::uint64_t lines() const { return log_.shared() + 1; }
    Actions next();
    void join();
    void stop(base::Error why);
    void rest(base::Error why);
    void rest_or_stop(base::Error const& why);
    void goes_on();
    base::Result<void> take(std::string const& line);
    base::Result<void> take_one_of_others(std::string const& line, journal::Entry entry);
    void resume(std::deque<Item> items);
    void begin_return();
    void end_return();
    void plan_again(Item const& item, std::vector<std::uint64_t>& numbers);
    [[nodiscard]] edit::Replanned planned(Item& item, std::vector<std::uint64_t> const& numbers);
    void refuse(Item const& item, edit::Replanned const& why);
    [[nodiscard]] Outcome outcome_of(Item const& item, model::Changes const& now) const;

    session::Session& session_;
    SharedLog& log_;
    Self self_;
    model::SiteId site_;
    bool linked_ = false;
    bool says_goodbye_ = false; // it does not come back by itself
    // How many lines of the stream are known, since the link, to be those of the file.
    std::uint64_t compared_ = 0;
    std::uint64_t known_last_ = 0;
    std::optional<base::Error> stopped_;
    std::optional<Publish> in_flight_;
    std::uint64_t next_ticket_ = 1;
    bool reading_ = false, looking_ = false;
    std::optional<base::Error> hindered_;
    bool rests_ = false; // until the stream's length is told again
    int unanswered_ = 0; // lines published in a row without an answer

    static constexpr int unanswered_most = 3;

    // While pending items are taken back: the items, the document they began on, and what others
    // wrote since.
    struct Return {
        std::deque<Item> items;
        model::Document seen;
        std::uint64_t base = 0; // number of entries before the first item
        std::deque<journal::Entry> since;
        std::optional<base::Error> first_refused; // by the stream
    };
    std::optional<Return> return_;
    std::map<std::uint64_t, journal::Entry> first_planned_; // of items planned again, by id
    std::vector<Outcome> outcomes_;
};

} // namespace federation
