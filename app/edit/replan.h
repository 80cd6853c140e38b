#pragma once

#include "edit/command.h"

#include <cstdint>
#include <span>
#include <variant>

// A command that was given before others changed the session, planned again on what it says now.
namespace edit {

// An entry written since the command's sender last looked.
struct Meanwhile {
    std::uint64_t n = 0; // of the entry
    model::ActorId by;
    model::Changes const* changes = nullptr;
};

// What a command asked for cannot be meant any more: somebody else changed the same thing.
struct Conflict {
    std::string what;    // a record, or a field of one: "card", "case.title"; or why there is no
                         // plan any more: "case.voted"
    std::uint64_t n = 0; // the entry that changed it
    model::ActorId by;
    friend bool operator==(Conflict const&, Conflict const&) = default;
};

using Replanned = std::variant<model::Changes, Conflict, base::Error>;

// What `command`, given by `who` against `seen`, changes in `now`, which is `seen` after the
// entries `since`. Numbers are those of `now`. Of a record whose fields stand by themselves (what a
// case, an axis or a question says), a field that the command left as it was seen stays as it is
// now. A conflict, when others meanwhile changed what the command changes otherwise, made what it
// makes, changed what it takes away, or did what leaves it no plan; never for entries of `who`, who
// may ask for several things before hearing of the first. The plan's own error otherwise.
Replanned replan(model::Document const& seen, model::Document const& now, Command const& command,
                 std::span<Meanwhile const> since, model::ActorId who);

} // namespace edit
