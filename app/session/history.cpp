#include "session/history.h"

#include <algorithm>
#include <map>

namespace session {

void History::fold(journal::Entry const& entry)
{
    if (entry.kind == journal::Kind::act) return;
    auto& [undo, redo] = of_[entry.actor];
    switch (entry.kind) {
    case journal::Kind::edit:
        undo.push_back(entry.n);
        redo.clear();
        passed_.clear();
        break;
    case journal::Kind::undo:
        std::erase(undo, entry.target);
        redo.push_back(entry.target);
        break;
    case journal::Kind::redo:
        std::erase(redo, entry.target);
        undo.push_back(entry.target);
        break;
    case journal::Kind::act: break;
    }
}

std::uint64_t History::last_of(std::vector<std::uint64_t> const& stack) const
{
    auto const it = std::find_if(stack.rbegin(), stack.rend(),
                                 [&](std::uint64_t n) { return !passed_.contains(n); });
    return it == stack.rend() ? 0 : *it;
}

std::uint64_t History::to_undo(model::ActorId who) const
{
    auto it = of_.find(who.value);
    return it == of_.end() ? 0 : last_of(it->second.undo);
}

std::uint64_t History::to_redo(model::ActorId who) const
{
    auto it = of_.find(who.value);
    return it == of_.end() ? 0 : last_of(it->second.redo);
}

} // namespace session
