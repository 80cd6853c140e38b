#pragma once

#include "journal/entry.h"

#include <map>
#include <set>
#include <vector>

namespace session {

// What each person can undo and redo next; computed from the journal, so it survives a restart.
class History {
public:
    void fold(journal::Entry const& entry);
    [[nodiscard]] std::uint64_t to_undo(model::ActorId who) const; // number of an entry, or 0
    [[nodiscard]] std::uint64_t to_redo(model::ActorId who) const; // number of an entry, or 0

    // Skips an entry whose undo has no effect any more, until the next edit; not stored.
    void pass_over(std::uint64_t n) { passed_.insert(n); }

    friend bool operator==(History const& a, History const& b) { return a.of_ == b.of_; }

private:
    struct Stacks {
        std::vector<std::uint64_t> undo, redo;
        friend bool operator==(Stacks const&, Stacks const&) = default;
    };
    [[nodiscard]] std::uint64_t last_of(std::vector<std::uint64_t> const& stack) const;
    std::map<std::uint64_t, Stacks> of_;
    std::set<std::uint64_t> passed_;
};

} // namespace session
