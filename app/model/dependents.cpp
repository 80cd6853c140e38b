#include "model/identities.h"

namespace model {

Identities identities(Changes const& changes)
{
    Identities out;
    for (auto const& change : changes)
        change.visit([&]<class R>(Edit<R> const& e) {
            with_identity<R>(e.key, [&](auto id) {
                if (e.after && !e.before) out.created.add(id);
                if (e.before && !e.after) out.removed.add(id);
            });
        });
    return out;
}

Changes with_dependents(Document const& doc, Changes changes)
{
    auto const removed = identities(changes).removed;
    if (removed.empty()) return changes;
    Changes more;
    for_each_record_type([&]<class R>() {
        auto const keys = edited<R>(changes);
        for (auto const& [key, record] : table<R>(doc))
            if (!keys.contains(key) && refers_to(key, record, removed))
                more.push_back(edit<R>(doc, key, std::nullopt));
    });
    if (more.empty()) return changes;
    changes.insert(changes.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    return with_dependents(doc, std::move(changes)); // removing a round removes its ballots
}

} // namespace model
