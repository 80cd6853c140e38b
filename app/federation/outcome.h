#pragma once

#include "federation/outbox.h"

#include <vector>

namespace federation {

// What became of something that this machine did while others wrote too.
struct Outcome {
    enum class Kind {
        as_is,    // shared as it was done
        changed,  // shared, but not as it was done: another number, a field that others changed
        unneeded, // the others had done the same
        refused   // not shared; kept in the file of refused items
    };
    std::uint64_t item = 0; // Item::id
    Kind kind = Kind::as_is;
    std::string label; // the command's name
    std::int64_t at_ms = 0;
    std::vector<model::CaseId> cases; // that it is about
    // Of cases whose number is another one: the former and the present one.
    std::vector<std::pair<int, int>> numbers;
    base::Error why;                            // of `refused`
    model::ActorId by;                          // who made that impossible; none: nobody else
    std::optional<session::Origin> origin = {}; // of `refused`: what could not be shared
};

// Compares what was planned with what is planned now.
Outcome compared(std::uint64_t item, journal::Entry const& entry, model::Changes const& now);

} // namespace federation
