#include "federation/outcome.h"

#include "model/touched_cards.h"

#include <algorithm>

namespace federation {
namespace {

model::Case const* case_after(model::Changes const& changes, model::CaseId id)
{
    for (auto const& change : changes)
        if (auto const* e = change.as<model::Edit<model::Case>>(); e && e->key == id && e->after)
            return &*e->after;
    return nullptr;
}

// The same change, whatever it replaces and whatever number a new case gets.
bool same(model::Change const& was, model::Change const& is)
{
    auto const* case_was = was.as<model::Edit<model::Case>>();
    auto const* case_is = is.as<model::Edit<model::Case>>();
    if (case_was && case_is && case_was->after && case_is->after) {
        auto numbered = *case_was->after;
        numbered.number = case_is->after->number;
        return case_was->key == case_is->key && numbered == *case_is->after;
    }
    return was.visit([&]<class R>(model::Edit<R> const& e) {
        auto const* other = is.as<model::Edit<R>>();
        return other && other->key == e.key && other->after == e.after;
    });
}

} // namespace

Outcome compared(std::uint64_t item, journal::Entry const& entry, model::Changes const& now)
{
    Outcome out{item,
                Outcome::Kind::as_is,
                entry.label,
                entry.at_ms,
                model::touched_cards(entry.changes),
                {},
                {},
                {}};
    auto const& was = entry.changes;
    bool const equal = was.size() == now.size() && std::ranges::equal(was, now, same);
    for (auto const& change : was) {
        auto const* e = change.as<model::Edit<model::Case>>();
        if (!e || !e->after) continue;
        auto const* there = case_after(now, e->key);
        if (there && there->number != e->after->number)
            out.numbers.emplace_back(e->after->number, there->number);
    }
    if (now.empty())
        out.kind = Outcome::Kind::unneeded;
    else if (!equal || !out.numbers.empty())
        out.kind = Outcome::Kind::changed;
    return out;
}

} // namespace federation
