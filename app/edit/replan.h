#pragma once

#include "edit/command.h"

#include <cstdint>
#include <span>
#include <variant>

// Plans again a command whose sender had not yet seen other people's changes.
namespace edit {

// An entry written after the state that the command's sender saw.
struct Meanwhile {
    std::uint64_t n = 0; // the entry's number
    model::ActorId by;
    model::Changes const* changes = nullptr;
};

// The command cannot apply any more: another actor changed the same thing.
struct Conflict {
    std::string what;    // a record, or a field of one ("card", "case.title"); or the error
                         // of the plan ("case.voted")
    std::uint64_t n = 0; // the entry that changed it
    model::ActorId by;
    friend bool operator==(Conflict const&, Conflict const&) = default;
};

using Replanned = std::variant<model::Changes, Conflict, base::Error>;

// The changes of `command`, given by `who` on the state `seen`, to the state `now` (`seen` after
// the entries `since`). New numbers are assigned from `now`. In records with independent fields
// (case, axis, question), fields that the command did not change keep their present value. Returns
// a conflict when another actor meanwhile changed the same field differently, created or changed
// what the command creates or removes, or made the command impossible; entries of `who` itself
// never conflict. Otherwise fails with the error of `plan`. A new card gets no place when another
// actor meanwhile put a card there: it is laid out automatically (see board::lay_out).
Replanned replan(model::Document const& seen, model::Document const& now, Command const& command,
                 std::span<Meanwhile const> since, model::ActorId who);

} // namespace edit
