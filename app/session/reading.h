#pragma once

#include "journal/log.h"
#include "session/id_source.h"
#include "session/state.h"

#include <optional>

namespace session {

// The result of applying a log from its first entry.
struct Reading {
    State state;
    std::uint64_t last_id = 0;          // the largest id in an entry
    std::set<IdSource::Author> authors; // the id authors found in entries
    std::optional<base::Error> fault;   // of an invalid entry; the log now ends before it
};

// Applies a log to its end or to the first invalid entry: checks the form of each and, by
// `model::follow`, their sequence.
Reading read(journal::Log& log);

// The highest id made by the session among the keys of a change; derived ids (see
// model::derived_ids) are ignored.
std::uint64_t largest_id(model::Change const& change);

} // namespace session
