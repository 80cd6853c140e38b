#pragma once

#include "journal/log.h"
#include "model/touched_cards.h"
#include "session/history.h"
#include "session/id_source.h"
#include "session/milestones.h"

#include <optional>

namespace session {

// What a log says, once it was followed from its first entry.
struct Reading {
    model::Document document;
    History history;
    Milestones milestones;
    model::Touches touches;
    std::uint64_t last_id = 0;          // the largest number that an entry said
    std::set<IdSource::Author> authors; // of the numbers that entries said
    std::optional<base::Error> fault;   // of an entry that cannot be: the log now ends before it
};

// Reads a log to its end, or as far as it can be believed: the form of its entries and, by
// `model::follow`, their sequence.
Reading read(journal::Log& log);

// The largest number that a change says of its own: keys are ids, or made of them. One that was
// derived says nothing of what was minted.
std::uint64_t largest_id(model::Change const& change);

} // namespace session
