#pragma once

#include "model/touched_cards.h"

#include <cstdint>
#include <unordered_map>

// The stacking order of overlapping cards: the last one moved, created or edited is on top.
// Computed from the journal alone, so it is the same for every reader.
namespace board {

// Height by case number; absent: 0.
using Raised = std::unordered_map<std::uint64_t, std::uint64_t>;

// Notes which cards entry `n` puts on top, the last of its changes highest. Entries may be noted in
// any order.
void note_raised(std::uint64_t n, model::Changes const& changes, Raised& raised);

// The stacking order after entry `n`.
Raised raised_at(std::uint64_t n, model::Touches const& touches);

} // namespace board
