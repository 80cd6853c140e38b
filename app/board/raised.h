#pragma once

#include "model/touched_cards.h"

#include <cstdint>
#include <unordered_map>

// Which card lies above which, where cards overlap: what was moved, made or worded last is on top.
// It follows from the order of the journal alone, so whoever reads a session sees the same.
namespace board {

// A case by its number, and how high its card lies: none is 0.
using Raised = std::unordered_map<std::uint64_t, std::uint64_t>;

// Notes what the changes of entry `n` bring to the top, the last of them highest. Entries may be
// noted in any order.
void note_raised(std::uint64_t n, model::Changes const& changes, Raised& raised);

// How high each card lay after entry `n`.
Raised raised_at(std::uint64_t n, model::Touches const& touches);

} // namespace board
