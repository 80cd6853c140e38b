#pragma once

#include "edit/command.h"

namespace edit {

enum class Role { facilitator, participant, reader };

// Who acts: an identity that undo follows, and what it may do.
struct Actor {
    model::ActorId id;
    Role role = Role::reader;
    friend bool operator==(Actor const&, Actor const&) = default;
};

constexpr Actor facilitator{{1}, Role::facilitator};
// What comes in from files and commands: the facilitator's undo does not take it back.
constexpr Actor inbox{{2}, Role::participant};

// Fails with `denied` when this role may not ask for that. A facilitator may do all, a participant
// propose cases, a reader nothing; only the inbox and a facilitator put a proposal in the place of
// another. Ballots do not pass here: they go to the ballot box.
base::Result<void> allowed(Actor const& who, Command const& command);

} // namespace edit

namespace base {
template <>
struct Names<edit::Role> {
    static constexpr std::array<std::string_view, 3> list{"facilitator", "participant", "reader"};
};
} // namespace base
