#include "session/session.h"

#include <algorithm>

namespace session {

using base::Errc;
using base::fail;
using base::Result;
using journal::Entry;
using journal::Kind;
using model::RoundState;
using model::RoundStatus;

namespace {

// The largest number that a key says: keys are ids, or made of them. One that was derived says
// nothing of what was minted.
std::uint64_t largest_id(model::Change const& change)
{
    return change.visit([]<class R>(model::Edit<R> const& e) {
        if constexpr (requires { e.key.value; })
            return e.key.value < model::derived_ids ? e.key.value : 0;
        else
            return std::uint64_t{0};
    });
}

// A uniform number below `n`, without the bias of a plain remainder.
std::uint64_t below(base::Chance& chance, std::uint64_t n)
{
    auto const limit = ~std::uint64_t{0} - ~std::uint64_t{0} % n;
    for (;;)
        if (auto const x = chance.draw(); x < limit) return x % n;
}

} // namespace

Session::Session(std::unique_ptr<journal::Log> log, base::Clock& clock, base::Chance& chance)
    : log_(std::move(log))
    , clock_(&clock)
    , chance_(&chance)
    , ids_(chance)
    , chain_start_(log_->hash(0))
{
}

Result<Session> Session::open(std::unique_ptr<journal::Log> log, base::Clock& clock,
                              base::Chance& chance)
{
    Session session(std::move(log), clock, chance);
    std::uint64_t from = 1;
    if (auto snapshot = session.log_->snapshot();
        snapshot && session.history_.load(snapshot->history)) {
        session.doc_ = std::move(snapshot->document);
        session.ids_.note(snapshot->last_id);
        from = snapshot->n + 1;
    }
    for (auto n = from; n <= session.log_->size(); ++n) {
        auto entry = session.log_->entry(n);
        if (!entry) return fail(entry.error());
        if (auto ok = model::apply(session.doc_, entry->changes); !ok)
            return fail(Errc::corrupt, "file.entry", std::to_string(n), n + 1);
        session.history_.fold(*entry);
        session.note_ids(entry->changes);
    }
    session.settle_boxes();
    return session;
}

// A crash between the closing entry and the end of its box leaves ballots that are already counted.
void Session::settle_boxes()
{
    using Round = journal::BallotBox::Round;
    notices_ = log_->box().settle([&](model::RoundId id) {
        switch (model::get<RoundStatus>(doc_, id).state) {
        case RoundState::open: return Round::open;
        case RoundState::setup: return Round::unknown; // it is not open yet, as far as we know
        default: return Round::over;
        }
    });
}

void Session::note_ids(model::Changes const& changes)
{
    for (auto const& change : changes) ids_.note(largest_id(change));
}

Result<Entry> Session::commit(edit::Actor const& who, model::Changes changes, std::string label,
                              Kind kind, std::uint64_t target)
{
    if (auto ok = model::check(doc_, changes); !ok) return fail(ok.error());
    if (!log_->writable()) return fail(log_->why_closed());
    Entry entry{log_->size() + 1, who.id.value,     clock_->now_ms(),  kind,
                target,           std::move(label), std::move(changes)};
    if (auto kept = log_->append(entry); !kept) return fail(kept.error());
    (void)model::apply(doc_, entry.changes); // checked above: it cannot fail
    history_.fold(entry);
    note_ids(entry.changes);
    auto recent = std::make_shared<View::Entries>(*recent_);
    if (recent->size() == View::recent_most) recent->erase(recent->begin());
    recent->push_back(std::make_shared<Entry>(entry));
    recent_ = std::move(recent);
    return entry;
}

View Session::view(edit::Actor const& who) const
{
    View out{opening_, doc_, log_->size(), chain_start_, can_undo(who), can_redo(who), {}, recent_};
    auto const& box = log_->box();
    for (auto round : box.rounds()) {
        auto& tokens = tokens_[round];
        if (!tokens) tokens = std::make_shared<std::set<std::string>>(box.tokens(round));
        out.boxes.push_back({round, tokens->size(), tokens});
    }
    return out;
}

Result<Entry> Session::submit(edit::Actor const& who, edit::Command const& command)
{
    if (auto ok = edit::allowed(who, command); !ok) return fail(ok.error());
    auto changes = edit::plan(doc_, command);
    if (!changes) return fail(changes.error());
    auto const kind = edit::undo_of(command) == edit::Undo::yes ? Kind::edit : Kind::act;
    // Asking for what already is changes nothing and leaves no trace.
    if (changes->empty()) return Entry{0, who.id.value, 0, kind, 0, edit::name_of(command), {}};
    return commit(who, std::move(*changes), edit::name_of(command), kind, 0);
}

// What entry `n` changed, forth or back, as far as it still means something.
Result<Entry> Session::commit_again(edit::Actor const& who, model::Changes changes,
                                    std::string label, Kind kind, std::uint64_t n)
{
    bool const of_a_vote = std::ranges::any_of(changes, [&](model::Change const& change) {
        auto const* round = change.as<model::Edit<model::Round>>();
        return round && model::get<RoundStatus>(doc_, round->key).state != RoundState::setup;
    });
    auto rest = model::rebase(doc_, std::move(changes));
    if (rest.empty()) {
        history_.pass_over(n);
        return fail(Errc::conflict, of_a_vote ? "undo.vote" : "undo.stale");
    }
    return commit(who, std::move(rest), std::move(label), kind, n);
}

Result<Entry> Session::undo(edit::Actor const& who)
{
    auto const n = history_.to_undo(who.id);
    if (n == 0) return fail(Errc::not_found, "undo");
    auto entry = log_->entry(n);
    if (!entry) return fail(entry.error());
    return commit_again(who, model::inverse(std::move(entry->changes)), std::move(entry->label),
                        Kind::undo, n);
}

Result<Entry> Session::redo(edit::Actor const& who)
{
    auto const n = history_.to_redo(who.id);
    if (n == 0) return fail(Errc::not_found, "redo");
    auto entry = log_->entry(n);
    if (!entry) return fail(entry.error());
    return commit_again(who, std::move(entry->changes), std::move(entry->label), Kind::redo, n);
}

bool Session::can_undo(edit::Actor const& who) const { return history_.to_undo(who.id) != 0; }
bool Session::can_redo(edit::Actor const& who) const { return history_.to_redo(who.id) != 0; }

Result<void> Session::cast(model::RoundId round, std::string const& token,
                           model::Ballot const& ballot)
{
    auto const* rules = model::find<model::Round>(doc_, round);
    if (!rules) return fail(Errc::not_found, "round");
    if (model::get<RoundStatus>(doc_, round).state != RoundState::open)
        return fail(Errc::conflict, "round.not_open");
    if (!log_->writable()) return fail(log_->why_closed());
    if (auto ok = edit::check_ballot(*rules, ballot); !ok) return ok;
    tokens_.erase(round);
    return log_->box().put(round, token, ballot);
}

Result<void> Session::withdraw(model::RoundId round, std::string const& token)
{
    if (!log_->box().holds(round, token)) return fail(Errc::not_found, "ballot");
    if (!log_->writable()) return fail(log_->why_closed());
    tokens_.erase(round);
    return log_->box().withdraw(round, token);
}

std::size_t Session::ballots_in_box(model::RoundId round) const { return log_->box().count(round); }

Result<Entry> Session::close_round(edit::Actor const& who, model::RoundId round)
{
    auto ballots = log_->box().ballots(round);
    for (auto left = ballots.size(); left > 1; --left)
        std::swap(ballots[left - 1], ballots[below(*chance_, left)]);
    auto entry = submit(who, edit::CloseRound{round, std::move(ballots), clock_->now_ms()});
    if (!entry) return entry;
    tokens_.erase(round);
    if (auto ok = log_->box().destroy(round); !ok) return fail(Errc::io, "urn.left");
    return entry;
}

void Session::keep_snapshot() const
{
    log_->keep({log_->size(), doc_, ids_.last(), history_.save()});
}

} // namespace session
