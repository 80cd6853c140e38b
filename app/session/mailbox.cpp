#include "session/mailbox.h"

#include <algorithm>

namespace session {
namespace {

using base::Errc;
using base::Error;

CommandResult answer(Message const& message, Answer const& with)
{
    if (message.reply) message.reply(with);
    return with.outcome;
}

CommandResult outcome_of(base::Result<void> const& done)
{
    if (!done) return done.error();
    return Accepted{};
}

// Facilitators and participants may vote.
base::Result<void> may_vote(edit::Actor const& who)
{
    if (who.role != edit::Role::reader) return {};
    return base::fail(Errc::denied, "actor.role");
}

Answer done(Session& session, edit::Actor const& from, Ask const& ask)
{
    return {session.propose(ask.command, ask.seen.value_or(session.log().size()), from), {}};
}

Answer done(Session& session, edit::Actor const& from, Cast const& cast)
{
    if (auto ok = may_vote(from); !ok) return {ok.error(), {}};
    return {outcome_of(session.cast(cast.round, cast.token, cast.ballot)), {}};
}

Answer done(Session& session, edit::Actor const& from, Withdraw const& withdraw)
{
    if (auto ok = may_vote(from); !ok) return {ok.error(), {}};
    return {outcome_of(session.withdraw(withdraw.round, withdraw.token)), {}};
}

Answer done(Session& session, edit::Actor const& from, Look const&)
{
    return {Accepted{}, session.view(from)};
}

Answer done(Session&, edit::Actor const&, Finish const&) { return {Accepted{}, {}}; }

Answer closed() { return {Error{Errc::not_found, "session.closed", {}, 0}, {}}; }

} // namespace

Mailbox::~Mailbox() { close(); }

bool Mailbox::post(Message message)
{
    std::function<void()> wake;
    {
        std::lock_guard const lock(mutex_);
        bool const bounded = !std::holds_alternative<Finish>(message.what);
        if (!open_ || (bounded && waiting_.size() >= most_)) return false;
        if (waiting_.empty()) wake = wake_;
        waiting_.push_back(std::move(message));
    }
    if (wake) wake();
    return true;
}

void Mailbox::on_post(std::function<void()> wake)
{
    std::lock_guard const lock(mutex_);
    wake_ = std::move(wake);
}

std::vector<Message> Mailbox::take(std::size_t most)
{
    std::lock_guard const lock(mutex_);
    auto const end =
        waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(most, waiting_.size()));
    std::vector<Message> out(std::move_iterator(waiting_.begin()), std::move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    return out;
}

bool Mailbox::empty() const
{
    std::lock_guard const lock(mutex_);
    return waiting_.empty();
}

void Mailbox::close()
{
    std::deque<Message> left;
    {
        std::lock_guard const lock(mutex_);
        open_ = false;
        left.swap(waiting_);
    }
    for (auto const& message : left) (void)answer(message, closed());
}

CommandResult deliver(Session* session, Message const& message)
{
    bool const other = message.opening && (!session || session->opening() != message.opening);
    auto const* finish = std::get_if<Finish>(&message.what);
    if (other || (!session && !finish)) return answer(message, closed());
    if (finish) finish->then();
    if (!session) return answer(message, {Accepted{}, {}});
    return answer(message,
                  std::visit([&](auto const& what) { return done(*session, message.from, what); },
                             message.what));
}

} // namespace session
