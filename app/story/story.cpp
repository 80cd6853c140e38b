#include "story/story.h"

#include "model/change.h"
#include "story/events.h"
#include "story/naming.h"

#include <algorithm>
#include <limits>
#include <set>

namespace story {

bool is_landmark(Event const& event)
{
    return std::visit(
        []<class T>(T const& what) {
            if constexpr (std::is_same_v<T, Polled>)
                return what.to != Polled::To::dropped;
            else if constexpr (std::is_same_v<T, Decided>)
                return what.before.verdict != what.after.verdict ||
                       (!what.after.question.empty() &&
                        what.before.question != what.after.question);
            else
                return std::is_same_v<T, Begun> || std::is_same_v<T, Merged> ||
                       std::is_same_v<T, Split> || std::is_same_v<T, TieCut> ||
                       std::is_same_v<T, Weighed> || std::is_same_v<T, Budgeted> ||
                       std::is_same_v<T, Redacted> || std::is_same_v<T, AxisChanged>;
        },
        event.what);
}

std::size_t Story::events_until(std::uint64_t n) const
{
    auto const it = std::ranges::upper_bound(events, n, {}, &Event::n);
    return static_cast<std::size_t>(it - events.begin());
}

std::uint64_t Story::at(std::int64_t played_ms) const
{
    auto const it = std::ranges::upper_bound(moments, played_ms, {}, &Moment::played_ms);
    return it == moments.begin() ? 0 : static_cast<std::uint64_t>(it - moments.begin() - 1);
}

bool Teller::advance(std::uint64_t entries)
{
    for (; entries > 0 && !stopped_ && story_.size() < log_->size(); --entries) {
        auto const n = story_.size() + 1;
        auto const entry = log_->entry(n);
        auto after = doc_;
        if (!entry || !model::apply(after, entry->changes)) {
            stopped_ = true;
            break;
        }
        auto const& last = story_.moments.back();
        auto const gap =
            n == 1 ? shortest_ms : std::clamp(entry->at_ms - last.at_ms, shortest_ms, longest_ms);
        auto const step = model::get<model::Stage>(after).step;
        story_.moments.push_back({entry->at_ms, last.played_ms + gap, step});
        for (auto& what : events_of(*entry, doc_, after))
            story_.events.push_back({n, entry->at_ms, entry->kind, step, std::move(what)});
        doc_ = std::move(after);
    }
    return !stopped_ && story_.size() < log_->size();
}

Story tell(journal::Log const& log)
{
    Teller teller(log);
    teller.advance(std::numeric_limits<std::uint64_t>::max());
    return teller.story();
}

std::vector<Named> edited_since(Story const& story, model::Document const& doc,
                                model::RoundId round, std::uint64_t n)
{
    auto const* rules = model::find<model::Round>(doc, round);
    if (!rules) return {};
    std::set<model::CaseId> edited;
    bool closed = false;
    for (auto const& event : story.events) {
        if (event.n > n) break;
        if (auto const* polled = std::get_if<Polled>(&event.what);
            polled && polled->vote.id == round)
            if (polled->to == Polled::To::closed) edited.clear(), closed = true;
        if (auto const* edit = std::get_if<Edited>(&event.what); edit && closed)
            edited.insert(edit->on.id);
    }
    std::vector<Named> out;
    for (auto id : rules->cases)
        if (edited.contains(id)) out.push_back(named(doc, id));
    std::ranges::sort(out, {}, &Named::number);
    return out;
}

} // namespace story
