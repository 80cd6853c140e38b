#pragma once

#include "analysis/voting/tally.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// The line under the first k cases of a result, which never passes through a tie that nobody cut.
namespace analysis {

// The numbers of first cases, from 1, that a line may stand under: where no tie is split, and
// inside a tie that was cut before the room.
std::vector<int> clean_cuts(Tally const& tally);

// The tie that a line under the first `first` cases would split, for someone to cut; nothing when
// none would be.
struct SplitTie {
    int rank = 1;
    std::vector<model::CaseId> cases; // by case number
};
std::optional<SplitTie> split_tie(Tally const& tally, int first);

// The order that `seed` draws among tied cases, whatever the order in which they are given.
std::vector<model::CaseId> draw_order(std::vector<model::CaseId> tied, std::uint64_t seed);

// The order of tied cases in the round.
std::vector<model::CaseId> declared_order(model::Round const& round,
                                          std::vector<model::CaseId> tied);

// The seed of a draw that nobody can choose: the first 64 bits of the SHA-256 of the session's own
// name, the round and its ballots in order.
std::uint64_t tie_seed(std::string_view session, model::Document const& doc, model::RoundId round);

// Whether a cut says the truth of itself: a drawn order is the one that its seed draws, a declared
// one that of the round.
bool cut_holds(model::Round const& round, CutTie const& cut);

} // namespace analysis
