#pragma once

#include "journal/entry.h"

#include <map>
#include <vector>

namespace session {

// What each person can take back and do again next: a fold over the journal, so it survives a
// restart.
class History {
public:
    void fold(journal::Entry const& entry);
    [[nodiscard]] std::uint64_t to_undo(model::ActorId who) const; // number of an entry, or 0
    [[nodiscard]] std::uint64_t to_redo(model::ActorId who) const; // number of an entry, or 0

    // The stacks as bytes and back, for snapshots. False when the bytes make no sense.
    [[nodiscard]] std::vector<std::byte> save() const;
    bool load(std::vector<std::byte> const& bytes);

    friend bool operator==(History const&, History const&) = default;

private:
    struct Stacks {
        std::vector<std::uint64_t> undo, redo;
        friend bool operator==(Stacks const&, Stacks const&) = default;
    };
    std::map<std::uint64_t, Stacks> of_;
};

} // namespace session
