#include "session/history.h"

#include <algorithm>
#include <cstring>

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

// Numbers in a row: for each person their id, two counts, then the entries.
std::vector<std::byte> History::save() const
{
    std::vector<std::uint64_t> out;
    for (auto const& [who, stacks] : of_) {
        out.insert(out.end(), {who, stacks.undo.size(), stacks.redo.size()});
        out.insert(out.end(), stacks.undo.begin(), stacks.undo.end());
        out.insert(out.end(), stacks.redo.begin(), stacks.redo.end());
    }
    std::vector<std::byte> bytes(out.size() * sizeof(std::uint64_t));
    if (!out.empty()) std::memcpy(bytes.data(), out.data(), bytes.size());
    return bytes;
}

bool History::load(std::vector<std::byte> const& bytes)
{
    if (bytes.size() % sizeof(std::uint64_t) != 0) return false;
    std::vector<std::uint64_t> in(bytes.size() / sizeof(std::uint64_t));
    if (!in.empty()) std::memcpy(in.data(), bytes.data(), bytes.size());
    std::map<std::uint64_t, Stacks> of;
    for (std::size_t i = 0; i < in.size();) {
        if (in.size() - i < 3) return false;
        auto const who = in[i], undo = in[i + 1], redo = in[i + 2];
        i += 3;
        if (undo > in.size() - i || redo > in.size() - i - undo) return false;
        auto const* at = in.data() + i;
        of[who] = {{at, at + undo}, {at + undo, at + undo + redo}};
        i += undo + redo;
    }
    of_ = std::move(of);
    return true;
}

} // namespace session
