#include "model/follow.h"

#include "model/exists.h"

#include <algorithm>

namespace model {
namespace {

// The name of a record type with a dangling reference after `changes`, or empty. `doc` already
// includes them.
std::string dangling(Document const& doc, Changes const& changes)
{
    bool removes = false;
    std::string found;
    for (auto const& change : changes)
        change.visit([&]<class R>(Edit<R> const& e) {
            removes = removes || !e.after;
            if (!e.after) return;
            for_each_ref(e.key, *e.after, [&](auto id) {
                if (found.empty() && !exists(doc, id)) found = R::name;
            });
        });
    // References to unchanged records can only break when something is removed.
    return found.empty() && removes ? first_dangling(doc) : found;
}

bool makes_chains(Document const& doc, Changes const& changes)
{
    auto const& merges = table<Merge>(doc);
    auto const merges_something = [](Change const& change) {
        auto const* e = change.as<Edit<Merge>>();
        return e && e->after;
    };
    return std::any_of(changes.begin(), changes.end(), merges_something) &&
           std::any_of(merges.begin(), merges.end(),
                       [&](auto const& one) { return merges.contains(one.second.into); });
}

} // namespace

base::Result<void> follow(Document& doc, Changes const& changes)
{
    std::string why;
    if (auto const ok = model::apply(doc, changes); !ok) {
        why = "why.before " + ok.error().where;
    } else if (auto const name = dangling(doc, changes); !name.empty()) {
        why = "why.refers " + name;
    } else if (makes_chains(doc, changes)) {
        why = "why.merge";
    } else {
        return {};
    }
    if (!why.starts_with("why.before"))
        (void)model::apply(doc, inverse(changes)); // cannot fail: just applied
    return base::fail(base::Errc::corrupt, "file.sequence", why);
}

} // namespace model
