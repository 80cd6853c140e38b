#include "federation/replica.h"

#include "journal/lines.h"

#include <algorithm>
#include <cassert>

namespace federation {

using base::Errc;
using base::Error;
using base::fail;
using base::Result;

namespace {

constexpr std::uint64_t compared_at_link = 64; // lines
constexpr unsigned kind_bits = 2;              // of an actor's id, below the site
constexpr std::uint64_t kind_facilitator = 1;

template <class... T>
bool is_any(edit::Command const& command)
{
    return (command.is<T>() || ...);
}

// What every room must know before it happens.
bool needs_the_others(edit::Command const& command)
{
    return is_any<edit::OpenRound, edit::CloseRound, edit::RevealRound, edit::ReopenRound,
                  edit::CountHands, edit::RaiseHands, edit::ProlongRound, edit::DecideTie,
                  edit::CollectBallots, edit::DropCollection, edit::PassLead, edit::JoinSite,
                  edit::LeaveSite>(command);
}

} // namespace

edit::Actor actor_of(model::SiteId site)
{
    return {{site.value << kind_bits | kind_facilitator}, edit::Role::facilitator};
}

model::SiteId site_of(model::ActorId actor)
{
    return actor.value > 3 ? model::SiteId{actor.value >> kind_bits} : model::SiteId{};
}

Replica::Replica(session::Session& session, SharedLog& log, std::deque<Item> items, Self self)
    : session_(session)
    , log_(log)
    , self_(std::move(self))
    , site_{session.ids().author()}
{
    auto mine = self_.formers;
    mine.insert(site_);
    session_.share(*this, std::move(mine));
    resume(std::move(items));
    if (!stopped_) log_.end_resuming();
}

Replica::~Replica() { session_.unshare(); }

// Nothing is asked of the stream until it is heard of again.
void Replica::rest(Error why)
{
    hindered_ = std::move(why);
    rests_ = true;
}

// After an error of this machine's disk: a full one may get room again.
void Replica::rest_or_stop(Error const& why)
{
    bool const may_pass = why.where == "file.disk_full" || why.where == "file.write";
    may_pass && !log_.stopped() ? rest(why) : stop(why);
}

void Replica::goes_on()
{
    hindered_.reset();
    unanswered_ = 0;
}

void Replica::stop(Error why)
{
    if (!stopped_) stopped_ = std::move(why);
    in_flight_.reset();
}

// It left the list, and its number is, or was since, that of another machine.
bool Replica::replaced() const
{
    auto const& doc = session_.settled_document();
    auto const* site = model::find<model::Site>(doc, site_);
    if (!site || site->state != model::SiteState::left) return false;
    return std::ranges::any_of(model::table<model::Site>(doc), [&](auto const& one) {
        return one.first != site_ && one.second.number == site->number &&
               !self_.formers.contains(one.first);
    });
}

void Replica::coming(session::Origin const& what)
{
    auto const* command = std::get_if<edit::Command>(&what.what);
    auto const* leaves = command ? command->as<edit::LeaveSite>() : nullptr;
    says_goodbye_ = says_goodbye_ || (leaves && leaves->id == site_);
    log_.coming(what);
}

Result<void> Replica::may(session::Origin const& what) { return may_now(what, Checks::link); }

Result<void> Replica::may_vote() const
{
    if (replaced()) return fail(Errc::denied, "site.replaced");
    if (only_reads()) return fail(Errc::denied, "shared.reader");
    return {};
}

Result<void> Replica::may_now(session::Origin const& what, Checks checks) const
{
    using model::SitePart;
    if (auto ok = may_vote(); !ok) return ok;
    auto const* command = std::get_if<edit::Command>(&what.what);
    if (!command) return {};
    if (is_any<edit::StartSession, edit::RestoreSession, edit::NoteRedaction>(*command))
        return fail(Errc::denied, "shared.never", edit::name_of(*command));
    bool const of_the_lead = is_any<edit::SetStep, edit::SetTimer>(*command);
    bool const of_all = needs_the_others(*command);
    auto const* leaves = command->as<edit::LeaveSite>();
    bool const of_itself = command->is<edit::JoinSite>() || (leaves && leaves->id == site_);
    if (self_.part == SitePart::room && (of_the_lead || of_all) && !of_itself)
        return fail(Errc::denied, "shared.room");
    auto const holder = model::get<model::Lead>(session_.settled_document()).site;
    // Until it has joined again, what it held as a former site is its own.
    bool const own = holder == site_ || self_.formers.contains(holder);
    if (of_the_lead && holder && !own) return fail(Errc::denied, "shared.lead");
    // A collection that nobody else knows of may be given up alone.
    auto const* drop = command->as<edit::DropCollection>();
    bool const own_only =
        drop && !model::find<model::Collection>(session_.settled_document(), drop->round);
    if (of_all && !own_only && checks == Checks::link && !in_step())
        return fail(Errc::denied, "shared.alone");
    return {};
}

// --- the link

Replica::Actions Replica::linked(std::uint64_t last)
{
    looking_ = rests_ = false;
    if (linked_ && last > known_last_) unanswered_ = 0;
    if (!linked_) reading_ = false, compared_ = 0, in_flight_.reset();
    if (last < compared_) compared_ = 0; // it lost some: the rest is compared again
    linked_ = true;
    known_last_ = last;
    return next();
}

void Replica::cut()
{
    linked_ = reading_ = looking_ = rests_ = false;
    unanswered_ = 0;
    if (hindered_ && hindered_->where.starts_with("shared.")) hindered_.reset();
    in_flight_.reset(); // the outbox has it
}

Replica::Actions Replica::acted() { return next(); }

// What is to be asked of the stream now. At most one line is on its way at a time.
Replica::Actions Replica::next()
{
    if (!linked_ || stopped_ || looking_ || rests_) return {};
    Actions out;
    if (log_.owes_outbox()) {
        if (auto ok = log_.write_outbox(); !ok) {
            rest_or_stop(ok.error());
            return out;
        }
        goes_on();
    }
    auto const read = [&](std::uint64_t from) {
        if (!std::exchange(reading_, true)) out.emplace_back(Read{from});
    };
    // The last lines that both have must be the same; by the chain, so are then all before them.
    if (auto const both = std::min(known_last_, lines()); compared_ < both) {
        read(compared_ > 0 ? compared_ + 1 : both - std::min(both, compared_at_link) + 1);
        return out;
    }
    if (known_last_ > lines()) {
        read(lines() + 1);
        return out;
    }
    if (in_flight_) return out;
    auto const publish = [&](std::string line) {
        in_flight_ = Publish{next_ticket_++, std::move(line), known_last_};
        out.emplace_back(*in_flight_);
    };
    if (known_last_ < lines()) {
        publish(std::string(log_.line(known_last_ + 1)));
        return out;
    }
    join();
    if (log_.pending().empty())
        goes_on();
    else
        publish(log_.pending().front().line);
    return out;
}

// Adds this machine to the sites, once it has all entries; also again, where it was taken off.
void Replica::join()
{
    auto const& doc = session_.document();
    auto const* here = model::find<model::Site>(doc, site_);
    if (only_reads() || says_goodbye_ || (here && here->state == model::SiteState::here)) return;
    if (here) {
        if (!replaced())
            (void)session_.submit(actor_of(site_), edit::JoinSite{site_, self_.label, self_.part});
        return;
    }
    model::SiteId former;
    for (auto const& [id, site] : model::table<model::Site>(doc))
        if (self_.formers.contains(id) && site.state == model::SiteState::here) former = id;
    (void)session_.submit(actor_of(site_), edit::JoinSite{site_, self_.label, self_.part, former});
}

Replica::Actions Replica::answered(std::uint64_t ticket, Appended const& answer)
{
    if (!in_flight_ || in_flight_->ticket != ticket) return {};
    auto const sent = *std::exchange(in_flight_, std::nullopt);
    if (stopped_) return {};
    if (auto const* stored = std::get_if<Stored>(&answer);
        stored && stored->number == sent.after + 1) {
        known_last_ = std::max(known_last_, stored->number);
        if (compared_ == sent.after) compared_ = stored->number;
        bool const of_pending = stored->number == lines() + 1 && !log_.pending().empty() &&
                                log_.pending().front().line == sent.line;
        if (of_pending)
            if (auto ok = take(sent.line); !ok) rest_or_stop(ok.error());
        if (!rests_) goes_on();
        return next();
    }
    if (auto const* refused = std::get_if<Refused>(&answer)) {
        // It can never be shared as it is.
        if (!log_.pending().empty() && log_.pending().front().line == sent.line) {
            begin_return();
            return_->first_refused = refused->why;
            end_return();
            return next();
        }
        stop(refused->why);
        return {};
    }
    if (auto const* hindered = std::get_if<Hindered>(&answer)) {
        rest(hindered->why);
        return {};
    }
    bool const unknown = std::holds_alternative<Unknown>(answer);
    unanswered_ = unknown ? unanswered_ + 1 : 0;
    if (unanswered_ >= unanswered_most) {
        rest({Errc::io, "shared.not_stored", {}, 0});
        return {};
    }
    // Overtaken, or not known: the stream tells what it has.
    looking_ = true;
    return {Look{}};
}

Replica::Actions Replica::came(std::uint64_t from, std::vector<std::string> const& lines_read)
{
    reading_ = false;
    if (!linked_ || stopped_) return {};
    auto number = from;
    for (auto const& line : lines_read) {
        known_last_ = std::max(known_last_, number);
        if (number <= lines()) {
            if (journal::hash_of_line(line) != journal::hash_of_line(log_.line(number))) {
                stop(Error{Errc::conflict, "shared.other_chain", std::to_string(number), 0});
                break;
            }
        } else if (number > lines() + 1) {
            break; // some are missing: they are read again
        } else if (auto ok = take(line); !ok) {
            rest_or_stop(ok.error());
            break;
        } else {
            goes_on();
        }
        if (compared_ == 0 || number == compared_ + 1) compared_ = number;
        ++number;
    }
    if (return_) end_return();
    if (lines_read.empty() && !stopped_ && known_last_ > compared_) {
        looking_ = true; // fewer lines than it said
        return {Look{}};
    }
    return next();
}

// Takes the next line of the stream.
Result<void> Replica::take(std::string const& line)
{
    auto const& pending = log_.pending();
    if (!pending.empty() && pending.front().line == line) {
        auto const first = pending.front();
        if (auto ok = log_.share_first(); !ok) return ok;
        session_.settle_first(first.entry);
        outcomes_.push_back(outcome_of(first, first.entry.changes));
        first_planned_.erase(first.id);
        return {};
    }
    auto entry = journal::checked_line(line, log_.hash(log_.shared()), log_.shared() + 1);
    if (!entry) {
        // Its chain does not continue ours.
        if (entry.error().detail == "why.hash")
            return fail(Errc::conflict, "shared.other_chain", std::to_string(lines() + 1));
        return fail(entry.error());
    }
    if (auto ok = session_.fits(*entry, session::Session::After::settled); !ok) return ok;
    return take_one_of_others(line, *std::move(entry));
}

Result<void> Replica::take_one_of_others(std::string const& line, journal::Entry entry)
{
    if (!log_.pending().empty()) begin_return();
    if (auto ok = log_.take_in(line); !ok) return ok;
    session_.take_in(entry);
    if (return_) return_->since.push_back(std::move(entry));
    return {};
}

std::vector<Outcome> Replica::take_outcomes() { return std::exchange(outcomes_, {}); }

} // namespace federation
