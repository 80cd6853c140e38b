#pragma once

#include "model/change.h"

#include <cstdint>
#include <vector>

namespace model {

// The cards that one entry of the journal moved, made or worded, in the order of its changes; a
// card may stand in it more than once.
struct TouchedCards {
    using Key = std::uint64_t; // the number of the entry
    std::vector<CaseId> cards;
    friend bool operator==(TouchedCards const&, TouchedCards const&) = default;
};

// Of all entries that touched any, in their order: 8 bytes a card and some 60 an entry. A value as
// every table is: a copy costs a pointer.
using Touches = Table<TouchedCards>;

std::vector<CaseId> touched_cards(Changes const& changes);

// Notes what entry `n` changed; entries may be noted in any order, and again.
void note_touched(std::uint64_t n, Changes const& changes, Touches& touches);

} // namespace model
