#include "session/reading.h"

#include "model/follow.h"

#include <algorithm>

namespace session {

std::uint64_t largest_id(model::Change const& change)
{
    return change.visit([]<class R>(model::Edit<R> const& e) {
        if constexpr (requires { e.key.value; })
            return e.key.value < model::derived_ids ? e.key.value : 0;
        else
            return std::uint64_t{0};
    });
}

Reading read(journal::Log& log)
{
    Reading out;
    for (std::uint64_t n = 1; n <= log.size(); ++n) {
        auto const entry = log.entry(n);
        auto const followed = entry ? model::follow(out.state.document, entry->changes)
                                    : base::Result<void>(base::fail(entry.error()));
        if (!followed) {
            out.fault = followed.error();
            out.fault->line = n + 1; // the header is line 1
            log.end_at(n - 1);
            break;
        }
        out.state.note(*entry);
        for (auto const& change : entry->changes)
            if (auto const id = largest_id(change); id != 0) {
                out.last_id = std::max(out.last_id, id);
                out.authors.insert(IdSource::author_of(id));
            }
    }
    return out;
}

} // namespace session
