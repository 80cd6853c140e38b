#pragma once

#include "model/change.h"

#include <cstdint>
#include <vector>

namespace model {

// The cards that one entry of the journal moved, created or edited, in the order of its changes; a
// card may occur more than once.
struct TouchedCards {
    using Key = std::uint64_t; // number of the entry
    std::vector<CaseId> cards;
    friend bool operator==(TouchedCards const&, TouchedCards const&) = default;
};

// By entry, in order, only entries that touched cards: 8 bytes per card and about 60 per entry. A
// copy costs a pointer, as for every table.
using Touches = Table<TouchedCards>;

std::vector<CaseId> touched_cards(Changes const& changes);

// Notes the changes of entry `n`; entries may be noted in any order, and repeatedly.
void note_touched(std::uint64_t n, Changes const& changes, Touches& touches);

} // namespace model
