#include "session/session.h"

#include "model/turnout.h"
#include "session/shuffle.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace session {

using base::Errc;
using base::Error;
using base::fail;
using base::Result;
using journal::Entry;
using journal::Kind;
using model::RoundState;
using model::RoundStatus;

namespace {

// The message key for the subject of a conflict: a record, a field of one, or an error of the plan.
std::string words_for(std::string_view what)
{
    using Words = std::pair<std::string_view, char const*>;
    static constexpr std::array<Words, 13> known{{{"case", "why.of.case"},
                                                  {"merge", "why.of.case"},
                                                  {"member", "why.of.case"},
                                                  {"card", "why.of.card"},
                                                  {"group", "why.of.group"},
                                                  {"frame", "why.of.group"},
                                                  {"axis", "why.of.axis"},
                                                  {"round", "why.of.round"},
                                                  {"round_status", "why.of.round"},
                                                  {"placement", "why.of.placement"},
                                                  {"decision", "why.of.decision"},
                                                  {"question", "why.of.question"},
                                                  {"guard_answer", "why.of.question"}}};
    auto const name = what.substr(0, what.find('.'));
    auto const it = std::ranges::find(known, name, &Words::first);
    return it == known.end() ? "why.of.session" : it->second;
}

} // namespace

Result<void> as_result(CommandResult const& outcome)
{
    if (auto const* error = std::get_if<Error>(&outcome)) return fail(*error);
    auto const* conflict = std::get_if<edit::Conflict>(&outcome);
    if (!conflict) return {};
    auto const* by = conflict->by == edit::inbox.id ? "overtaken.inbox" : "overtaken.other";
    return fail(Errc::conflict, by, words_for(conflict->what));
}

Session::Session(journal::Stores stores, Reading reading, base::Clock& clock,
                 base::RandomSource& random)
    : log_(std::move(stores.log))
    , box_(std::move(stores.box))
    , clock_(&clock)
    , random_(&random)
    , now_(std::move(reading.state))
    , ids_(random, reading.authors)
    , chain_start_(log_->hash(0))
{
    ids_.note(reading.last_id);
    if (reading.fault) box_->only_read();
    settle_box();
}

Session Session::over(journal::Stores stores, Reading reading, base::Clock& clock,
                      base::RandomSource& random)
{
    return {std::move(stores), std::move(reading), clock, random};
}

Result<Session> Session::open(journal::Stores stores, base::Clock& clock,
                              base::RandomSource& random)
{
    auto reading = read(*stores.log);
    if (reading.fault) return fail(*reading.fault);
    return over(std::move(stores), std::move(reading), clock, random);
}

// A crash after the closing entry, before the box was cleared, leaves ballots that are already
// counted.
void Session::settle_box()
{
    notices_ = box_->settle([this](model::RoundId id) { return said_of(id); });
}

journal::BallotBox::Round Session::said_of(model::RoundId round) const
{
    using Round = journal::BallotBox::Round;
    auto const& doc = settled_document();
    switch (model::get<RoundStatus>(doc, round).state) {
    case RoundState::open: return Round::open;
    case RoundState::setup: return Round::unknown; // not open in this journal
    default: break;
    }
    // Of a shared session: the ballots of this site were counted, or must be kept.
    auto const* collection = model::find<model::Collection>(doc, round);
    auto const here = [&](auto const& sites) {
        return std::ranges::any_of(sites, [&](model::SiteId id) { return mine_.contains(id); });
    };
    bool const counted = !collection || (here(collection->expected) && !here(collection->missing));
    return counted ? Round::over : Round::unknown;
}

Result<Entry> Session::commit(edit::Actor const& who, model::Changes changes, std::string label,
                              Kind kind, std::uint64_t target)
{
    if (auto ok = model::check(now_.document, changes); !ok) return fail(ok.error());
    if (!log_->writable()) return fail(log_->why_closed());
    Entry entry{log_->size() + 1, who.id.value,     clock_->now_ms(),  kind,
                target,           std::move(label), std::move(changes)};
    if (auto ok = append(entry); !ok) return fail(ok.error());
    return entry;
}

// Appends an entry whose changes were checked. In a shared session it is pending.
Result<void> Session::append(Entry const& entry)
{
    if (auto kept = log_->append(entry); !kept) return kept;
    if (sharing_) {
        if (!settled_) settled_ = now_;
        ++pending_;
    }
    pass(entry);
    return {};
}

void Session::pass(Entry const& entry)
{
    now_.pass(entry);
    for (auto const& change : entry.changes) ids_.note(largest_id(change));
    auto recent = std::make_shared<View::Entries>(*recent_);
    if (recent->size() == View::recent_most) recent->erase(recent->begin());
    recent->push_back(std::make_shared<Entry>(entry));
    recent_ = std::move(recent);
}

View Session::view(edit::Actor const& who) const
{
    View out{opening_,      who.id, now_.document, log_->size(), chain_start_, can_undo(who),
             can_redo(who), {},     recent_,       now_.touches};
    out.settled = settled();
    out.taken_back = taken_back_;
    for (auto round : box_->rounds()) {
        auto& tokens = tokens_[round];
        if (!tokens) tokens = std::make_shared<std::set<std::string>>(box_->tokens(round));
        out.boxes.push_back({round, tokens->size(), tokens});
    }
    return out;
}

Result<Entry> Session::submit(edit::Actor const& who, edit::Command const& command)
{
    if (command.is<edit::CloseRound>()) return fail(Errc::invalid, "round.ballots");
    return act(who, command);
}

CommandResult Session::propose(edit::Command const& command, std::uint64_t seen,
                               edit::Actor const& who)
{
    if (command.is<edit::CloseRound>()) return Error{Errc::invalid, "round.ballots", {}, 0};
    if (auto ok = edit::allowed(who, command); !ok) return ok.error();
    if (auto ok = may({who, command}); !ok) return ok.error();
    auto changes = planned(command, seen, who.id);
    if (auto* conflict = std::get_if<edit::Conflict>(&changes)) return std::move(*conflict);
    if (auto* error = std::get_if<Error>(&changes)) return std::move(*error);
    auto const entry = write(who, command, std::get<model::Changes>(std::move(changes)));
    if (!entry) return entry.error();
    return Accepted{entry->n};
}

// Plans on the present document; checks for conflicts with entries written since `seen`.
edit::Replanned Session::planned(edit::Command const& command, std::uint64_t seen,
                                 model::ActorId who) const
{
    auto const now = log_->size();
    if (seen > now) return Error{Errc::invalid, "propose.version", std::to_string(now), 0};
    if (seen == now) {
        auto changes = edit::plan(now_.document, command);
        if (!changes) return changes.error();
        return *std::move(changes);
    }
    View::Entries entries;
    for (auto n = seen + 1; n <= now; ++n) {
        if (now - n < recent_->size()) {
            entries.push_back(recent_->end()[-1 - static_cast<std::ptrdiff_t>(now - n)]);
            continue;
        }
        auto entry = log_->entry(n);
        if (!entry) return entry.error();
        entries.push_back(std::make_shared<Entry>(*std::move(entry)));
    }
    auto then = now_.document;
    std::vector<edit::Meanwhile> since;
    for (auto const& entry : entries) since.push_back({entry->n, {entry->actor}, &entry->changes});
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        (void)model::apply(then, model::inverse((*entry)->changes)); // cannot fail: it was applied
    return edit::replan(then, now_.document, command, since, who);
}

Result<Entry> Session::act(edit::Actor const& who, edit::Command const& command)
{
    if (auto ok = edit::allowed(who, command); !ok) return fail(ok.error());
    if (auto ok = may({who, command}); !ok) return fail(ok.error());
    auto changes = edit::plan(now_.document, command);
    if (!changes) return fail(changes.error());
    return write(who, command, *std::move(changes));
}

Result<Entry> Session::write(edit::Actor const& who, edit::Command const& command,
                             model::Changes changes)
{
    auto const kind = edit::undo_of(command) == edit::Undo::yes ? Kind::edit : Kind::act;
    // A command without effect writes no entry.
    if (changes.empty()) return Entry{0, who.id.value, 0, kind, 0, edit::name_of(command), {}};
    if (sharing_) sharing_->coming({who, command});
    return commit(who, std::move(changes), edit::name_of(command), kind, 0);
}

// Applies entry `n` or its inverse again, without the changes that no longer apply.
Result<Entry> Session::commit_again(edit::Actor const& who, model::Changes changes,
                                    std::string label, Kind kind, std::uint64_t n)
{
    bool const of_a_vote = std::ranges::any_of(changes, [&](model::Change const& change) {
        auto const* round = change.as<model::Edit<model::Round>>();
        return round &&
               model::get<RoundStatus>(now_.document, round->key).state != RoundState::setup;
    });
    auto rest = model::rebase(now_.document, std::move(changes));
    if (rest.empty()) {
        now_.history.pass_over(n);
        return fail(Errc::conflict, of_a_vote ? "undo.vote" : "undo.stale");
    }
    if (sharing_ && kind == Kind::undo) sharing_->coming({who, UndoOf{n}});
    if (sharing_ && kind == Kind::redo) sharing_->coming({who, RedoOf{n}});
    return commit(who, std::move(rest), std::move(label), kind, n);
}

Result<Entry> Session::undo(edit::Actor const& who)
{
    auto const n = now_.history.to_undo(who.id);
    if (n == 0) return fail(Errc::not_found, "undo");
    if (auto ok = may({who, UndoOf{n}}); !ok) return fail(ok.error());
    auto entry = log_->entry(n);
    if (!entry) return fail(entry.error());
    return commit_again(who, model::inverse(std::move(entry->changes)), std::move(entry->label),
                        Kind::undo, n);
}

Result<Entry> Session::redo(edit::Actor const& who)
{
    auto const n = now_.history.to_redo(who.id);
    if (n == 0) return fail(Errc::not_found, "redo");
    if (auto ok = may({who, RedoOf{n}}); !ok) return fail(ok.error());
    auto entry = log_->entry(n);
    if (!entry) return fail(entry.error());
    return commit_again(who, std::move(entry->changes), std::move(entry->label), Kind::redo, n);
}

bool Session::can_undo(edit::Actor const& who) const { return now_.history.to_undo(who.id) != 0; }
bool Session::can_redo(edit::Actor const& who) const { return now_.history.to_redo(who.id) != 0; }

// Of a shared session, a round is open when all machines know it, and until its ballots are asked
// for.
Result<void> Session::takes_ballots(model::RoundId round) const
{
    if (sharing_)
        if (auto ok = sharing_->may_vote(); !ok) return ok;
    for (auto const* doc : {&now_.document, &settled_document()}) {
        if (model::get<RoundStatus>(*doc, round).state != RoundState::open)
            return fail(Errc::conflict, "round.not_open");
        if (model::collection_in_progress(*doc, round))
            return fail(Errc::conflict, "round.collecting");
    }
    return {};
}

Result<void> Session::cast(model::RoundId round, std::string const& token,
                           model::Ballot const& ballot)
{
    auto const* rules = model::find<model::Round>(now_.document, round);
    if (!rules) return fail(Errc::not_found, "round");
    if (auto ok = takes_ballots(round); !ok) return ok;
    if (!log_->writable()) return fail(log_->why_closed());
    if (auto ok = edit::check_ballot(*rules, ballot); !ok) return ok;
    // otherwise the ballot could go into a box that no file belongs to
    if (auto ok = log_->check_kept(); !ok) return ok;
    tokens_.erase(round);
    return box_->put(round, token, edit::in_order_of(*rules, ballot));
}

Result<void> Session::withdraw(model::RoundId round, std::string const& token)
{
    if (!box_->holds(round, token)) return fail(Errc::not_found, "ballot");
    if (auto ok = takes_ballots(round); !ok) return ok;
    if (!log_->writable()) return fail(log_->why_closed());
    if (auto ok = log_->check_kept(); !ok) return ok;
    tokens_.erase(round);
    return box_->withdraw(round, token);
}

std::size_t Session::ballots_in_box(model::RoundId round) const { return box_->count(round); }

std::vector<model::RoundId> Session::rounds_in_box() const { return box_->rounds(); }

std::vector<model::Ballot> Session::shuffled_ballots(model::RoundId round)
{
    return shuffled(box_->ballots(round), *random_);
}

Result<Session::Closed> Session::close_round(edit::Actor const& who, model::RoundId round,
                                             Collected const* collected)
{
    if (sharing_ && !collected) return fail(Errc::denied, "shared.close");
    edit::CloseRound close{round, {}, clock_->now_ms()};
    if (collected) {
        auto all = gathered(now_.document, round, box_->ballots(round), *collected, *random_);
        close.ballots = std::move(all.ballots), close.rooms = std::move(all.rooms);
        close.collection = collected->key, close.missing = collected->missing;
    } else {
        close.ballots = shuffled(box_->ballots(round), *random_);
        close.by_phone = static_cast<int>(std::ranges::count_if(box_->tokens(round), is_of_phone));
    }
    auto entry = act(who, close);
    if (!entry) return fail(entry.error());
    Closed closed{std::move(*entry), std::nullopt};
    if (sharing_) return closed;
    tokens_.erase(round);
    if (!box_->destroy(round)) closed.left = base::Error{Errc::io, "box.left", {}, 0};
    return closed;
}

Result<void> Session::check_kept()
{
    if (auto ok = log_->check_kept(); !ok) return ok;
    return box_->check_kept();
}

Result<void> Session::save_copy(std::filesystem::path const& path) const
{
    if (!log_->stopped() && !box_->stopped()) return log_->save_copy(path);
    return log_->save_copy(path, [&] { return box_->save_copy(path); });
}

} // namespace session
