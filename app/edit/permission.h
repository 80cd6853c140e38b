#pragma once

#include "edit/command.h"

namespace edit {

enum class Role { facilitator, participant, reader };

// Who acts, with which role. Undo is per actor.
struct Actor {
    model::ActorId id;
    Role role = Role::reader;
    friend bool operator==(Actor const&, Actor const&) = default;
};

constexpr Actor facilitator{{1}, Role::facilitator};
// Imported files and drop-folder commands: not undone by the facilitator's undo.
constexpr Actor inbox{{2}, Role::participant};

// Fails with `denied` when this role may not give the command. A facilitator may give any, a
// participant may propose cases, a reader none; replacing a proposal (Propose::cuts) is reserved to
// the inbox and facilitators. Ballots are not commands: they go to the ballot box.
base::Result<void> allowed(Actor const& who, Command const& command);

} // namespace edit

namespace base {
template <>
struct Names<edit::Role> {
    static constexpr std::array<std::string_view, 3> list{"facilitator", "participant", "reader"};
};
} // namespace base
