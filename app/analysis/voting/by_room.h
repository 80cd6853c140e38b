#pragma once

#include "analysis/voting/tally.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace analysis {

// The result of the ballots of one set of rooms (model::ByRoom), by the same method.
struct RoomTally {
    std::vector<model::SiteId> sites;
    Tally tally; // without intervals and broken ties; raised hands are of no room
};

// A case on which rooms differ: the rooms that rank it best and worst, by index.
struct RoomGap {
    model::CaseId on;
    std::size_t best = 0, worst = 0;
    int best_rank = 1, worst_rank = 1;
    friend bool operator==(RoomGap const&, RoomGap const&) = default;
};

struct RoomTallies {
    std::vector<RoomTally> rooms; // two or more, by letter
    // The largest differences in rank, at most `gaps_most`, the largest first: of at least
    // `gap_least` places, where cases that share ranks each count as in the middle of these. Rooms
    // of blank ballots only rank nothing.
    std::vector<RoomGap> gaps;
};
constexpr std::size_t gaps_most = 3;
constexpr int gap_least = 2;

// The result of each room of a closed round whose rules compare rooms (methods.md, 1.11): its
// ballots counted by the method and rules of `options`, as those of all. None where the round tells
// of no rooms or, written by another program, of too few ballots together, or cannot be counted.
// Does not resample.
std::optional<RoomTallies> by_room(model::Document const& doc, model::RoundId round,
                                   TallyOptions options = {});

} // namespace analysis
