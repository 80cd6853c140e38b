#pragma once

#include "model/change.h"
#include "model/records.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

// Which card lies above which, where cards overlap: what was moved, made or worded last is on top.
// It follows from the order of the journal alone, so whoever reads a session sees the same.
namespace board {

// A case by its number, and how high its card lies: none is 0.
using Raised = std::unordered_map<std::uint64_t, std::uint64_t>;

// Notes what the changes of entry `n` bring to the top, the last of them highest. Entries may be
// noted in any order.
inline void note_raised(std::uint64_t n, model::Changes const& changes, Raised& raised)
{
    constexpr unsigned places = 20; // bits: of those in one entry
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
