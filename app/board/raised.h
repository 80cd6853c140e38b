#pragma once

#include "model/change.h"
#include "model/records.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

// The stacking order of overlapping cards: the last one moved, created or edited is on top.
// Computed from the journal alone, so it is the same for every reader.
namespace board {

// Height by case number; absent: 0.
using Raised = std::unordered_map<std::uint64_t, std::uint64_t>;

// Records the cards raised by entry `n`, the last of them highest. Entries may be given in any
// order.
inline void note_raised(std::uint64_t n, model::Changes const& changes, Raised& raised)
{
    constexpr unsigned places = 20; // bits: for the order within one entry
    std::uint64_t place = 0;
    for (auto const& change : changes) {
        place = std::min(place + 1, (std::uint64_t{1} << places) - 1);
        auto const rank = n << places | place;
        auto const raise = [&](model::CaseId id) {
            auto& highest = raised[id.value];
            highest = std::max(highest, rank);
        };
        if (auto const* card = change.as<model::Edit<model::CardPlace>>()) raise(card->key);
        if (auto const* text = change.as<model::Edit<model::Case>>()) raise(text->key);
    }
}

} // namespace board
