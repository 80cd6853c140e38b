#include "session/past.h"

namespace session {

Past::Past(Session const& session, edit::Actor const& who)
    : session_(&session)
    , replay_(session.replay())
    , view_(session.view(who))
{
    view_.may_undo = view_.may_redo = false;
    view_.boxes.clear();
}

base::Result<void> Past::go(std::uint64_t n)
{
    auto doc = replay_.at(n);
    if (!doc) return base::fail(doc.error());
    view_.document = *std::move(doc);
    pass(view_.version, n);
    view_.version = n;
    view_.touches = session_->touches(); // the session may have more entries by now
    return {};
}

// Adds the entries passed to `recent` when moving forward by a few.
void Past::pass(std::uint64_t from, std::uint64_t n)
{
    auto passed = std::make_shared<View::Entries>();
    if (from <= n && n - from <= View::recent_most) {
        *passed = *view_.recent;
        for (auto next = from + 1; next <= n; ++next) {
            auto entry = session_->log().entry(next);
            if (!entry) break; // cannot happen: the entry was read before
            passed->push_back(std::make_shared<journal::Entry const>(*std::move(entry)));
        }
        if (passed->size() > View::recent_most)
            passed->erase(passed->begin(), passed->end() - View::recent_most);
    }
    view_.recent = std::move(passed);
}

} // namespace session
