#include "federation/replica.h"
#include "journal/lines.h"

// Planning again what this machine did while others wrote.
namespace federation {

using base::Errc;
using base::Error;
using base::Result;

// Resumes what the outbox has from before this opening.
void Replica::resume(std::deque<Item> items)
{
    // What became shared before the program ended.
    while (!items.empty() && items.front().entry.n <= log_.shared() &&
           log_.hash(items.front().entry.n) == journal::hash_of_line(items.front().line))
        items.pop_front();
    if (items.empty()) return;
    auto const base = items.front().entry.n - 1;
    bool const known =
        base <= log_.shared() &&
        journal::checked_line(items.front().line, log_.hash(base), base + 1).has_value();
    auto seen = session_.replay().at(known ? base : log_.shared());
    if (!known || !seen) { // the session file is another one, or an older copy
        begin_return();
        for (auto const& item : items) refuse(item, Error{Errc::corrupt, "outbox.base", {}, 0});
        return_->items.clear();
        return end_return();
    }
    while (base == log_.shared() && !items.empty()) {
        auto const& item = items.front();
        auto const next = log_.size() + 1;
        auto const holds = journal::checked_line(item.line, log_.hash(next - 1), next);
        if (!holds || !session_.fits(*holds, session::Session::After::present)) break;
        log_.resume(item);
        session_.resume(item.entry);
        items.pop_front();
    }
    if (items.empty()) return;
    // Entries of others were taken in, but these items were not yet planned again.
    begin_return();
    std::ranges::move(items, std::back_inserter(return_->items));
    return_->base = base;
    return_->seen = *std::move(seen);
    for (auto n = base + 1; n <= log_.shared(); ++n)
        if (auto entry = log_.entry(n)) return_->since.push_back(*std::move(entry));
    end_return();
}

Result<void> Replica::keep_alone()
{
    cut();
    while (!log_.pending().empty()) {
        auto const first = log_.pending().front().entry;
        if (auto ok = log_.share_first(); !ok) return ok;
        session_.settle_first(first);
    }
    return {};
}

void Replica::begin_return()
{
    auto seen = session_.settled_document();
    return_.emplace(Return{log_.take_back(), std::move(seen), log_.shared(), {}, {}});
    session_.take_back();
    log_.hold_outbox();
}

// Plans the items again, in their order, on the present document.
void Replica::end_return()
{
    std::vector<std::uint64_t> numbers; // of each item's entry now, 0: none
    for (auto const& item : return_->items) {
        plan_again(item, numbers);
        (void)model::apply(return_->seen, item.entry.changes); // it was planned on that
    }
    return_.reset();
    if (auto ok = log_.write_outbox(); !ok) rest_or_stop(ok.error());
}

Outcome Replica::outcome_of(Item const& item, model::Changes const& now) const
{
    auto const first = first_planned_.find(item.id);
    return compared(item.id, first == first_planned_.end() ? item.entry : first->second, now);
}

void Replica::plan_again(Item const& item, std::vector<std::uint64_t>& numbers)
{
    auto again = item;
    auto result = planned(again, numbers);
    numbers.push_back(0);
    auto* changes = std::get_if<model::Changes>(&result);
    if (!changes) return refuse(item, result);
    first_planned_.try_emplace(item.id, item.entry);
    if (changes->empty()) {
        outcomes_.push_back(outcome_of(item, *changes));
        first_planned_.erase(item.id);
        return;
    }
    again.entry.changes = std::move(*changes);
    log_.keep_id(item.id);
    auto const put = session_.put_again(again.origin, again.entry);
    if (!put) return refuse(item, put.error());
    numbers.back() = put->n;
}

void Replica::refuse(Item const& item, edit::Replanned const& why)
{
    auto outcome = outcome_of(item, item.entry.changes);
    outcome.kind = Outcome::Kind::refused;
    outcome.numbers.clear();
    outcome.origin = item.origin;
    if (auto const* conflict = std::get_if<edit::Conflict>(&why)) {
        outcome.why = Error{Errc::conflict, "overtaken.other", conflict->what, 0};
        outcome.by = conflict->by;
    } else if (auto const* error = std::get_if<Error>(&why)) {
        outcome.why = *error;
    }
    log_.put_aside(item, outcome.why);
    first_planned_.erase(item.id);
    outcomes_.push_back(std::move(outcome));
}

edit::Replanned Replica::planned(Item& item, std::vector<std::uint64_t> const& numbers)
{
    auto const& back = *return_;
    if (back.first_refused && numbers.empty()) return *back.first_refused;
    if (auto ok = may_now(item.origin, Checks::none); !ok) return ok.error();
    if (auto const* command = std::get_if<edit::Command>(&item.origin.what)) {
        std::vector<edit::Meanwhile> since;
        for (auto const& entry : back.since)
            since.push_back({entry.n, {entry.actor}, &entry.changes});
        return edit::replan(back.seen, session_.document(), *command, since, item.origin.who.id);
    }
    auto* undo = std::get_if<session::UndoOf>(&item.origin.what);
    auto& target = undo ? undo->n : std::get_if<session::RedoOf>(&item.origin.what)->n;
    if (target > back.base) { // it was pending too
        auto const at = target - back.base - 1;
        target = at < numbers.size() ? numbers[at] : 0;
    }
    auto const entry = log_.entry(target);
    if (!entry) return Error{Errc::conflict, "undo.stale", {}, 0};
    item.entry.target = target;
    auto changes =
        model::rebase(session_.document(), undo ? model::inverse(entry->changes) : entry->changes);
    if (changes.empty()) return Error{Errc::conflict, "undo.stale", {}, 0};
    return changes;
}

} // namespace federation
